using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers.Ties;

/// <summary>What becomes of the gaps of tasks that end for others: those that are open go on with the successors, those written off stay with the task that closed them.</summary>
public static class TieSuccession
{
    /// <summary>
    /// Ties the open gaps to every successor with the figure they were first tied with, so that a new number does not begin the count anew, and ends the old ties. The gap's
    /// history and those of all the tasks say so.
    /// </summary>
    internal static async Task PassOn(WorkflowDb db, CurrentAct act, IReadOnlyList<AnnualTask> ended, IReadOnlyList<AnnualTask> successors, CancellationToken ct)
    {
        var ids = ended.Select(t => t.Id).ToList();
        var numbers = ended.ToDictionary(t => t.Id, t => t.Number);
        var standing = await (from t in db.LedgerTies
                              join e in db.LedgerEntries on t.EntryId equals e.Id
                              where ids.Contains(t.TaskId) && t.EndedAt == null && e.State == LedgerState.Open
                              orderby e.Number
                              select new { Tie = t, Entry = e }).ToListAsync(ct);
        var to = Listed(successors.Select(t => t.Number));
        foreach (var gap in standing.GroupBy(s => s.Entry))
        {
            var first = gap.Select(s => s.Tie).OrderBy(t => t.TiedAt).ThenBy(t => t.Id).First();
            db.AddRange(successors.Select(t => new LedgerTie(first, t.Id, act.Actor.Signature(), act.At)));
            gap.ToList().ForEach(s => s.Tie.End(act.Actor.Signature(), act.At));
            db.Decide(gap.Key, DecisionKind.Succession, $"{Listed(gap.Select(s => numbers[s.Tie.TaskId]))} → {to}");
        }

        foreach (var task in standing.GroupBy(s => s.Tie.TaskId))
        {
            db.Tell(task.Key, ActKind.GapTie, null, Listed(task.Select(s => s.Entry.Number)), "关联的差距台账 {0} 项转由 {1} 承接", task.Count(), to);
        }

        var gaps = standing.Select(s => s.Entry.Number).Distinct().ToList();
        foreach (var task in successors.Where(_ => gaps.Count > 0))
        {
            db.Tell(task.Id, ActKind.GapTie, null, Listed(gaps), "承接 {0} 关联的差距台账 {1} 项", Listed(standing.Select(s => numbers[s.Tie.TaskId]).Distinct()), gaps.Count);
        }
    }

    private static string Listed(IEnumerable<string> numbers) => string.Join('、', numbers);
}
