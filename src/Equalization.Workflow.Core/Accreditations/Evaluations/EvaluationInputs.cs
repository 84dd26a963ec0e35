using Equalization.Workflow.Core.Indicators;

namespace Equalization.Workflow.Core.Accreditations.Evaluations;

/// <summary>What a person states of a line; Verdict null: nothing. Field is the line's place in the form, for refusals.</summary>
public sealed record ItemInput(Verdict? Verdict, decimal? Value, string? Words)
{
    public string Field { get; init; } = "";

    /// <summary>
    /// Refuses a value below zero, too large or with too many digits (evaluation-number), met or not met against the value (evaluation-value), a measured line called met without one (evaluation-value), and what a person judges on papers, or
    /// calls not met, without words (evaluation-words).
    /// </summary>
    internal void Check(EvaluationLine line)
    {
        if (Value is { } number && (number < 0 || number > EvaluationItem.Largest || decimal.Round(number, EvaluationItem.Digits) != number))
        {
            throw new RuleBroken("evaluation-number", "“{0}”的数值应不小于 0，小数最多 6 位，请改填。", line.Name) { Field = Field };
        }

        if (Verdict is null or Indicators.Verdict.Unknown)
        {
            return;
        }

        if (line.IsMeasured && (Value is { } value ? line.Judge(value) != Verdict : Verdict == Indicators.Verdict.Pass))
        {
            throw new RuleBroken("evaluation-value", "“{0}”填写的数值和结论不一致，或者缺少数值。请核对数值；没有数据的，选“未知”。", line.Name) { Field = Field };
        }

        if (string.IsNullOrWhiteSpace(Words) && (Verdict == Indicators.Verdict.Fail || !line.IsMeasured))
        {
            throw new RuleBroken("evaluation-words", "请写明“{0}”的依据：文件、台账名称，或者差在哪里。", line.Name) { Field = Field };
        }
    }
}

/// <summary>A group's numbers; Asked null: it was not asked.</summary>
public sealed record SurveyInput(string Name, int? Asked, int? Answered, int? Satisfied)
{
    public string Field { get; init; } = "";

    /// <summary>Refuses numbers that cannot be: satisfied above answered, answered above asked, below zero (survey-numbers).</summary>
    internal void Check()
    {
        var isEmpty = Asked is null && Answered is null && Satisfied is null;
        if (!isEmpty && !(Asked >= Answered && Answered >= Satisfied && Satisfied >= 0))
        {
            throw new RuleBroken("survey-numbers", "“{0}”的人数不成立：满意人数不超过答卷人数，答卷人数不超过调查人数，三个数都要填。", Name) { Field = Field };
        }
    }
}

/// <summary>The whole form as it was posted.</summary>
public sealed record EvaluationInput(int Year, IReadOnlyDictionary<string, ItemInput> Items, IReadOnlyList<SurveyInput> Groups);
