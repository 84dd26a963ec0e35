using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Equalization.Workflow.Core.Audits;

/// <summary>
/// Adds, in the same transaction, one audit row for every row of the ledger that a save changes, and moves the head of the jurisdiction's
/// chain. Types marked <see cref="NotAuditedAttribute"/> leave none.
/// </summary>
public sealed class AuditInterceptor : SaveChangesInterceptor
{
    private static readonly DailyQuery<Func<WorkflowDb, Guid, CancellationToken, Task<AuditHead?>>> Newest = new(() => EF.CompileAsyncQuery(
        (WorkflowDb db, Guid jurisdictionId, CancellationToken ct) => db.AuditHeads.SingleOrDefault(h => h.JurisdictionId == jurisdictionId)));

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Saves are asynchronous: call SaveChangesAsync.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is WorkflowDb db)
        {
            await Record(db, cancellationToken);
        }

        return result;
    }

    /// <summary>A row about something that changed no row of the ledger, such as what was taken away as a file. Inside Transact.</summary>
    internal static async Task Append(WorkflowDb db, string kind, string id, string change, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        var act = db.Act ?? throw new InvalidOperationException("An audit row is written inside Transact.");
        var head = await LockHead(db, act.Actor.JurisdictionId, ct);
        Chain(db, head, Row(
            act.Actor.JurisdictionId, head, act, kind, id, change,
            AuditText.Values(values)));
    }

    private static async Task Record(WorkflowDb db, CancellationToken ct)
    {
        var changed = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(e => e.Metadata.ClrType.Assembly == typeof(AuditEntry).Assembly && !Marked<NotAuditedAttribute>.On(e.Metadata.ClrType))
            .ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var act = db.Act ?? throw new InvalidOperationException("A ledger row was changed outside Transact, so nobody answers for it.");
        foreach (var chain in changed.GroupBy(JurisdictionOf))
        {
            var head = await LockHead(db, chain.Key, ct);
            foreach (var entry in chain)
            {
                Chain(db, head, Row(
                    chain.Key, head, act, entry.Metadata.ClrType.Name,
                    AuditText.Key(entry), entry.State.ToString(), AuditText.Values(entry)));
            }

            // The save has already looked for changes and will not look again.
            db.Entry(head).DetectChanges();
        }
    }

    private static async Task<AuditHead> LockHead(WorkflowDb db, Guid jurisdictionId, CancellationToken ct)
    {
        if (db.AuditHeads.Local.FirstOrDefault(h => h.JurisdictionId == jurisdictionId) is { } held)
        {
            return held;
        }

        // The transaction has the row's lock already, and nobody else can have moved it.
        if (db.Heads.TryGetValue(jurisdictionId, out var known))
        {
            db.Attach(known);
            return known;
        }

        // SQLite's transaction is already the only writer; elsewhere the update takes the row's lock before its hash is read.
        if (!db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            await db.AuditHeads.Where(h => h.JurisdictionId == jurisdictionId)
                .ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence), ct);
        }

        var head = await Newest.In(db)(db, jurisdictionId, ct);
        if (head is null)
        {
            head = new AuditHead { JurisdictionId = jurisdictionId };
            db.Add(head);
        }

        db.Heads[jurisdictionId] = head;
        return head;
    }

    private static Guid JurisdictionOf(EntityEntry entry) => entry.Metadata.FindProperty("JurisdictionId") is null
        ? Guid.Empty
        : (Guid)entry.Property("JurisdictionId").CurrentValue!;

    private static AuditEntry Row(Guid jurisdictionId, AuditHead head, CurrentAct act, string kind, string id, string change, string values) => new()
    {
        JurisdictionId = jurisdictionId,
        Sequence = head.Sequence + 1,
        At = act.At,
        Act = act.Name,
        PersonId = act.Actor.PersonId,
        PersonName = act.Actor.PersonName,
        Post = act.Actor.Post,
        UnitName = act.Actor.UnitName,
        EntityKind = kind,
        EntityId = id,
        Change = change,
        Values = values,
        PreviousHash = head.Hash,
    };

    private static void Chain(WorkflowDb db, AuditHead head, AuditEntry row)
    {
        row.Hash = AuditText.HashOf(row);
        head.Sequence = row.Sequence;
        head.Hash = row.Hash;
        db.Add(row);
    }
}
