using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Web.Replay;

/// <summary>What a year of a replay came to: counts of the year, and of the open tasks by their light at its end.</summary>
internal sealed record ReplayYear(
    int Year, int Issued, int Signed, int SignedLate, int Reports, int ReportsLate, int SilenceNoted, int Extended, int ExtensionsRefused, int WrittenOff,
    int WrittenOffLate, int Urges, int Supervisions, int Notices, int Digests, int Reminders, int Open, int Green, int Blue, int Yellow, int Red)
{
    /// <summary>Counted from the ledger's own rows. The lights must have been booked for the day.</summary>
    public static async Task<ReplayYear> Count(WorkflowDb db, int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (from, to) = (ChinaTime.StartOf(first), ChinaTime.StartOf(last.AddDays(1)));
        var signed = db.TaskUnits.Where(u => u.SignedOn >= first && u.SignedOn <= last);
        var reports = db.ProgressReports.Where(r => r.SubmittedAt >= from && r.SubmittedAt < to);
        var decided = db.ExtensionRequests.Where(e => e.DecidedAt >= from && e.DecidedAt < to);
        var off = from w in db.WriteOffs join t in db.AnnualTasks on w.TaskId equals t.Id where w.On >= first && w.On <= last select new { w.On, t.CurrentDueOn };
        var lights = await db.AnnualTasks.Where(t => t.ClosedOn == null).GroupBy(t => t.Light).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new ReplayYear(
            year,
            await db.AnnualTasks.CountAsync(t => t.Year == year, ct),
            await signed.CountAsync(ct),
            await signed.CountAsync(u => u.SignedOn > u.SignDueOn, ct),
            await reports.CountAsync(ct),
            await reports.CountAsync(r => r.Late, ct),
            await db.Stories.CountAsync(s => s.Kind == ActKind.LightChange && s.DocumentId == null && s.Format.Contains("未反馈") && s.At >= from && s.At < to, ct),
            await decided.CountAsync(e => e.State == ExtensionState.Granted, ct),
            await decided.CountAsync(e => e.State == ExtensionState.Refused, ct),
            await off.CountAsync(ct),
            await off.CountAsync(w => w.On > w.CurrentDueOn, ct),
            await db.Urges.CountAsync(u => u.At >= from && u.At < to, ct),
            await db.EscalationSteps.CountAsync(s => s.Rung == Rung.Supervision && s.Number != null && s.DecidedAt >= from && s.DecidedAt < to, ct),
            await db.Notices.CountAsync(n => n.SentAt >= from && n.SentAt < to, ct),
            await db.Digests.CountAsync(d => d.On >= first && d.On <= last, ct),
            await db.Reminders.CountAsync(r => db.Digests.Any(d => d.Id == r.DigestId && d.On >= first && d.On <= last), ct),
            lights.Values.Sum(),
            lights.GetValueOrDefault(Light.Green), lights.GetValueOrDefault(Light.Blue), lights.GetValueOrDefault(Light.Yellow), lights.GetValueOrDefault(Light.Red));
    }
}
