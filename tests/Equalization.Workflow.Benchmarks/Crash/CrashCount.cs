using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks.Crash;

/// <summary>What must be true of the database and the mail sink once all is over.</summary>
internal sealed class CrashCount(IReadOnlyCollection<string> acknowledged, IReadOnlyCollection<(string To, string MessageId)> letters, Bounds bounds)
{
    public async Task Check(string folder, int sinkPort, int minutesAhead)
    {
        await using var site = await CrashSite.Open(folder, sinkPort, TimeSpan.FromMinutes(minutesAhead));
        await using var db = await site.Context();
        var rows = await db.People.Where(p => p.Name.Contains('-')).Select(p => p.Name).ToListAsync();
        Rows(rows);
        await Instances(db, [.. rows]);
        await Notices(db, [.. rows]);
        await Mails(db, [.. rows]);

        var chain = await site.Get<AuditQueries>().Verify(site.Actor.JurisdictionId, default);
        bounds.Exactly("breaks in the audit chain", chain.BrokenAt is null ? 0 : 1, 0);
        var health = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync();
        bounds.Exactly("faults of the database file", health is ["ok"] ? 0 : health.Count, 0);
    }

    private void Rows(List<string> rows)
    {
        var there = rows.ToHashSet();
        var started = Ids(CrashChild.Started);
        var raised = Ids(CrashChild.Raised);
        bounds.Exactly($"starts acknowledged and lost, of {started.Count}", started.Count(id => !there.Contains($"asked-{id}")), 0);
        bounds.Exactly($"events acknowledged and lost, of {raised.Count}", raised.Count(id => !there.Contains($"signed-{id}")), 0);
        bounds.Exactly($"rows there twice, of {rows.Count}", rows.Count - there.Count, 0);
    }

    private async Task Instances(WorkflowDb db, HashSet<string> rows)
    {
        var instances = await db.Set<Instance>().AsNoTracking().Select(i => new { i.Id, i.DefinitionId, i.CorrelationId, i.Status, i.Steps }).ToListAsync();
        var flows = instances.Where(i => i.DefinitionId == CrashSite.Flow).ToList();
        bounds.Exactly($"instances not finished, of {instances.Count}", instances.Count(i => i.Status != InstanceStatus.Finished), 0);
        bounds.Exactly("starts without their instance, or instances without their start",
            rows.Count(r => r.StartsWith("asked-", StringComparison.Ordinal)) - flows.Count(i => rows.Contains($"asked-{i.CorrelationId}")) + flows.Count(i => !rows.Contains($"asked-{i.CorrelationId}")), 0);
        bounds.Exactly("finished instances without their rows", flows.Count(i => !rows.Contains($"begun-{i.CorrelationId}") || !rows.Contains($"ended-{i.CorrelationId}")), 0);
        bounds.Exactly("instances without their child", flows.Count - instances.Count(i => i.DefinitionId == CrashSite.Flow + "-child"), 0);
        bounds.Exactly("waits left", await db.Set<Bookmark>().CountAsync(), 0);
        bounds.Exactly("incidents", await db.Set<Incident>().CountAsync(), 0);

        var steps = await db.Set<HistoryStep>().AsNoTracking().GroupBy(h => h.InstanceId).Select(g => new { g.Key, Count = g.Count(), Last = g.Max(h => h.Sequence) }).ToDictionaryAsync(g => g.Key);
        bounds.Exactly("histories with a gap", instances.Count(i => !steps.TryGetValue(i.Id, out var s) || s.Count != i.Steps || s.Last != i.Steps), 0);
        var twice = await db.Set<HistoryStep>().Where(h => h.Outcome != "Waiting").GroupBy(h => new { h.InstanceId, h.ActivityId }).CountAsync(g => g.Count() > 1);
        bounds.Exactly($"steps taken twice, of {steps.Values.Sum(s => s.Count)}", twice, 0);
    }

    private async Task Notices(WorkflowDb db, HashSet<string> rows)
    {
        var notices = (await db.Notices.Select(n => n.Arguments).ToListAsync()).Select(a => (string)TextArguments.Unpack(a)[0]).ToList();
        bounds.Exactly($"notices there twice, of {notices.Count}", notices.Count - notices.Distinct().Count(), 0);
        bounds.Exactly("acts without their notice, or notices without their act", Difference(rows, notices), 0);
    }

    private async Task Mails(WorkflowDb db, HashSet<string> rows)
    {
        var mails = await db.OutgoingMails.AsNoTracking().Select(m => new { m.ToAddress, m.Subject, m.State, m.MessageId }).ToListAsync();
        bounds.Exactly("acts without their mail, or mails without their act", Difference(rows, [.. mails.Select(m => m.Subject!)]) + mails.Count - rows.Count, 0);
        bounds.Exactly($"mails not sent, of {mails.Count}", mails.Count(m => m.State != MailState.Sent), 0);

        var taken = letters.GroupBy(l => l.To).ToDictionary(g => g.Key, g => g.Select(l => l.MessageId).Distinct().ToList());
        bounds.Exactly("mails that never came to the server", mails.Count(m => !taken.ContainsKey(m.ToAddress)), 0);
        bounds.Exactly("mails under another Message-ID than their row's", mails.Count(m => taken.TryGetValue(m.ToAddress, out var ids) && (ids is not [var id] || id != m.MessageId)), 0);
        Console.WriteLine($"letters taken by the server: {letters.Count}, of which {letters.Count - taken.Count} a second copy");
    }

    private List<string> Ids(string prefix) => [.. acknowledged.Where(a => a.StartsWith(prefix, StringComparison.Ordinal)).Select(a => a[prefix.Length..])];

    private static int Difference(HashSet<string> rows, List<string> keys)
    {
        var left = rows.ToHashSet();
        left.SymmetricExceptWith(keys);
        return left.Count;
    }
}
