using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>Checks a roster of units. A unit is known by its full name; an empty cell changes nothing, and aliases are added, never taken away.</summary>
internal sealed class UnitRoster(RosterState state)
{
    private readonly NameBook names = new(state);
    private readonly Dictionary<Guid, Unit> known = state.Units.ToDictionary(u => u.Id);
    private readonly Dictionary<string, int> rowOfName = [];
    private readonly Dictionary<Guid, Draft> drafts = [];

    public RosterCheckParts Check(TableHeads heads, IEnumerable<TableRow> rows)
    {
        var lines = rows.Select(r => One(heads, r)).ToList();
        foreach (var draft in drafts.Values)
        {
            FindParent(draft);
        }

        RequireTree();
        LeaveOrphansOut();
        foreach (var draft in drafts.Values)
        {
            draft.Line.Apply = db => Write(db, draft);
        }

        var named = drafts.Values.Select(d => d.Id).ToHashSet();
        return new(lines, [.. state.Units.Where(u => !named.Contains(u.Id) && (u.EndedOn is null || u.EndedOn >= state.Actor.Day)).OrderBy(u => u.SortKey, StringComparer.Ordinal)
            .Select(u => new TableMissing(u.Id, u.Name, RosterColumns.WordOf(u.Kind)))]);
    }

    private CheckedRow One(TableHeads heads, TableRow row)
    {
        var written = heads.Cell(row, RosterColumns.Name).Text;
        var line = new CheckedRow(heads, row, written);
        line.CheckCells(heads.Columns.Keys);
        var name = "";
        line.Holds(RosterColumns.Name, () => name = UnitText.Required(written, UnitRules.LongestName, RosterColumns.Name));
        if (!line.IsRight)
        {
            return line;
        }

        if (!rowOfName.TryAdd(UnitAlias.Normalise(name), row.Number))
        {
            line.Refuse(RosterColumns.Name, new RuleBroken("roster-twice", "第 {0} 行已是这个单位。请删去其中一行。", rowOfName[UnitAlias.Normalise(name)]));
            return line;
        }

        var unit = names.Named(name) is { } id ? known.GetValueOrDefault(id) : null;
        var draft = new Draft(line, unit?.Id ?? Guid.CreateVersion7(), unit, name);
        line.IsNew = unit is null;
        line.Holds(RosterColumns.Name, () => names.RequireFreeName(draft.Id, name));
        if (unit?.EndedOn is { } ended && ended < state.Actor.Day)
        {
            line.Refuse(RosterColumns.Name, new RuleBroken("roster-unit-ended", "该单位已于 {0} 撤销。请删去这一行，或改写承接其职责的单位。", ended));
        }

        ReadKind(draft);
        line.Holds(RosterColumns.ShortName, () => draft.ShortName = UnitText.Optional(line.Text(RosterColumns.ShortName), UnitRules.LongestShortName, RosterColumns.ShortName));
        line.Holds(RosterColumns.Aliases, () =>
        {
            draft.Aliases = UnitText.Aliases(line.Text(RosterColumns.Aliases), UnitRules.LongestName, RosterColumns.Aliases);
            draft.Aliases.ToList().ForEach(a => names.RequireFreeAlias(draft.Id, a));
        });
        Compare(draft);
        if (line.IsRight)
        {
            names.Add(draft.Id, name, draft.ShortName, draft.Aliases);
        }

        drafts.Add(draft.Id, draft);
        return line;
    }

    private static RuleBroken ParentWrong(int row) => new("roster-parent-wrong", "上级单位在第 {0} 行，那一行有错。请先改正那一行。", row);

    private static void ReadKind(Draft draft)
    {
        var line = draft.Line;
        var kind = RosterColumns.KindOf(line.Text(RosterColumns.Kind));
        if (kind is null && (line.Has(RosterColumns.Kind) || draft.Known is null))
        {
            line.Refuse(RosterColumns.Kind, new RuleBroken("roster-kind", "请填写类别，只能是：{0}。", RosterColumns.KindWords));
        }
        else if (draft.Known is { } unit && kind is not null && kind != unit.Kind)
        {
            line.Refuse(RosterColumns.Kind, new RuleBroken("roster-kind-fixed", "该单位已登记为“{0}”，类别不能更改。请改填“{0}”或留空。", RosterColumns.WordOf(unit.Kind)));
        }

        draft.Kind = draft.Known?.Kind ?? kind ?? default;
    }

