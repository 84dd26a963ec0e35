using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>What a number in a clause asks for, if it asks for anything.</summary>
internal static class QuantityTargets
{
    // In a cell the verb of the task stands at its beginning.
    private const int LongestCell = 40;

    private static readonly string[] Definers = ["不足", "未满", "不满", "满", "近", "约", "共", "已有", "原有", "现有"];

    /// <summary>56人以上大班额, 5000居民以上规模: nouns that the number describes.</summary>
    private static readonly string[] Kinds = ["规模", "大班额", "超大班额", "大班", "班额", "大校额"];

    /// <param name="done">Where the number before this one ended: a word of comparison before it is not this number's.</param>
    /// <param name="reach">From where a word of comparison counts: before <paramref name="done"/> where the two numbers are a pair.</param>
    public static IEnumerable<DraftTarget> Read(TargetFrame frame, Quantity quantity, int done, int reach)
    {
        var view = frame.View;
        if (Baseline(frame, quantity) is { } baseline)
        {
            return Each(frame, quantity, ReadingRules.TargetBaseline, Comparator.Equal, done, "").Select(target => target with { IsBaseline = true, Year = baseline.Year });
        }

        if (IsDefinition(frame, quantity, done))
        {
            return [];
        }

        if (quantity.Suffix == "左右")
        {
            return Each(frame, quantity, ReadingRules.TargetAbout, null, done, "");
        }

        if (quantity.Upper is not null)
        {
            return Each(frame, quantity, ReadingRules.TargetRange, Comparator.Between, done, "");
        }

        var more = TargetWords.Last(view, reach, quantity.Start, TargetWords.AtLeast);
        var less = TargetWords.Last(view, reach, quantity.Start, TargetWords.AtMost);
        if (quantity.Suffix is "以内" or "之内" or "及以内" or "以下" or "及以下")
        {
            return less >= 0 || Moves.LeadsAcross(view, quantity) || quantity.Suffix is not ("以下" or "及以下") ? Each(frame, quantity, ReadingRules.TargetCompared, Comparator.AtMost, done, "") : [];
        }

        if (quantity.Suffix is "以上" or "及以上")
        {
            return Each(frame, quantity, ReadingRules.TargetCompared, Comparator.AtLeast, done, "");
        }

        if (less >= 0 || more >= 0)
        {
            return Each(frame, quantity, ReadingRules.TargetCompared, less > more ? Comparator.AtMost : Comparator.AtLeast, done, "");
        }

        return Bare(frame, quantity, done);
    }

    /// <summary>A number without a word of comparison.</summary>
    private static IEnumerable<DraftTarget> Bare(TargetFrame frame, Quantity quantity, int done)
    {
        var view = frame.View;
        if (quantity.Start > done && view[quantity.Start - 1] == '各')
        {
            return Each(frame, quantity, ReadingRules.TargetPaired, Comparator.AtLeast, done, "");
        }

        if (Moves.LeadsAcross(view, quantity))
        {
            return Each(frame, quantity, ReadingRules.TargetBare, Comparator.Equal, done, "原文写调整后的数，按等于理解。");
        }

        if (quantity.Unit == "%")
        {
            var whole = quantity.Values[0] >= 100;
            return Each(frame, quantity, whole ? ReadingRules.TargetCompared : ReadingRules.TargetBare, whole ? Comparator.AtLeast : Comparator.Equal, done, whole ? "" : "原文未写“以上”或“以内”，按等于理解。");
        }

        if (frame.Has("标准") && TargetWords.Last(view, frame.Clause.Start, quantity.Start, ["生均", "人均"]) >= 0)
        {
            return Each(frame, quantity, ReadingRules.TargetCompared, Comparator.AtLeast, done, "");
        }

        // 新建小学2所、幼儿园3所: the verb reaches over the sign that joins the two.
        var from = view[done] is '、' or '和' or '及' && frame.IsCell ? frame.Clause.Start : done;
        if (TargetWords.Last(view, Math.Max(from, quantity.Start - (frame.IsCell ? LongestCell : 14)), quantity.Start, TargetWords.Works) >= 0 || frame.Has("确保", "保障", "保证"))
        {
            var work = Each(frame, quantity, ReadingRules.TargetBare, Comparator.AtLeast, done, "原文未写“以上”，按不少于理解。");
            return frame.IsCell ? work.Select(target => Alone(view, quantity, target)) : work;
        }

        // 2023年5所、2024年8所 in a column of goals: nothing but the year and the number.
        if (frame.IsCell && (frame.Times.Any(time => time.End == quantity.Start) || (quantity.Start == frame.Clause.Start && quantity.End == frame.Clause.End)))
        {
            return Each(frame, quantity, ReadingRules.TargetBare, Comparator.AtLeast, done, "原文未写“以上”，按不少于理解。");
        }

        // 每学期核查2次: so often in each period.
        if (frame.Recurring is not null && quantity.Unit is "次" or "场" or "轮")
        {
            return Each(frame, quantity, ReadingRules.TargetBare, Comparator.AtLeast, done, "原文未写“以上”，按不少于理解。");
        }

        // 按100名学生核定公用经费: a rule of reckoning, kept in its words.
        return quantity.Start > done && view[quantity.Start - 1] == '按' && frame.Has("核定", "配备", "配置", "安排", "计算")
            ? [frame.Target(ReadingRules.TargetWords, frame.Metric(quantity.Start, frame.Clause.End), null, null, null, null, null)]
            : [];
    }

