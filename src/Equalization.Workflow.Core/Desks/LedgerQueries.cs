using System.Runtime.CompilerServices;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Notes;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>A line of the ledger as the office keeps it: one task with what was asked, what stands, and how it ended.</summary>
public sealed record LedgerLine(
    string Number, string Title, string Measure, string LeadUnit, IReadOnlyList<string> Cooperating, IReadOnlyList<string> Targets, DateOnly FirstDueOn, DateOnly CurrentDueOn,
    Percent? Reported, Judgement Judgement, TaskState State, int ExtensionCount, int ReturnCount, RiskClass Risk, string? WriteOff)
{
    public Guid Id { get; init; }

    /// <summary>The office's remark; null for whoever is not of the office.</summary>
    public string? Note { get; init; }
}

/// <summary>The ledger for export: the same tasks as the list under the same filter, by ledger number.</summary>
public sealed class LedgerQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars)
{
    /// <summary>Lines that are held at a time; each batch begins after the last number of the one before.</summary>
    public const int Batch = 500;

    /// <summary>How many lines there are under the filter.</summary>
    public async Task<int> Count(Actor actor, TaskFilter filter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await TaskQueries.Narrow(db.AnnualTasks.SeenBy(actor), filter, actor.Day).CountAsync(ct);
    }

    /// <summary>The next lines after a ledger number, in a handful of commands; empty when there are no more.</summary>
    public async Task<IReadOnlyList<LedgerLine>> After(Actor actor, TaskFilter filter, string number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var tasks = TaskQueries.Narrow(db.AnnualTasks.AsNoTracking().SeenBy(actor), filter, actor.Day).Where(t => string.Compare(t.Number, number) > 0);
        var raw = await (from t in tasks.OrderBy(t => t.Number).Take(Batch)
                         join m in db.Measures on t.MeasureId equals m.Id
                         join u in db.Units on t.LeadUnitId equals u.Id
                         join part in db.TaskUnits on new { TaskId = t.Id, UnitId = t.LeadUnitId } equals new { part.TaskId, part.UnitId }
                         select new
                         {
                             t.Id, t.Number, t.Title, Measure = m.Title, Lead = u.ShortName, t.FirstDueOn, t.CurrentDueOn, t.RuleSetNumber, t.State, t.ExtensionCount,
                             t.ReturnCount, t.Risk, Part = part,
                         }).ToListAsync(ct);
        var ids = raw.Select(r => r.Id).ToList();
        var cooperating = (await (from p in db.TaskUnits
                                  join u in db.Units on p.UnitId equals u.Id
                                  where ids.Contains(p.TaskId) && p.Role == UnitRole.Cooperating && p.State != TaskUnitState.Released
                                  select new { p.TaskId, u.ShortName, p.Id }).ToListAsync(ct))
            .OrderBy(c => c.Id).ToLookup(c => c.TaskId, c => c.ShortName);
        var targets = (await db.TaskTargets.Where(t => ids.Contains(t.TaskId)).Select(t => new { t.TaskId, t.Position, t.AsWritten }).ToListAsync(ct))
            .OrderBy(t => t.Position).ToLookup(t => t.TaskId, t => t.AsWritten);
        var writeOffs = await db.WriteOffs.Where(w => ids.Contains(w.TaskId)).Select(w => new { w.TaskId, w.Number }).ToDictionaryAsync(w => w.TaskId, w => w.Number, ct);
        var notes = TaskNotePermissions.MayWrite(actor, actor.JurisdictionId)
            ? await db.TaskNotes.Where(n => ids.Contains(n.TaskId)).Select(n => new { n.TaskId, n.Text }).ToDictionaryAsync(n => n.TaskId, n => n.Text, ct)
            : [];
        var calendar = await calendars.Current(ct);
        var lines = new List<LedgerLine>(raw.Count);
        foreach (var r in raw.OrderBy(r => r.Number, StringComparer.Ordinal))
        {
            var set = await rules.Of(actor.JurisdictionId, r.RuleSetNumber, ct);
            lines.Add(new LedgerLine(
                r.Number, r.Title, r.Measure, r.Lead, [.. cooperating[r.Id]], [.. targets[r.Id]], r.FirstDueOn, r.CurrentDueOn, r.Part.Reported,
                LightRule.Judge(r.Part.Facts, set, calendar, actor.Day), r.State, r.ExtensionCount, r.ReturnCount, r.Risk, writeOffs.GetValueOrDefault(r.Id))
            {
                Id = r.Id,
                Note = notes.GetValueOrDefault(r.Id),
            });
        }

        return lines;
    }
}

/// <summary>The whole ledger as one stream.</summary>
public static class LedgerStream
{
    /// <summary>All lines one after another, a batch at a time: the database holds nothing open while a slow line takes them in.</summary>
    public static async IAsyncEnumerable<LedgerLine> All(this LedgerQueries queries, Actor actor, TaskFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        var lines = await queries.After(actor, filter, "", ct);
        while (lines.Count > 0)
        {
            foreach (var line in lines)
            {
                yield return line;
            }

            lines = lines.Count < LedgerQueries.Batch ? [] : await queries.After(actor, filter, lines[^1].Number, ct);
        }
    }
}
