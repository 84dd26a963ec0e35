using System.Text;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>
/// Checks a roster of people, one post a row; a person of two units stands in two rows. An empty cell changes nothing. A post that the file does not name
/// goes on; whoever has left is ended by a person.
/// </summary>
internal sealed class PeopleRoster
{
    private readonly RosterState state;
    private readonly NameBook names;
    private readonly Dictionary<Guid, Unit> units;
    private readonly PeopleDrafts people;
    private readonly HashSet<Guid> named = [];
    private readonly Dictionary<(Guid Person, Guid Unit, Role Role, string Post), int> rowOfPost = [];

    public PeopleRoster(RosterState state)
    {
        this.state = state;
        names = new NameBook(state);
        units = state.Units.ToDictionary(u => u.Id);
        people = new PeopleDrafts(state, id => units[id].ShortName);
    }

    public RosterCheckParts Check(TableHeads heads, IEnumerable<TableRow> rows)
    {
        var lines = rows.Select(r => One(heads, r)).ToList();
        var missing = from person in people.All
                      where person.Known is not null
                      from post in person.Posts
                      where post.HoldsOn(state.Actor.Day) && !named.Contains(post.Id)
                      orderby units[post.UnitId].SortKey, person.Known!.SortKey
                      select new TableMissing(post.UnitId, person.Name, units[post.UnitId].Name + " · " + post.Post);
        return new(lines, [.. missing]);
    }

    /// <summary>Chinese names are often spread with blanks to equal width; between letters of other scripts a blank belongs.</summary>
    internal static string PlainName(string written) =>
        written.Any(char.IsAsciiLetter) ? written : string.Concat(written.Where(c => !char.IsWhiteSpace(c)));

    private static string ColumnOf(string? field) => field switch
    {
        nameof(Appointment.FromOn) => RosterColumns.FromOn,
        nameof(Appointment.Role) => RosterColumns.Role,
        nameof(Appointment.Post) => RosterColumns.Post,
        _ => RosterColumns.Person,
    };

    private static string? HalfWidth(string written) => written.Length == 0 ? null : written.Normalize(NormalizationForm.FormKC).Trim();

    private CheckedRow One(TableHeads heads, TableRow row)
    {
        var line = new CheckedRow(heads, row, PlainName(heads.Cell(row, RosterColumns.Person).Text));
        line.CheckCells(heads.Columns.Keys);
        var entry = new Entry();
        line.Holds(RosterColumns.Person, () => entry.Name = UnitText.Required(line.Title, PostRules.LongestName, RosterColumns.Person));
        line.Holds(RosterColumns.Post, () => entry.Post = UnitText.Required(line.Text(RosterColumns.Post), PostRules.LongestPost, RosterColumns.Post));
        line.Holds(RosterColumns.Mobile, () => entry.Mobile = UnitText.Optional(HalfWidth(line.Text(RosterColumns.Mobile)), PostRules.LongestMobile, RosterColumns.Mobile));
        line.Holds(RosterColumns.Email, () => entry.Email = EmailAddress.Of(HalfWidth(line.Text(RosterColumns.Email)), RosterColumns.Email));
        line.Holds(RosterColumns.UserName, () => entry.UserName = SignInName.Of(HalfWidth(line.Text(RosterColumns.UserName))));
        var unit = UnitOf(line);
        var role = RoleOf(line);
        var from = line.Day(RosterColumns.FromOn, state.Actor.Day);
        if (unit is not null && role is not null && from is not null && line.IsRight)
        {
            Settle(line, entry, unit, role.Value, from.Value);
        }

        return line;
    }

    private Unit? UnitOf(CheckedRow line)
    {
        var written = line.Text(RosterColumns.Unit);
        if (names.Find(written) is not { } id)
        {
            line.Refuse(RosterColumns.Unit, written.Length == 0
                ? new RuleBroken("roster-unit-missing", "请填写单位。")
                : new RuleBroken("roster-unit", "没有找到这个单位。请先导入或新增该单位，或改写为已登记的全称、简称、别名。"));
            return null;
        }

        if (names.IsGroup(id))
        {
            line.Refuse(RosterColumns.Unit, new RuleBroken("roster-unit-group", "这是集体单位。人员要登记在具体单位，请改写为其中一个成员单位。"));
            return null;
        }

        return units[id];
    }

    private static Role? RoleOf(CheckedRow line)
    {
        var role = RosterColumns.RoleOf(line.Text(RosterColumns.Role));
        if (role is null)
        {
            line.Refuse(RosterColumns.Role, new RuleBroken("roster-role", "请填写角色，只能是：{0}。", RosterColumns.RoleWords));
        }

        return role;
    }