    /// <summary>Of 新建2座人行天桥 in a cell the target is 2座; the rest is the task itself.</summary>
    private static DraftTarget Alone(SourceView view, Quantity quantity, DraftTarget target) =>
        target with { AsWritten = view.Text(quantity.Start, quantity.End), Span = view.Span(quantity.Start, quantity.End) };

    private static IEnumerable<DraftTarget> Each(TargetFrame frame, Quantity quantity, ReadingRule rule, Comparator? comparator, int done, string basis)
    {
        var subjects = PairedSubjects.Of(frame, quantity, done);
        for (var i = 0; i < subjects.Count; i++)
        {
            yield return frame.Target(
                subjects.Count > 1 ? ReadingRules.TargetPaired : rule, subjects[i], comparator, quantity.Values[Math.Min(i, quantity.Values.Count - 1)], quantity.Upper, quantity.Unit.Length > 0 ? quantity.Unit : null, basis.Length > 0 ? basis : null);
        }
    }

    /// <summary>不足50人的教学点, 56人以上的大班额, 35岁以下: the number says which thing is meant, not what is wanted of it.</summary>
    private static bool IsDefinition(TargetFrame frame, Quantity quantity, int done)
    {
        var view = frame.View;
        if (Definers.Any(word => quantity.Start - word.Length >= done && view.StartsWith(quantity.Start - word.Length, word)))
        {
            return true;
        }

        if (quantity.Suffix.Length > 0 && quantity.Unit != "%" && (view[quantity.End] == '的' || Kinds.Any(kind => view.StartsWith(quantity.End, kind)) || SizedBodies.Name(view, quantity)))
        {
            return TargetWords.Last(view, done, quantity.Start, TargetWords.AtLeast) < 0 && TargetWords.Last(view, done, quantity.Start, TargetWords.AtMost) < 0;
        }

        return view.StartsWith(quantity.End, "学科") || view.StartsWith(quantity.End, "方面") || view.StartsWith(quantity.End, "级");
    }

    private static (int? Year, bool Found)? Baseline(TargetFrame frame, Quantity quantity)
    {
        var view = frame.View;
        var end = frame.Clause.End;
        if (Moves.IsDeparture(frame, quantity))
        {
            return (frame.Times.LastOrDefault(time => time.IsBaseline && time.Start < quantity.Start)?.Year, true);
        }

        for (var i = quantity.End; i < end; i++)
        {
            if (view.StartsWith(i, "基础上") && i + 3 <= end)
            {
                return TargetWords.Last(view, frame.Clause.Start, quantity.Start, ["在"]) >= 0
                    ? (frame.Times.LastOrDefault(time => time.IsBaseline && time.Start < quantity.Start)?.Year, true)
                    : null;
            }

            if (view[i] == '为' && view[i + 1] is '基' or '根' or '依' or '抓' or '契' && TargetWords.Last(view, Math.Max(frame.Clause.Start, quantity.Start - 3), quantity.Start, ["以"]) >= 0)
            {
                return (null, true);
            }
        }

        return null;
    }
}
