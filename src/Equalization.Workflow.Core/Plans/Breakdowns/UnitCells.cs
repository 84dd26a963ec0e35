using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Tables.RoundTrips;

namespace Equalization.Workflow.Core.Plans.Breakdowns;

/// <summary>A unit as a cell asks for it: one that the measure has, or one of the list. Likely: found by a short form, which a person should look at.</summary>
internal sealed record WantedUnit(MeasureUnit? Held, string Written, KnownName? Listed, bool IsLikely);

/// <summary>Reads the cells that name units, several to a cell, and puts what they ask for to the measure.</summary>
internal sealed class UnitCells(UnitMatcher matcher, BreakdownRows rows)
{
    private const string Separators = "、;；,，\n";
    private const string Opening = "(（[【〔《";
    private const string Closing = ")）]】〕》";

    /// <summary>Cuts a cell into names; what stands in brackets, as in 各区县(市、区)政府, is not cut.</summary>
    public static IReadOnlyList<string> Names(string written)
    {
        var names = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= written.Length; i++)
        {
            if (i == written.Length || (depth == 0 && Separators.Contains(written[i], StringComparison.Ordinal)))
            {
                var name = written[start..i].Trim();
                start = i + 1;
                if (name.Length > 0)
                {
                    names.Add(name);
                }

                continue;
            }

            depth += Opening.Contains(written[i], StringComparison.Ordinal) ? 1 : 0;
            depth -= depth > 0 && Closing.Contains(written[i], StringComparison.Ordinal) ? 1 : 0;
        }

        return names;
    }

    /// <summary>
    /// What the row asks for in each role whose cell was changed. Notes names that the list does not know (unit-unknown-name), that could be several
    /// (unit-several) and that stand there twice (unit-twice).
    /// </summary>
    public Dictionary<DraftUnitRole, IReadOnlyList<WantedUnit>> Read(ReturnedRow row, Measure? measure)
    {
        var wanted = new Dictionary<DraftUnitRole, IReadOnlyList<WantedUnit>>();
        foreach (var role in Enum.GetValues<DraftUnitRole>())
        {
            var column = BreakdownTables.ColumnOf(role);
            if (!row.Has(column))
            {
                continue;
            }

            var held = measure?.Units.Where(u => u.Role == role).OrderBy(u => u.Position).ToList() ?? [];
            var found = new List<WantedUnit>();
            foreach (var name in Names(row.Says(column)))
            {
                row.Line.Holds(column, () => found.Add(One(name, held, found)));
            }

            row.Note(column, string.Join("、", found.Select(NameOf)));
            if (measure is null || !found.Select(f => f.Held).SequenceEqual(held))
            {
                wanted.Add(role, found);
            }
        }

        return wanted;
    }

    /// <summary>Leaves the measure with what was asked for in these roles; a unit that moves from one role to another stays the same.</summary>
    public static void Write(WorkflowDb db, Measure measure, Dictionary<DraftUnitRole, IReadOnlyList<WantedUnit>> wanted)
    {
        var kept = wanted.Values.SelectMany(w => w).Select(w => w.Held).OfType<MeasureUnit>().ToHashSet();
        var free = measure.Units.Where(u => wanted.ContainsKey(u.Role) && !kept.Contains(u)).ToList();
        foreach (var (role, units) in wanted)
        {
            foreach (var (place, want) in units.Index())
            {
                var unit = want.Held ?? free.Find(u => (u.UnitId ?? u.GroupId) == want.Listed!.Id) ?? New(db, measure, role, want);
                free.Remove(unit);
                (unit.Role, unit.Position) = (role, place);
            }
        }

        foreach (var unit in free)
        {
            measure.Remove(unit);
            db.Remove(unit);
        }
    }

    private static MeasureUnit New(WorkflowDb db, Measure measure, DraftUnitRole role, WantedUnit want)
    {
        var listed = want.Listed!;
        var unit = new MeasureUnit(measure.JurisdictionId, role, 0, want.Written, measure.SourceStart, 0) { IsCollective = listed.IsGroup };
        if (listed.IsGroup)
        {
            unit.MatchGroup(listed.Id);
        }
        else
        {
            unit.MatchUnit(listed.Id);
        }

        if (want.IsLikely)
        {
            measure.AddDoubt($"“{want.Written}”按简称对应为“{listed.Name}”，请核对。");
        }

        measure.Add(unit);
        db.Add(unit);
        return unit;
    }

    private WantedUnit One(string name, List<MeasureUnit> held, List<WantedUnit> found)
    {
        var key = UnitKeys.Exact(name);
        var same = held.Find(u => UnitKeys.Exact(rows.NameOf(u)) == key || UnitKeys.Exact(u.AsWritten) == key);
        var match = same is null ? matcher.Find(name, name) : UnitMatch.Unknown;
        if (same is null && match.To is { } to)
        {
            same = held.Find(u => (u.UnitId ?? u.GroupId) == to.Id);
        }

        if (same is null && match.To is null)
        {
            throw match.Others.Count > 0
                ? new RuleBroken("unit-several", "“{0}”可能是：{1}。请写明全称。", name, string.Join("、", match.Others.Take(5)))
                : new RuleBroken("unit-unknown-name", "单位列表中没有“{0}”。请改写为已登记的全称、简称或别名，或者先登记该单位。", name);
        }

        var wanted = new WantedUnit(same, name, match.To, match.Certainty == Certainty.Likely);
        return found.Exists(f => NameOf(f) == NameOf(wanted))
            ? throw new RuleBroken("unit-twice", "“{0}”已在这条措施中，不需要重复添加。", name)
            : wanted;
    }

    private string NameOf(WantedUnit wanted) => wanted.Held is { } held ? rows.NameOf(held) : wanted.Listed!.Name;
}
