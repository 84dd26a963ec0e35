using System.Text;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>A person as known before the file, or as made by its earlier rows, with all posts so far.</summary>
internal sealed class PersonDraft(Person? known, Guid id, string name)
{
    public Person? Known => known;

    public Guid Id => id;

    public string Name => name;

    public string? Mobile { get; set; }

    public string? Email { get; set; }

    public string? UserName { get; set; }

    /// <summary>The row that made the person; 0 for somebody known.</summary>
    public int Row { get; init; }

    public List<Membership> Posts { get; } = [];

    public Person? Made { get; set; }
}

/// <summary>Tells people of equal names apart: by user name, by mobile, by a post in the same unit. Where none of these decides, it says so.</summary>
internal sealed class PeopleDrafts
{
    private readonly Dictionary<string, List<PersonDraft>> byName = [];
    private readonly Dictionary<string, PersonDraft> byUserName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Guid> heldUserNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, string> signIns;
    private readonly Func<Guid, string> unitName;

    public PeopleDrafts(RosterState state, Func<Guid, string> unitName)
    {
        this.unitName = unitName;
        signIns = state.SignIns.GroupBy(s => s.PersonId).ToDictionary(s => s.Key, s => s.First().UserName);
        foreach (var held in state.Wished.Concat(state.SignIns))
        {
            heldUserNames[held.UserName] = held.PersonId;
        }

        foreach (var person in state.People)
        {
            var draft = new PersonDraft(person, person.Id, person.Name)
            {
                Mobile = person.Mobile, Email = person.Email, UserName = signIns.GetValueOrDefault(person.Id) ?? person.SignInName,
            };
            draft.Posts.AddRange(state.Posts[person.Id]);
            Add(draft);
        }
    }

    public IEnumerable<PersonDraft> All => byName.Values.SelectMany(d => d);

    public void Add(PersonDraft draft)
    {
        if (!byName.TryGetValue(draft.Name, out var same))
        {
            byName[draft.Name] = same = [];
        }

        same.Add(draft);
        Names(draft, draft.UserName);
    }

    public void Names(PersonDraft draft, string? userName)
    {
        if (userName is not null)
        {
            byUserName[userName] = draft;
            heldUserNames[userName] = draft.Id;
        }
    }

    public bool HasSignIn(PersonDraft draft) => signIns.ContainsKey(draft.Id);

    public void RequireFreeUserName(Guid personId, string userName)
    {
        if (heldUserNames.TryGetValue(userName, out var holder) && holder != personId)
        {
            throw new RuleBroken("roster-user-name-taken", "用户名“{0}”已是他人的。请换一个；确是同一人的，请核对姓名。", userName);
        }
    }

    /// <summary>Null for somebody new. Refuses (roster-same-name) where the row does not say which of several of that name is meant, or whether it is one of them.</summary>
    public PersonDraft? Find(string name, string? mobile, string? userName, Guid unitId)
    {
        if (userName is not null && byUserName.TryGetValue(userName, out var signed) && signed.Name == name)
        {
            return signed;
        }

        var same = byName.GetValueOrDefault(name) ?? [];
        if (mobile is not null && same.Where(d => Plain(d.Mobile) == Plain(mobile)).ToList() is { Count: > 0 } reached)
        {
            return reached.Count == 1 ? reached[0] : throw Ambiguous(reached[0]);
        }

        var here = same.Where(d => d.Posts.Exists(p => p.UnitId == unitId && p.ToOn is null)).ToList();
        if (here.Count == 1 && (mobile is null || here[0].Mobile is null || here[0].Row == 0))
        {
            return here[0];
        }

        // Two people who both left a number, and not the same one, are two people.
        var unclear = same.Where(d => mobile is null || d.Mobile is null).ToList();
        return unclear.Count == 0 ? null : throw Ambiguous(unclear[0]);
    }

    internal static string? Plain(string? mobile) =>
        mobile is null ? null : string.Concat(mobile.Normalize(NormalizationForm.FormKC).Where(c => char.IsAsciiDigit(c) || c == '+'));

    private RuleBroken Ambiguous(PersonDraft other) => other.Row > 0
        ? new("roster-same-name", "第 {0} 行有同名人员，分不清是否同一人。请在两行都填手机或用户名：相同为同一人，不同为两人。", other.Row)
        : new("roster-same-name", "已登记同名人员（{0}），分不清是否同一人。是同一人的填其已登记的手机“{1}”或用户名，不是的填本人手机。",
            other.Posts.Count == 0 ? "—" : unitName(other.Posts[^1].UnitId) + other.Posts[^1].Post, other.Mobile ?? "（未登记，请先在单位页补登）");
}
