using Equalization.Workflow.Core.Ledgers.Findings;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers.Ties;

/// <summary>The open gaps a task was to close whose number is not better than when they were tied, or not known, by the data of this moment.</summary>
internal static class UnmovedGaps
{
    /// <summary>Their numbers, in order.</summary>
    public static async Task<IReadOnlyList<string>> Of(WorkflowDb db, Guid jurisdictionId, Guid taskId, CancellationToken ct)
    {
        var tied = await (from t in db.LedgerTies
                          join e in db.LedgerEntries on t.EntryId equals e.Id
                          where t.TaskId == taskId && t.EndedAt == null && e.State == LedgerState.Open
                          orderby e.Number
                          select new { Entry = e, t.Year, t.Value }).AsNoTracking().ToListAsync(ct);
        if (tied.Count == 0)
        {
            return [];
        }

        var newest = await NewestFindings.Of(db, jurisdictionId, [.. tied.Select(t => t.Entry.Key)], ct);
        return [.. tied.Where(t => !IsBetter(t.Entry, t.Year, t.Value, newest.GetValueOrDefault(t.Entry.Key.Text))).Select(t => t.Entry.Number)];
    }

    private static bool IsBetter(LedgerEntry entry, int? year, decimal? value, GapFinding? newest) =>
        LedgerTie.Of(entry.Kind, year, value, newest?.Year, newest?.KeptValue) == Movement.Better;
}
