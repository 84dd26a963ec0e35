using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Units;

/// <summary>A line of the unit list. People: posts that hold today.</summary>
public sealed record UnitRow(
    Guid Id, string Name, string ShortName, UnitKind Kind, string? ParentName, IReadOnlyList<string> Aliases, int People, DateOnly? EndedOn);

/// <summary>A post on a unit's page, past ones included.</summary>
public sealed record UnitPost(
    Guid MembershipId, Guid PersonId, string PersonName, string? Email, string? Mobile, Role Role, string Post, DateOnly FromOn, DateOnly? ToOn, int Version,
    string? SignInName);

/// <summary>Who is in charge of a unit (分管), or which unit a leader of this unit is in charge of.</summary>
public sealed record PortfolioRow(Guid Id, string PersonName, string Post, Guid UnitId, string UnitName, DateOnly FromOn, DateOnly? ToOn);

/// <summary>Everything on a unit's page.</summary>
public sealed record UnitDetail(
    Guid Id, string Name, string ShortName, UnitKind Kind, Guid? ParentId, string? ParentName, DateOnly? EndedOn, int Version,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<UnitName> Children,
    IReadOnlyList<UnitName> Groups,
    IReadOnlyList<UnitPost> Posts,
    IReadOnlyList<PortfolioRow> InChargeOfThis,
    IReadOnlyList<PortfolioRow> InChargeOfOthers);

/// <summary>An id with its name, for choices and links.</summary>
public sealed record UnitName(Guid Id, string Name);

/// <summary>A unit group with its members in the order of the documents.</summary>
public sealed record GroupRow(Guid Id, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<UnitName> Members, int Version);

