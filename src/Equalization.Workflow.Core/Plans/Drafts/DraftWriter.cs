using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans.Drafts;

/// <summary>Turns what the reader found into measures of a plan version, with units matched to the list as far as it knows them.</summary>
public static class DraftWriter
{
    private const int TitleLength = 300;
    private const int NameLength = 100;

    /// <summary>One measure of the draft; <paramref name="shift"/> is where the reader's text begins in the version's source.</summary>
    public static Measure Write(PlanVersion version, DraftMeasure draft, int position, int shift, UnitMatcher units)
    {
        var title = string.IsNullOrWhiteSpace(draft.Title) ? FirstClause(draft.Body) : draft.Title;
        var measure = new Measure(
            version, position, draft.Number is null ? null : Cut(draft.Number, 20), Cut(title, TitleLength), Cut(draft.Section, 500), draft.Body,
            draft.Span.Start + shift, draft.Span.Length);
        // What is open about a missing lead follows from the units, and must vanish when these are corrected.
        var hasLead = draft.Units.Any(u => u.Role == DraftUnitRole.Lead);
        foreach (var doubt in draft.Doubts.Where(d => hasLead || !d.Contains("牵头", StringComparison.Ordinal)))
        {
            measure.AddDoubt(doubt);
        }

        if (string.IsNullOrWhiteSpace(draft.Title))
        {
            measure.AddDoubt("原文没有措施名称，已取正文第一句，请核对。");
        }

        WriteUnits(measure, draft, shift, units);
        WriteDates(measure, draft, shift);
        return measure;
    }

    /// <summary>The words up to the first full stop, colon or semicolon, for a measure without a heading.</summary>
    public static string FirstClause(string text)
    {
        var line = text.TrimStart();
        var end = line.IndexOfAny(['。', '：', ':', '；', ';', '\n']);
        var clause = (end > 0 ? line[..end] : line).Trim();
        return clause.Length == 0 ? "（无名称）" : Cut(clause, 60);
    }

    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    private static void WriteUnits(Measure measure, DraftMeasure draft, int shift, UnitMatcher units)
    {
        var proposed = draft.Units.All(u => u.Role != DraftUnitRole.Lead)
            && draft.Units.Count(u => u.Role == DraftUnitRole.Responsible) == 1;
        var positions = new Dictionary<DraftUnitRole, int>();
        foreach (var named in draft.Units)
        {
            var lead = proposed && named.Role == DraftUnitRole.Responsible;
            var role = lead ? DraftUnitRole.Lead : named.Role;
            var place = positions.GetValueOrDefault(role);
            positions[role] = place + 1;
            var unit = new MeasureUnit(
                measure.JurisdictionId, role, place, Cut(named.Name, NameLength), named.Span.Start + shift, named.Span.Length)
            {
                FullName = Cut(named.ResolvedName, NameLength),
                IsCollective = named.IsCollective,
            };
            Match(measure, unit, units);
            measure.Add(unit);
            if (lead)
            {
                var label = named.Label.Length > 0 ? named.Label : "责任单位";
                measure.AddDoubt($"原文只写“{label}：{named.Name}”，没有写牵头单位，已拟为牵头单位，请核对。");
            }
        }
    }

    private static void Match(Measure measure, MeasureUnit unit, UnitMatcher units)
    {
        var match = units.Find(unit.AsWritten, unit.FullName);
        if (match.To is { } to)
        {
            if (to.IsGroup)
            {
                unit.MatchGroup(to.Id);
            }
            else
            {
                unit.MatchUnit(to.Id);
            }

            if (match.Certainty == Certainty.Likely)
            {
                measure.AddDoubt($"“{unit.AsWritten}”按简称对应为“{to.Name}”，请核对。");
            }
        }
        else if (match.Others.Count > 0)
        {
            measure.AddDoubt($"“{unit.AsWritten}”可能是{string.Join("、", match.Others.Take(5).Select(n => "“" + n + "”"))}，请选定。");
        }
    }

    private static void WriteDates(Measure measure, DraftMeasure draft, int shift)
    {
        foreach (var deadline in draft.Deadlines)
        {
            measure.Add(new MeasureDeadline
            {
                JurisdictionId = measure.JurisdictionId,
                MeasureId = measure.Id,
                AsWritten = Cut(deadline.AsWritten, NameLength),
                Kind = deadline.Kind,
                Day = deadline.Day,
                StartOn = deadline.StartOn,
                SourceStart = deadline.Span.Start + shift,
                SourceLength = deadline.Span.Length,
            });
        }

        foreach (var (index, target) in draft.Targets.Index())
        {
            measure.Add(new Target
            {
                JurisdictionId = measure.JurisdictionId,
                MeasureId = measure.Id,
                Position = index,
                Year = target.Year,
                AsWritten = Cut(target.AsWritten, 500),
                Metric = Cut(target.Metric, TitleLength),
                Comparator = target.Comparator,
                Value = target.Value,
                Upper = target.Upper,
                Unit = target.Unit is null ? null : Cut(target.Unit, 20),
                Aspirational = target.Aspirational,
                RecursYearly = target.RecursYearly,
                PerUnit = target.PerUnit is null ? null : Cut(target.PerUnit, 40),
                Basis = target.Basis is null ? null : Cut(target.Basis, 200),
                SourceStart = target.Span.Start + shift,
                SourceLength = target.Span.Length,
            });
        }
    }
}
