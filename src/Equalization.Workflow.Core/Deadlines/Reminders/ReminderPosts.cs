using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>Somebody to be reminded, in the post held that day.</summary>
public sealed record ReminderPerson(Guid PersonId, string Post);

/// <summary>Who holds which post in a jurisdiction, and who stands in for them, over a span of days: three commands, whatever the number of people.</summary>
public sealed class ReminderPosts
{
    private readonly List<Membership> posts;
    private readonly List<(Guid UnitId, DateOnly FromOn, DateOnly? ToOn, Membership Leader)> charges;

    private ReminderPosts(List<Membership> posts, List<(Guid, DateOnly, DateOnly?, Membership)> charges)
    {
        this.posts = posts;
        this.charges = charges;
    }

    public static async Task<ReminderPosts> Load(WorkflowDb db, Guid jurisdictionId, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var posts = await db.Memberships.AsNoTracking()
            .Where(m => m.JurisdictionId == jurisdictionId && (m.Role == Role.Contact || m.Role == Role.UnitHead || m.Role == Role.Leader || m.Role == Role.Office)
                && m.FromOn <= last && (m.ToOn == null || m.ToOn >= first))
            .OrderBy(m => m.UnitId).ThenBy(m => m.Role).ThenBy(m => m.Id).ToListAsync(ct);
        var portfolios = await db.Portfolios.AsNoTracking()
            .Where(p => p.JurisdictionId == jurisdictionId && p.FromOn <= last && (p.ToOn == null || p.ToOn >= first)).ToListAsync(ct);
        var deputies = await db.Deputies.AsNoTracking()
            .Where(d => d.JurisdictionId == jurisdictionId && d.WithdrawnAt == null && d.FromOn <= last && d.ToOn >= first).ToListAsync(ct);
        var held = posts.Select(p => (Of: p.Id, Post: p)).ToList();
        held.AddRange(from d in deputies join p in posts on d.MembershipId equals p.Id select (p.Id, d.InHand(p)));
        var byPost = held.ToLookup(h => h.Of, h => h.Post);
        return new ReminderPosts(
            held.ConvertAll(h => h.Post),
            [.. portfolios.SelectMany(p => byPost[p.MembershipId], (p, post) => (p.UnitId, p.FromOn, p.ToOn, post))]);
    }

    /// <summary>Who is to be reminded on one day.</summary>
    public ReminderAudience On(DateOnly day) => new(
        [.. posts.Where(p => p.HoldsOn(day))],
        [.. charges.Where(c => c.FromOn <= day && (c.ToOn is null || c.ToOn >= day) && c.Leader.HoldsOn(day)).Select(c => (c.UnitId, c.Leader))]);
}

/// <summary>The people of a jurisdiction on one day, by their relation to a unit.</summary>
public sealed class ReminderAudience
{
    private readonly ILookup<(Guid UnitId, Role Role), ReminderPerson> members;
    private readonly ILookup<Guid, ReminderPerson> leaders;
    private readonly List<ReminderPerson> office;
    private readonly IReadOnlyList<Membership> posts;
    private readonly IReadOnlyList<(Guid UnitId, Membership Leader)> charges;

    internal ReminderAudience(IReadOnlyList<Membership> posts, IReadOnlyList<(Guid UnitId, Membership Leader)> charges)
    {
        members = posts.ToLookup(p => (p.UnitId, p.Role), Person);
        leaders = charges.Select(c => (c.UnitId, Person: Person(c.Leader)))
            .Concat(posts.Where(p => p.Role == Role.Leader).Select(p => (p.UnitId, Person: Person(p))))
            .ToLookup(c => c.UnitId, c => c.Person);
        office = [.. posts.Where(p => p.Role == Role.Office).Select(Person)];
        Units = posts.Where(p => p.Role is Role.Contact or Role.UnitHead).Select(p => (p.PersonId, p.UnitId))
            .Concat(charges.Select(c => (c.Leader.PersonId, c.UnitId)))
            .Concat(posts.Where(p => p.Role == Role.Leader).Select(p => (p.PersonId, p.UnitId)))
            .Distinct().ToLookup(x => x.PersonId, x => x.UnitId);
        OfficePeople = office.Select(o => o.PersonId).ToHashSet();
        People = [.. posts.Select(p => p.PersonId).Distinct()];
        Relations = Relate(posts, charges);
        this.posts = posts;
        this.charges = charges;
    }

    /// <summary>Everybody, people of one unit beside each other.</summary>
    public IReadOnlyList<Guid> People { get; }

    /// <summary>People whose concern is the whole jurisdiction.</summary>
    public IReadOnlySet<Guid> OfficePeople { get; }

    /// <summary>In which relations these people can stand to a subject.</summary>
    public IReadOnlySet<ReminderRecipient> Relations { get; }

    /// <summary>The units that concern a person as their own or as a leader's charge.</summary>
    public ILookup<Guid, Guid> Units { get; }

    public IEnumerable<ReminderPerson> Of(ReminderRecipient recipient, Guid unitId) => recipient switch
    {
        ReminderRecipient.Contact => members[(unitId, Role.Contact)],
        ReminderRecipient.UnitHead => members[(unitId, Role.UnitHead)],
        ReminderRecipient.Cooperating => members[(unitId, Role.Contact)].Concat(members[(unitId, Role.UnitHead)]),
        ReminderRecipient.Leader => leaders[unitId],
        ReminderRecipient.Office => office,
    };

    /// <summary>The same day with these people alone.</summary>
    public ReminderAudience Only(IReadOnlySet<Guid> people) =>
        new([.. posts.Where(p => people.Contains(p.PersonId))], [.. charges.Where(c => people.Contains(c.Leader.PersonId))]);

    private static HashSet<ReminderRecipient> Relate(IReadOnlyList<Membership> posts, IReadOnlyList<(Guid UnitId, Membership Leader)> charges)
    {
        var relations = new HashSet<ReminderRecipient>();
        foreach (var role in posts.Select(p => p.Role).Distinct())
        {
            relations.UnionWith(role switch
            {
                Role.Contact => [ReminderRecipient.Contact, ReminderRecipient.Cooperating],
                Role.UnitHead => [ReminderRecipient.UnitHead, ReminderRecipient.Cooperating],
                Role.Leader => [ReminderRecipient.Leader],
                Role.Office => [ReminderRecipient.Office],
                Role.Auditor or Role.Admin => (ReminderRecipient[])[],
            });
        }

        if (charges.Count > 0)
        {
            relations.Add(ReminderRecipient.Leader);
        }

        return relations;
    }

    private static ReminderPerson Person(Membership post) => new(post.PersonId, post.Post);
}
