using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans;

/// <summary>A target (目标) of a measure, as numbers and as written.</summary>
public sealed class Target
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid MeasureId { get; init; }

    public int Position { get; init; }

    /// <summary>The year it must be met by the end of; null when the text names none.</summary>
    public int? Year { get; init; }

    public string AsWritten { get; init; } = "";

    public string Metric { get; init; } = "";

    public Comparator? Comparator { get; init; }

    public decimal? Value { get; init; }

    public decimal? Upper { get; init; }

    /// <summary>Unit of measure: %, 人, 所.</summary>
    public string? Unit { get; init; }

    public bool Aspirational { get; init; }

    public bool RecursYearly { get; init; }

    public string? PerUnit { get; init; }

    public string? Basis { get; init; }

    public int SourceStart { get; init; }

    public int SourceLength { get; init; }

    /// <summary>A target of a year belongs to that year; a yearly one to every year from its first; one without a year to every year.</summary>
    public bool AppliesIn(int year) => Year is null || Year == year || (RecursYearly && Year <= year);

    /// <summary>
    /// Refuses no words (target-words), a year outside 2000–2099 (target-year), a comparator without a number or the other way round
    /// (target-value), and a range whose upper end is missing or below the lower (target-range).
    /// </summary>
    public void MustHold()
    {
        if (string.IsNullOrWhiteSpace(AsWritten))
        {
            throw new RuleBroken("target-words", "目标文字不能为空，请照原文填写。") { Field = nameof(AsWritten) };
        }

        if (Year is < 2000 or > 2099)
        {
            throw new RuleBroken("target-year", "目标年份 {0} 不成立，请填写四位年份，没有年份的留空。", Year.Value) { Field = nameof(Year) };
        }

        if (Comparator is null != Value is null)
        {
            throw new RuleBroken("target-value", "比较方式和目标值要同时填写；没有数值的目标两项都留空。") { Field = nameof(Value) };
        }

        if (Comparator == Reading.Comparator.Between && (Upper is null || Upper < Value))
        {
            throw new RuleBroken("target-range", "范围目标要填写上限，且上限不小于下限 {0}。", Value ?? 0m) { Field = nameof(Upper) };
        }
    }

    public Target CopyFor(Measure measure, int position) => new()
    {
        JurisdictionId = JurisdictionId,
        MeasureId = measure.Id,
        Position = position,
        Year = Year,
        AsWritten = AsWritten,
        Metric = Metric,
        Comparator = Comparator,
        Value = Value,
        Upper = Upper,
        Unit = Unit,
        Aspirational = Aspirational,
        RecursYearly = RecursYearly,
        PerUnit = PerUnit,
        Basis = Basis,
        SourceStart = SourceStart,
        SourceLength = SourceLength,
    };
}
