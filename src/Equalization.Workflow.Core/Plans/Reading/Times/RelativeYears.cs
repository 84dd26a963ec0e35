using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Times;

/// <summary>明年6月底前, 今年底: a year reckoned from the one that the plan speaks in. Where that is not known, the phrase has no day.</summary>
internal static class RelativeYears
{
    private const string Reckoned = "年份按成文日期或标题的年度推算。";
    private const string Unknown = "没有成文日期，推不出是哪一年，请填写。";

    // Any year would do to find where the phrase ends.
    private const int AnyYear = 2000;

    // 说明年度目标, 以后年度, 根本年限: the sign belongs to the word before.
    private const string OtherWords = "说证声表标注申阐查写指透文发鲜分以今此往最之先根基版日成资";

    private static readonly (string Word, int Later)[] Words = [("今年", 0), ("本年", 0), ("明年", 1), ("后年", 2)];

    public static TimePhrase? At(SourceView view, int index, int start, int end, PlanYears years)
    {
        var (word, later) = Words.FirstOrDefault(word => view.StartsWith(index, word.Word));
        if (word is null || (index > start && OtherWords.Contains(view[index - 1])))
        {
            return null;
        }

        var after = index + word.Length;
        var phrase = YearPhrases.At(view, index, after, (years.Present ?? AnyYear) + later, start, end);
        // 今年 and 本年度 alone say when the plan speaks, not what is due.
        return phrase.IsBaseline || (later == 0 && phrase.End <= after + (view[after] == '度' ? 1 : 0)) ? null
            : years.Present is not null ? phrase with { Inferred = Reckoned }
            : phrase with { Day = null, StartOn = null, Year = null, Inferred = null, Doubt = phrase.Kind == DeadlineKind.By ? null : Unknown };
    }
}
