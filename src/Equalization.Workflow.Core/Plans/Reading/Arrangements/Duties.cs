using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Arrangements;

/// <summary>
/// Cuts a unit's paragraph into its duties: at 。 and ；, and at a comma where the next clause begins with a verb of work. 会同A alone is a
/// partner, not a duty.
/// </summary>
internal static class Duties
{
    private static readonly string[] Verbs =
    [
        "做好", "加强", "完善", "建立", "负责", "落实", "制定", "制订", "推进", "保障", "优化", "指导", "消除", "加快", "监督", "组织", "开展", "加大", "配合", "协调", "牵头",
        "统筹", "编制", "明确", "实施", "强化", "健全", "督促", "深化", "扩大", "改善", "解决", "综合解决", "督导", "汇总", "审核", "下达", "核定", "配齐", "发挥", "协助",
    ];

    private static readonly string[] Adverbs = ["进一步", "扎实", "继续", "认真", "积极", "及时", "全面", "切实", "严格", "依法", "同时", "并", "不断", "逐步", "以及"];

    public static IReadOnlyList<DraftDuty> Of(SourceView view, int start, int end)
    {
        var duties = new List<DraftDuty>();
        var clauses = Clauses.Of(view, start, end);
        for (var i = 0; i < clauses.Count;)
        {
            var first = clauses[i].Start + (view.StartsWith(clauses[i].Start, "同时") ? 2 : 0);
            var last = EndOfDuty(view, clauses, i);
            if (!(last == i && IsPartner(view, clauses[i])) && first < clauses[last].End)
            {
                duties.Add(new DraftDuty(view.Text(first, clauses[last].End), view.Span(first, clauses[last].End)));
            }

            i = last + 1;
        }

        return duties;
    }

    /// <summary>对照创建标准,…优化…: clauses that only lead up to a verb stay with it.</summary>
    private static int EndOfDuty(SourceView view, List<Clause> clauses, int first)
    {
        if (IsPartner(view, clauses[first]))
        {
            return first;
        }

        var last = first;
        var works = StartsWithVerb(view, clauses[first].Start);
        while (last + 1 < clauses.Count && clauses[last + 1].Sentence == clauses[first].Sentence)
        {
            var begins = StartsWithVerb(view, clauses[last + 1].Start);
            if (works && begins)
            {
                break;
            }

            works |= begins;
            last++;
        }

        return last;
    }

    private static bool StartsWithVerb(SourceView view, int index)
    {
        for (var skipped = 0; skipped < 2; skipped++)
        {
            if (Verbs.Any(verb => view.StartsWith(index, verb)))
            {
                return true;
            }

            index += Adverbs.FirstOrDefault(word => view.StartsWith(index, word))?.Length ?? 0;
        }

        return Verbs.Any(verb => view.StartsWith(index, verb));
    }

    /// <summary>会同县教育局 and no more; 会同县教育局建立周转编制制度 is a duty.</summary>
    private static bool IsPartner(SourceView view, Clause clause) =>
        view.StartsWith(clause.Start, "会同") && clause.End - clause.Start <= 40 && UnitList.Read(view, clause.Start + 2, clause.End).IsPure;
}