    private static void Compare(Draft draft)
    {
        var line = draft.Line;
        if (draft.Known is not { } unit)
        {
            line.Sets(RosterColumns.Name, null, draft.Name);
            line.Sets(RosterColumns.Kind, null, RosterColumns.WordOf(draft.Kind));
            line.Sets(RosterColumns.ShortName, null, draft.ShortName);
            line.Sets(RosterColumns.Aliases, null, draft.Aliases.Count == 0 ? null : string.Join("、", draft.Aliases));
            return;
        }

        line.Sets(RosterColumns.ShortName, unit.ShortName, draft.ShortName);
        var held = unit.Aliases.Select(a => a.Normalised).Append(UnitAlias.Normalise(unit.Name)).ToHashSet();
        var more = draft.Aliases.Where(a => !held.Contains(UnitAlias.Normalise(a))).ToList();
        if (more.Count > 0)
        {
            var now = unit.Aliases.Select(a => a.Text).Order(StringComparer.Ordinal).ToList();
            line.Sets(RosterColumns.Aliases, string.Join("、", now), string.Join("、", now.Concat(more)));
        }
    }

    private void FindParent(Draft draft)
    {
        var line = draft.Line;
        draft.ParentId = draft.Known?.ParentId;
        if (!line.Has(RosterColumns.Parent))
        {
            return;
        }

        var written = UnitAlias.Normalise(line.Text(RosterColumns.Parent));
        var found = names.Find(written);
        if (found is null && rowOfName.TryGetValue(written, out var row))
        {
            line.Refuse(RosterColumns.Parent, ParentWrong(row));
            return;
        }

        if (found is null || names.IsGroup(found.Value))
        {
            line.Refuse(RosterColumns.Parent, new RuleBroken("roster-parent", "没有找到这个上级单位。请先登记它，或在本表中增加一行，名称须一致。"));
            return;
        }

        draft.ParentId = found;
        if (draft.Known?.ParentId != found)
        {
            line.Sets(RosterColumns.Parent, draft.Known?.ParentId is { } above ? known[above].Name : null, NameOf(found.Value));
        }
    }

    private void RequireTree()
    {
        var parents = state.Units.ToDictionary(u => u.Id, u => u.ParentId);
        foreach (var draft in drafts.Values.Where(d => d.Line.IsRight))
        {
            parents[draft.Id] = draft.ParentId;
        }

        foreach (var draft in drafts.Values.Where(d => d.Line.IsRight && d.ParentId is not null))
        {
            draft.Line.Holds(RosterColumns.Parent, () => UnitRules.RequireTree(parents, draft.Id, draft.ParentId!.Value));
        }
    }

    /// <summary>A unit under one that does not come in cannot come in either; and so on down.</summary>
    private void LeaveOrphansOut()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var draft in drafts.Values.Where(d => d.Line.IsRight && d.ParentId is { } above && !known.ContainsKey(above) && !drafts[above].Line.IsRight))
            {
                draft.Line.Refuse(RosterColumns.Parent, ParentWrong(drafts[draft.ParentId!.Value].Line.Row));
                changed = true;
            }
        }
    }

    private string NameOf(Guid id) => known.TryGetValue(id, out var unit) ? unit.Name : drafts[id].Name;

    private void Write(WorkflowDb db, Draft draft)
    {
        var unit = draft.Known ?? Unit.Of(draft.Id, state.Actor.JurisdictionId, draft.Name, draft.Kind, draft.ShortName);
        if (draft.Known is null)
        {
            db.Add(unit);
        }
        else if (draft.ShortName is not null)
        {
            unit.Rename(unit.Name, draft.ShortName);
        }

        unit.MoveUnder(draft.ParentId);
        var before = unit.Aliases.Count;
        draft.Aliases.ToList().ForEach(unit.AddAlias);
        if (draft.Known is not null && unit.Aliases.Count > before)
        {
            // A change of aliases alone must still meet a change made meanwhile.
            db.Entry(unit).Property(u => u.Name).IsModified = true;
        }
    }

    private sealed class Draft(CheckedRow line, Guid id, Unit? known, string name)
    {
        public CheckedRow Line => line;

        public Guid Id => id;

        public Unit? Known => known;

        public string Name => name;

        public string? ShortName { get; set; }

        public UnitKind Kind { get; set; }

        public IReadOnlyList<string> Aliases { get; set; } = [];

        public Guid? ParentId { get; set; }
    }
}

/// <summary>The rows as checked, and what the file does not name.</summary>
internal sealed record RosterCheckParts(IReadOnlyList<CheckedRow> Lines, IReadOnlyList<TableMissing> Missing);