/// <summary>Reads units, people and groups. Everybody signed in may look, within the own jurisdiction; addresses and numbers are for editors.</summary>
public sealed class UnitQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>In Chinese order. Text is looked for in names, short names and aliases.</summary>
    public async Task<Paged<UnitRow>> Page(Actor actor, string? text, UnitKind? kind, bool ended, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var units = db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && (ended || u.EndedOn == null || u.EndedOn >= actor.Day));
        if (kind is not null)
        {
            units = units.Where(u => u.Kind == kind);
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            var sought = text.Trim();
            units = units.Where(u => u.Name.Contains(sought) || u.ShortName.Contains(sought) || u.Aliases.Any(a => a.Text.Contains(sought)));
        }

        var total = await units.CountAsync(ct);
        var rows = await units.OrderBy(u => u.SortKey).ThenBy(u => u.Id).Skip((page - 1) * size).Take(size)
            .Select(u => new UnitRow(
                u.Id, u.Name, u.ShortName, u.Kind,
                db.Units.Where(p => p.Id == u.ParentId).Select(p => p.Name).FirstOrDefault(),
                u.Aliases.OrderBy(a => a.Text).Select(a => a.Text).ToList(),
                db.Memberships.Count(m => m.UnitId == u.Id && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day)),
                u.EndedOn))
            .ToListAsync(ct);
        return new(rows, total, page, size);
    }

    /// <summary>Refuses a unit of another jurisdiction as not found.</summary>
    public async Task<UnitDetail> Detail(Actor actor, Guid unitId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mayEdit = UnitPermissions.MayEdit(actor, actor.JurisdictionId);
        var unit = await db.Units.Where(u => u.Id == unitId && u.JurisdictionId == actor.JurisdictionId)
            .Select(u => new
            {
                Unit = u,
                ParentName = db.Units.Where(p => p.Id == u.ParentId).Select(p => p.Name).FirstOrDefault(),
            })
            .AsNoTracking().SingleOrDefaultAsync(ct) ?? throw RuleBroken.Missing();
        var aliases = await db.UnitAliases.Where(a => a.UnitId == unitId).OrderBy(a => a.Text).Select(a => a.Text).ToListAsync(ct);
        var children = await db.Units.Where(c => c.ParentId == unitId).OrderBy(c => c.SortKey).Select(c => new UnitName(c.Id, c.Name)).ToListAsync(ct);
        var groups = await db.UnitGroups.Where(g => g.Members.Any(m => m.UnitId == unitId)).OrderBy(g => g.Name)
            .Select(g => new UnitName(g.Id, g.Name)).ToListAsync(ct);
        var posts = await (from m in db.Memberships
                           join p in db.People on m.PersonId equals p.Id
                           where m.UnitId == unitId
                           orderby m.ToOn != null, m.Role, p.SortKey, m.Id
                           select new UnitPost(
                               m.Id, p.Id, p.Name, mayEdit ? p.Email : null, mayEdit ? p.Mobile : null, m.Role, m.Post, m.FromOn, m.ToOn, m.Version,
                               mayEdit ? p.SignInName : null))
            .ToListAsync(ct);
        var charges = await (from p in db.Portfolios
                             join m in db.Memberships on p.MembershipId equals m.Id
                             join w in db.People on m.PersonId equals w.Id
                             join u in db.Units on p.UnitId equals u.Id
                             where p.UnitId == unitId || m.UnitId == unitId
                             orderby p.ToOn != null, w.SortKey, u.SortKey, p.Id
                             select new PortfolioRow(p.Id, w.Name, m.Post, u.Id, u.Name, p.FromOn, p.ToOn)).ToListAsync(ct);
        return new UnitDetail(
            unit.Unit.Id, unit.Unit.Name, unit.Unit.ShortName, unit.Unit.Kind, unit.Unit.ParentId, unit.ParentName, unit.Unit.EndedOn, unit.Unit.Version,
            aliases, children, groups, posts,
            charges.FindAll(c => c.UnitId == unitId), charges.FindAll(c => c.UnitId != unitId));
    }

    public async Task<IReadOnlyList<GroupRow>> Groups(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.UnitGroups.Where(g => g.JurisdictionId == actor.JurisdictionId).OrderBy(g => g.Name)
            .Select(g => new GroupRow(
                g.Id, g.Name,
                g.Aliases.OrderBy(a => a.Text).Select(a => a.Text).ToList(),
                (from m in g.Members join u in db.Units on m.UnitId equals u.Id orderby m.Position select new UnitName(u.Id, u.Name)).ToList(),
                g.Version))
            .AsSplitQuery().ToListAsync(ct);
    }

    /// <summary>Units that exist today, for a choice.</summary>
    public async Task<IReadOnlyList<UnitName>> Choices(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && (u.EndedOn == null || u.EndedOn >= actor.Day))
            .OrderBy(u => u.SortKey).Select(u => new UnitName(u.Id, u.Name)).ToListAsync(ct);
    }

    /// <summary>Leaders' posts that hold today, for putting one in charge of a unit: the membership's id with person and post.</summary>
    public async Task<IReadOnlyList<UnitName>> Leaders(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (from m in db.Memberships
                      join p in db.People on m.PersonId equals p.Id
                      where m.JurisdictionId == actor.JurisdictionId && m.Role == Role.Leader
                            && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day)
                      orderby p.SortKey, m.Id
                      select new UnitName(m.Id, p.Name + " · " + m.Post)).ToListAsync(ct);
    }

    /// <summary>People of the jurisdiction with an id to choose by; told apart by a post and its unit. Editors only (not-allowed).</summary>
    public async Task<IReadOnlyList<UnitName>> People(Actor actor, CancellationToken ct)
    {
        Permission.Require(UnitPermissions.MayEdit(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await (from m in db.Memberships
                          join p in db.People on m.PersonId equals p.Id
                          join u in db.Units on m.UnitId equals u.Id
                          where m.JurisdictionId == actor.JurisdictionId
                          orderby p.SortKey, p.Id, m.FromOn descending
                          select new UnitName(p.Id, p.Name + " · " + u.ShortName + " " + m.Post)).ToListAsync(ct);
        return [.. rows.DistinctBy(r => r.Id)];
    }
}