    private void Settle(CheckedRow line, Entry entry, Unit unit, Role role, DateOnly from)
    {
        PersonDraft? person = null;
        if (!line.Holds(RosterColumns.Person, () => person = people.Find(entry.Name, entry.Mobile, entry.UserName, unit.Id)))
        {
            return;
        }

        var id = person?.Id ?? Guid.CreateVersion7();
        var isKnownPost = person?.Posts.Find(m => m.UnitId == unit.Id && m.Role == role && m.Post == entry.Post && (m.ToOn is null || m.ToOn >= state.Actor.Day));
        if (rowOfPost.TryGetValue((id, unit.Id, role, entry.Post), out var before))
        {
            line.Refuse(RosterColumns.Person, new RuleBroken("roster-twice-post", "与第 {0} 行相同：同一人、同一单位、同一职务。请删去其中一行。", before));
            return;
        }

        if (isKnownPost is not null)
        {
            if (line.Has(RosterColumns.FromOn) && isKnownPost.FromOn != from)
            {
                line.Refuse(RosterColumns.FromOn, new RuleBroken("roster-from-fixed", "这一任职已登记自 {0} 起，导入不改已登记的日期。请改为该日或留空。", isKnownPost.FromOn));
            }
        }
        else
        {
            line.Holds(ColumnOf, () => PostRules.RequireFit(unit, role, from));
            line.Holds(ColumnOf, () => PostRules.RequireAnother(state.Actor, id));
            line.Holds(ColumnOf, () => PostRules.RequireSeparateDuties(person?.Posts ?? [], unit.Id, role, entry.Post, from));
        }

        CheckUserName(line, person, id, entry.UserName);
        if (line.IsRight)
        {
            Take(line, entry, person, id, unit, role, from, isKnownPost);
            rowOfPost.Add((id, unit.Id, role, entry.Post), line.Row);
        }
    }

    private void CheckUserName(CheckedRow line, PersonDraft? person, Guid id, string? userName)
    {
        if (userName is null)
        {
            return;
        }

        if (person is not null && people.HasSignIn(person) && !string.Equals(person.UserName, userName, StringComparison.OrdinalIgnoreCase))
        {
            line.Refuse(RosterColumns.UserName, new RuleBroken("roster-user-name-fixed", "此人已有账户，用户名是“{0}”，导入不改用户名。请改填或留空。", person.UserName!));
            return;
        }

        line.Holds(RosterColumns.UserName, () => people.RequireFreeUserName(id, userName));
    }

    private void Take(CheckedRow line, Entry entry, PersonDraft? person, Guid id, Unit unit, Role role, DateOnly from, Membership? held)
    {
        line.IsNew = held is null;
        if (held is null)
        {
            line.Sets(RosterColumns.Unit, null, unit.Name);
            line.Sets(RosterColumns.Post, null, entry.Post);
            line.Sets(RosterColumns.Role, null, RosterColumns.WordOf(role));
            line.Sets(RosterColumns.FromOn, null, $"{from:yyyy-MM-dd}");
        }
        else
        {
            named.Add(held.Id);
        }

        line.Sets(RosterColumns.Mobile, person?.Mobile, entry.Mobile);
        line.Sets(RosterColumns.Email, person?.Email, entry.Email);
        line.Sets(RosterColumns.UserName, person?.UserName, entry.UserName);
        if (person is null)
        {
            person = new PersonDraft(null, id, entry.Name) { Row = line.Row };
            people.Add(person);
        }

        person.Mobile = entry.Mobile ?? person.Mobile;
        person.Email = entry.Email ?? person.Email;
        if (entry.UserName is not null && !people.HasSignIn(person))
        {
            person.UserName = entry.UserName;
            people.Names(person, entry.UserName);
        }

        var post = held ?? new Membership(unit.JurisdictionId, id, unit.Id, role, entry.Post, from);
        if (held is null)
        {
            person.Posts.Add(post);
        }

        line.Apply = db => Write(db, person, held is null ? post : null);
    }

    private void Write(WorkflowDb db, PersonDraft draft, Membership? post)
    {
        var person = draft.Known ?? draft.Made;
        if (person is null)
        {
            draft.Made = person = Person.Of(draft.Id, draft.Name);
            db.Add(person);
        }

        person.Reach(draft.Email, draft.Mobile);
        if (!people.HasSignIn(draft))
        {
            person.SignInAs(draft.UserName);
        }

        if (post is not null)
        {
            db.Add(post);
        }
    }

    private sealed class Entry
    {
        public string Name { get; set; } = "";

        public string Post { get; set; } = "";

        public string? Mobile { get; set; }

        public string? Email { get; set; }

        public string? UserName { get; set; }
    }
}
