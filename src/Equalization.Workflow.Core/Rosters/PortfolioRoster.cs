using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>Checks a roster of leaders' portfolios. A row may name several units; a leader of several posts is told by the post's name.</summary>
internal sealed class PortfolioRoster
{
    private static readonly char[] Separators = ['、', ';', '；', ',', '，', '\n', '\r'];

    private readonly RosterState state;
    private readonly NameBook names;
    private readonly Dictionary<Guid, Unit> units;
    private readonly ILookup<string, (Person Person, Membership Post)> posts;
    private readonly List<Portfolio> charges;
    private readonly Dictionary<Guid, int> rowOfCharge = [];

    public PortfolioRoster(RosterState state)
    {
        this.state = state;
        names = new NameBook(state);
        units = state.Units.ToDictionary(u => u.Id);
        charges = [.. state.Portfolios];
        posts = state.People.SelectMany(p => state.Posts[p.Id], (person, post) => (person, post))
            .Where(p => p.post.ToOn is null || p.post.ToOn >= state.Actor.Day).ToLookup(p => p.person.Name);
    }

    public RosterCheckParts Check(TableHeads heads, IEnumerable<TableRow> rows)
    {
        var lines = rows.Select(r => One(heads, r)).ToList();
        var people = posts.SelectMany(p => p).ToDictionary(p => p.Post.Id, p => p.Person);
        return new(lines, [.. state.Portfolios
            .Where(p => (p.ToOn is null || p.ToOn >= state.Actor.Day) && !rowOfCharge.ContainsKey(p.Id) && people.ContainsKey(p.MembershipId))
            .OrderBy(p => people[p.MembershipId].SortKey, StringComparer.Ordinal).ThenBy(p => units[p.UnitId].SortKey, StringComparer.Ordinal)
            .Select(p => new TableMissing(p.UnitId, people[p.MembershipId].Name, units[p.UnitId].Name))]);
    }

    private CheckedRow One(TableHeads heads, TableRow row)
    {
        var line = new CheckedRow(heads, row, PeopleRoster.PlainName(heads.Cell(row, RosterColumns.Leader).Text));
        line.CheckCells(heads.Columns.Keys);
        var post = PostOf(line);
        var wanted = UnitsOf(line);
        var from = line.Day(RosterColumns.ChargeFrom, state.Actor.Day);
        if (post is null || from is null || !line.IsRight)
        {
            return line;
        }

        var made = new List<Portfolio>();
        foreach (var unit in wanted)
        {
            Settle(line, post, unit, from.Value, made);
        }

        line.IsNew = made.Count > 0;
        if (line.IsRight)
        {
            charges.AddRange(made);
            made.ForEach(p => rowOfCharge.Add(p.Id, line.Row));
            line.Sets(RosterColumns.Charge, null, made.Count == 0 ? null : string.Join("、", made.Select(p => units[p.UnitId].Name)));
            line.Sets(RosterColumns.ChargeFrom, null, made.Count == 0 ? null : $"{from.Value:yyyy-MM-dd}");
            line.Apply = db => db.AddRange(made);
        }

        return line;
    }

    private void Settle(CheckedRow line, Membership post, Unit unit, DateOnly from, List<Portfolio> made)
    {
        var held = charges.Find(p => p.MembershipId == post.Id && p.UnitId == unit.Id && (p.ToOn is null || p.ToOn >= state.Actor.Day));
        if (held is not null && rowOfCharge.TryGetValue(held.Id, out var before))
        {
            line.Refuse(RosterColumns.Charge, new RuleBroken("roster-twice-charge", "第 {0} 行已写明分管“{1}”。请删去其中一处。", before, unit.Name));
        }
        else if (held is not null)
        {
            if (line.Has(RosterColumns.ChargeFrom) && held.FromOn != from)
            {
                line.Refuse(RosterColumns.ChargeFrom, new RuleBroken("roster-charge-fixed", "分管“{0}”已登记自 {1} 起，导入不改已登记的日期。请改为该日或留空。", unit.Name, held.FromOn));
            }

            rowOfCharge.TryAdd(held.Id, line.Row);
        }
        else if (line.Holds(RosterColumns.Charge, () => PostRules.RequireCharge(post, charges.Concat(made), unit.Id, from)))
        {
            made.Add(new Portfolio(post.JurisdictionId, post.Id, unit.Id, from));
        }
    }

    private Membership? PostOf(CheckedRow line)
    {
        var named = posts[line.Title].Where(p => p.Post.Role == Role.Leader).ToList();
        var written = line.Text(RosterColumns.Post);
        var fitting = written.Length == 0 ? named : named.FindAll(p => p.Post.Post == written);
        switch (fitting.Count)
        {
            case 1:
                return fitting[0].Post;
            case 0 when line.Title.Length == 0:
                line.Refuse(RosterColumns.Leader, new RuleBroken("roster-leader-missing", "请填写领导姓名。"));
                return null;
            case 0 when named.Count > 0:
                line.Refuse(RosterColumns.Post, new RuleBroken("roster-leader-post", "此人登记的领导职务是：{0}。请改写为其中一个，或先登记这一职务。", string.Join("、", named.Select(p => p.Post.Post))));
                return null;
            case 0:
                line.Refuse(RosterColumns.Leader, new RuleBroken("roster-leader", "没有找到这位在任领导。请先在人员表中以“领导”角色登记。"));
                return null;
            default:
                line.Refuse(RosterColumns.Post, new RuleBroken("roster-leader-several", "有几个领导岗位与此相符：{0}。请填写职务；同名同职务的，请在单位页登记分管。",
                    string.Join("、", fitting.Select(p => units[p.Post.UnitId].ShortName + p.Post.Post))));
                return null;
        }
    }

    private List<Unit> UnitsOf(CheckedRow line)
    {
        var found = new List<Unit>();
        var written = line.Text(RosterColumns.Charge).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (written.Length == 0)
        {
            line.Refuse(RosterColumns.Charge, new RuleBroken("roster-charge-missing", "请填写分管单位；几个单位用顿号隔开。"));
        }

        foreach (var name in written)
        {
            if (names.Find(name) is not { } id || names.IsGroup(id))
            {
                line.Refuse(RosterColumns.Charge, new RuleBroken("roster-charge-unit", "没有找到单位“{0}”。请先登记该单位，或改写为已登记的全称、简称、别名。", name));
            }
            else if (units[id].EndedOn is { } ended && ended < state.Actor.Day)
            {
                line.Refuse(RosterColumns.Charge, new RuleBroken("roster-charge-ended", "“{0}”已于 {1} 撤销。请改写承接其职责的单位。", name, ended));
            }
            else
            {
                found.Add(units[id]);
            }
        }

        return [.. found.DistinctBy(u => u.Id)];
    }
}
