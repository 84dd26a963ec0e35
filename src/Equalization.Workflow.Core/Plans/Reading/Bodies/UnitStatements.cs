using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Plans.Reading.Sentences;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Bodies;

/// <summary>What one statement of units says: (牵头单位:…,配合单位:…).</summary>
/// <param name="Start">With the opening bracket.</param>
/// <param name="End">After the closing bracket.</param>
/// <param name="Times">Where the statement names a time: (…,6月底完成).</param>
internal sealed record UnitStatement(int Start, int End, IReadOnlyList<DraftUnit> Units, IReadOnlyList<(int Start, int End)> Times)
{
    public bool IsOpen { get; init; }

    /// <summary>Part of a sentence (由X牵头…). It counts only where the measure has no statement of its own.</summary>
    public bool IsProse { get; init; }

    /// <summary>排名第一位为牵头单位,下同: bare lists after this one are read in the same way.</summary>
    public bool FirstLeadsFromHere { get; init; }

    public IReadOnlyList<string> Doubts { get; init; } = [];
}

/// <summary>Finds the statements of units in the text; each written form is a file of its own under Forms.</summary>
internal static class UnitStatements
{
    // A list of units of a province-wide plan stays far below this; a longer bracket is prose.
    private const int Longest = 1500;
    private const int LongestIndent = 40;

    /// <summary>All statements of the view, in order, outside of tables.</summary>
    public static List<UnitStatement> In(SourceView view)
    {
        var found = new List<UnitStatement>();
        var firstLeads = Remarks.SaysForAll(view);
        for (var i = 0; i < view.Length;)
        {
            var statement = At(view, i, firstLeads);
            if (statement is null)
            {
                i++;
                continue;
            }

            firstLeads |= statement.FirstLeadsFromHere;
            if (found.Count > 0 && Continues(view, found[^1], statement))
            {
                found[^1] = Joined(found[^1], statement);
            }
            else
            {
                found.Add(statement);
            }

            i = Math.Max(i + 1, statement.End);
        }

        return found;
    }

    /// <summary>(牵头单位:A)(责任单位:B): two brackets side by side are one statement.</summary>
    private static bool Continues(SourceView view, UnitStatement last, UnitStatement next) =>
        !last.IsProse && !next.IsProse && next.Start - last.End <= 2 && view.Trim(last.End, next.Start) is var (from, to) && from == to
        && view[last.End - 1] is ')' or '〕' or '】' or ']' && view[next.Start] is '(' or '〔' or '【' or '[';

    private static UnitStatement Joined(UnitStatement one, UnitStatement two)
    {
        List<DraftUnit> units = [.. one.Units, .. two.Units];
        var hasLead = units.Exists(unit => unit.Role == DraftUnitRole.Lead);
        return one with
        {
            End = two.End,
            Units = [.. units.Select(unit => hasLead && unit.Role == DraftUnitRole.Responsible ? unit with { Role = DraftUnitRole.Cooperating } : unit)],
            Times = [.. one.Times, .. two.Times],
            IsOpen = one.IsOpen || two.IsOpen,
            FirstLeadsFromHere = one.FirstLeadsFromHere || two.FirstLeadsFromHere,
            Doubts = [.. one.Doubts, .. two.Doubts],
        };
    }

    /// <summary>The statement that the bracket holds, or null when it holds something else.</summary>
    public static UnitStatement? Bracketed(SourceView view, int open, int close, bool firstLeads = false)
    {
        if (close - open > Longest || close - open < 3)
        {
            return null;
        }

        var statement = LabelledUnits.Read(view, open + 1, close, firstLeads)
            ?? (ClosesSentence(view, open, close) ? VerbUnits.Read(view, open + 1, close) ?? BareUnits.Read(view, open + 1, close, firstLeads) : null);
        return statement is null ? null : statement with { Start = open, End = close + 1 };
    }

