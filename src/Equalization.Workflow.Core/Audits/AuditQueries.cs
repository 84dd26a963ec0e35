using System.Reflection;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Audits;

/// <summary>A line of the audit screen.</summary>
public sealed record AuditRow(
    long Sequence, DateTime At, string PersonName, string Post, string UnitName, string Act, string EntityKind, string EntityId, string Change, string Values, string Hash);

/// <summary>Where a row comes from: what a person did, or what ran by itself, such as the nightly lights.</summary>
public enum AuditSource
{
    People,
    System,
}

/// <summary>Result of walking a chain: how many rows hold, and the first sequence that does not (null when all do).</summary>
public sealed record ChainCheck(long Rows, long? BrokenAt);

/// <summary>A chain by its jurisdiction; no name means the chain of rows that belong to none (people, calendars).</summary>
public sealed record AuditChain(Guid JurisdictionId, string? Name);

/// <summary>Reads the audit chain for the audit screen and for verification.</summary>
public sealed class AuditQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>How the names of acts in a case begin.</summary>
    public const string CaseActs = "案卷";

    private static readonly (string Kind, bool Always)[] Kept =
        [.. typeof(WorkflowDb).Assembly.GetTypes().Select(t => (t.Name, t.GetCustomAttribute<KeptToCaseAttribute>())).Where(t => t.Item2 is not null).Select(t => (t.Name, t.Item2!.When is null))];

    private static readonly string[] KeptKinds = [.. Kept.Where(k => k.Always).Select(k => k.Kind)];
    private static readonly string[] SometimesKept = [.. Kept.Where(k => !k.Always).Select(k => k.Kind)];

    /// <summary>
    /// Newest first, without what is kept to the list of a case: its rows, and whatever else was written in an act of people on a case (receipts, signatures,
    /// numbers given out). Refuses (not-allowed) all but auditor and office of the jurisdiction.
    /// </summary>
    public async Task<(IReadOnlyList<AuditRow> Rows, long Total)> Page(
        Actor actor, AuditSource? source, string? act, string? person, int page, int size, CancellationToken ct)
    {
        Permission.Require(AuditPermissions.MayRead(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = Open(db, actor.JurisdictionId);
        if (source is not null)
        {
            rows = rows.Where(e => (e.PersonId == Guid.Empty) == (source == AuditSource.System));
        }

        if (!string.IsNullOrWhiteSpace(act))
        {
            rows = rows.Where(e => e.Act == act);
        }

        if (!string.IsNullOrWhiteSpace(person))
        {
            rows = rows.Where(e => e.PersonName == person);
        }

        var total = await rows.LongCountAsync(ct);
        var list = await rows.OrderByDescending(e => e.Sequence).Skip((page - 1) * size).Take(size)
            .Select(e => new AuditRow(
                e.Sequence, e.At, e.PersonName, e.Post, e.UnitName, e.Act, e.EntityKind, e.EntityId, e.Change, e.Values, e.Hash))
            .ToListAsync(ct);
        return (list, total);
    }

    /// <summary>What belongs to no case. An act is known by its instant, its person and its name; what a process does by itself shares its instant with other matters, so there the rows alone count.</summary>
    private static IQueryable<AuditEntry> Open(WorkflowDb db, Guid jurisdictionId)
    {
        var all = db.AuditEntries.Where(e => e.JurisdictionId == jurisdictionId);
        var acts = all.Where(e => e.PersonId != Guid.Empty && KeptKinds.Contains(e.EntityKind)).Select(e => new { e.At, e.PersonId, e.Act }).Distinct();
        return from e in all
               where !e.Act.StartsWith(CaseActs) && !KeptKinds.Contains(e.EntityKind)
                     && !(SometimesKept.Contains(e.EntityKind) && e.Values.Contains(AuditText.KeptWords))
               join a in acts on new { e.At, e.PersonId, e.Act } equals new { a.At, a.PersonId, a.Act } into kept
               from a in kept.DefaultIfEmpty()
               where a.Act == null
               select e;
    }

    /// <summary>All chains of the database, for the command line, where no person asks.</summary>
    public async Task<IReadOnlyList<AuditChain>> Chains(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (from h in db.AuditHeads
                      join j in db.Jurisdictions on h.JurisdictionId equals j.Id into named
                      from j in named.DefaultIfEmpty()
                      orderby h.JurisdictionId
                      select new AuditChain(h.JurisdictionId, j == null ? null : j.Name)).ToListAsync(ct);
    }

    /// <summary>Recomputes a jurisdiction's chain from the first row to the head, row by row, holding one row at a time.</summary>
    public async Task<ChainCheck> Verify(Guid jurisdictionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // The head is read first and the rows up to it: people write meanwhile, and their rows are not a break in the chain.
        var head = await Head(db, jurisdictionId, ct);
        var end = head?.Sequence ?? 0;
        var previous = "";
        long expected = 0;
        var rows = db.AuditEntries.AsNoTracking().Where(e => e.JurisdictionId == jurisdictionId && e.Sequence <= end).OrderBy(e => e.Sequence).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(ct))
        {
            expected++;
            if (row.Sequence != expected || row.PreviousHash != previous || row.Hash != AuditText.HashOf(row))
            {
                return new ChainCheck(expected - 1, expected);
            }

            previous = row.Hash;
        }

        var last = await db.AuditEntries.Where(e => e.JurisdictionId == jurisdictionId).MaxAsync(e => (long?)e.Sequence, ct) ?? 0;
        var now = await Head(db, jurisdictionId, ct);
        var ends = expected == end && previous == (head?.Hash ?? "") && last <= (now?.Sequence ?? 0);
        return new ChainCheck(expected, ends ? null : expected + 1);
    }

    private static Task<AuditHead?> Head(WorkflowDb db, Guid jurisdictionId, CancellationToken ct) =>
        db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(h => h.JurisdictionId == jurisdictionId, ct);
}

/// <summary>Who may read the audit chain.</summary>
public static class AuditPermissions
{
    public static bool MayRead(Actor actor) => actor.Role is Role.Auditor or Role.Office && !actor.IsSystem;
}