    /// <summary>The index of the first statement that begins at or after the place.</summary>
    public static int FirstFrom(IReadOnlyList<UnitStatement> statements, int start)
    {
        var (low, high) = (0, statements.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = statements[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static UnitStatement? At(SourceView view, int i, bool firstLeads)
    {
        if (view[i] is '(' or '〔' or '【' or '[')
        {
            var close = view.Brackets.CloseOf(i);
            return close < 0 ? Unclosed(view, i, firstLeads)
                : Bracketed(view, i, close, firstLeads) ?? (BeginsStatement(view, i) ? LabelledUnits.Line(view, i, firstLeads) : null);
        }

        if (view[i] is '由')
        {
            return VerbUnits.InSentence(view, i);
        }

        if (view[i] is '省' or '市' or '县' or '区' or '州' or '各' && view[i + 1] != '\n' && BeginsStatement(view, i) && VerbUnits.WholeSentence(view, i) is { } sentence)
        {
            return sentence;
        }

        if (char.IsWhiteSpace(view[i]) || !BeginsStatement(view, i))
        {
            return null;
        }

        var subject = Openings.Skip(view, i, Math.Min(view.Length, i + LongestIndent));
        return UnitLabels.MayBegin(view, i) && LabelledUnits.Line(view, i, firstLeads) is { } line ? line
            : (subject > i ? VerbUnits.WholeSentence(view, subject) : null) ?? VerbUnits.InClauses(view, i);
    }

    /// <summary>A bracket with a label that nobody closed ends with its line, or at a closing sign of another kind.</summary>
    private static UnitStatement? Unclosed(SourceView view, int open, bool firstLeads)
    {
        if (UnitLabels.At(view, open + 1) is null)
        {
            return null;
        }

        var end = StopOf(view, open);
        var statement = LabelledUnits.Read(view, open + 1, end, firstLeads);
        var closed = view[end] is ')' or ']' or '}' or '〕' or '】' ? end + 1 : end;
        return statement is null
            ? null
            : statement with { Start = open, End = closed, Doubts = [.. statement.Doubts, "责任单位的括号没有闭合，请核对单位是否完整。"] };
    }

    private static int StopOf(SourceView view, int open)
    {
        var end = open + 1;
        for (; end < Math.Min(view.Length, open + Longest) && view[end] != '\n'; end++)
        {
            if (view.Brackets.CloseOf(end) is > 0 and var close)
            {
                end = close;
            }
            else if (view[end] is ')' or ']' or '}' or '〕' or '】')
            {
                break;
            }
        }

        return end;
    }

    private static bool BeginsStatement(SourceView view, int i)
    {
        var before = i;
        while (before > 0 && i - before < LongestIndent && view[before - 1] is ' ' or '-' or '★' or '▲' or '◎' or '●' or '■' or '◆' or '•' or '※')
        {
            before--;
        }

        return FollowsDash(view, i) || before == 0 || view[before - 1] == '\n' || Signs.EndsSentence(view[before - 1]) || FollowsNumber(view, before);
    }

    /// <summary>(一)补齐短板——牵头单位:市教育局.</summary>
    public static bool FollowsDash(SourceView view, int i) => i > 2 && view[i - 1] is '—' or '-' && view[i - 2] is '—' or '-' && UnitLabels.At(view, i) is not null;

    /// <summary>1.市教育局牵头…: the item's own number stands before its first sentence.</summary>
    private static bool FollowsNumber(SourceView view, int index)
    {
        if (view[index - 1] is not ('.' or '、' or ')'))
        {
            return false;
        }

        var before = index - 1;
        while (before > 0 && index - before < 6 && (Signs.IsDigit(view[before - 1]) || Numerals.IsNumeral(view[before - 1]) || view[before - 1] == '('))
        {
            before--;
        }

        while (before > 0 && index - before < LongestIndent && view[before - 1] == ' ')
        {
            before--;
        }

        return before < index - 1 && (before == 0 || view[before - 1] == '\n' || Signs.EndsSentence(view[before - 1]));
    }

    /// <summary>A statement without labels counts only where it closes a sentence: …提升。(A牵头) or …提升(A牵头)。</summary>
    private static bool ClosesSentence(SourceView view, int open, int close)
    {
        var after = close + 1;
        while (view[after] == ' ')
        {
            after++;
        }

        return Signs.EndsSentence(view[after]) || view[after] is '\n' or '\0' || (open > 0 && Signs.EndsSentence(view[open - 1]));
    }
}
