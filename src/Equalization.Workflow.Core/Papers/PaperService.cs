using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Papers;

/// <summary>A paper opened: its card, its values, and what it is about.</summary>
public sealed record PaperView(PaperCard Card, PaperDocument Document, string FileName, string SubjectKind, Guid SubjectId, Guid? TaskId)
{
    /// <summary>Kept to a case's list, which has logged the reading.</summary>
    public bool IsOfCase { get; init; }
}

/// <summary>Receipt of papers by the units they were served on, and the opening of papers that are kept to a case's list.</summary>
public sealed class PaperService(Transact transact, IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>
    /// The unit signs for the paper; the first time is its legal receipt, later calls change nothing. Refuses what is not served on the person's unit
    /// with not-found.
    /// </summary>
    public Task SignFor(Actor actor, Guid paperId, CancellationToken ct) =>
        transact.Run(actor, "签收文书", async (db, act) =>
        {
            var paper = await db.Papers.Include(p => p.Receipts).SingleOrDefaultAsync(p => p.Id == paperId && p.JurisdictionId == actor.JurisdictionId, ct);
            var receipt = paper?.Receipts.FirstOrDefault(r => PaperPermissions.MayReceive(actor, r)) ?? throw RuleBroken.Missing();
            if (paper!.CaseId is { } caseId)
            {
                await CaseAccess.Read(db, actor, caseId, "签收 " + (paper.Number ?? paper.Title), ct);
            }

            if (!receipt.SignFor(actor.Signature(), act.At))
            {
                return;
            }

            if (paper.CaseId is { } moved)
            {
                // Terms run from the receipt.
                db.RaiseEvent(CaseEvents.Moved, moved);
            }
            else if (paper.TaskId is { } taskId)
            {
                db.Tell(taskId, ActKind.PaperReceipt, paper.SubjectId, null, "签收 {0}", paper.Number ?? paper.Title);
            }
        }, ct);

    /// <summary>A paper the person may read, whole; that of a case is logged with what was done. Refuses with not-found what they may not.</summary>
    /// <param name="isTaken">The file is taken away, not only looked at.</param>
    public async Task<PaperView> Open(Actor actor, Guid paperId, bool isTaken, CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await Load(db, actor, paperId, askedAlready: false, ct) is { } free)
            {
                return free;
            }
        }

        return await transact.Run(actor, "案卷查阅文书", async (db, _) =>
        {
            var paper = await db.Papers.AsNoTracking().Where(p => p.Id == paperId && p.JurisdictionId == actor.JurisdictionId && p.CaseId != null)
                .Select(p => new { p.CaseId, Name = p.Number ?? p.Title }).SingleOrDefaultAsync(ct) ?? throw RuleBroken.Missing();
            await CaseAccess.Read(db, actor, paper.CaseId!.Value, (isTaken ? "下载 " : "查阅 ") + paper.Name, ct);
            return await Load(db, actor, paperId, askedAlready: true, ct) ?? throw RuleBroken.Missing();
        }, ct);
    }

    private static async Task<PaperView?> Load(WorkflowDb db, Actor actor, Guid paperId, bool askedAlready, CancellationToken ct)
    {
        var papers = db.Papers.Where(p => p.Id == paperId && (askedAlready || p.CaseId == null));
        if (await PaperQueries.Cards(db, actor, papers, ct, askedAlready) is not [var card])
        {
            return null;
        }

        var paper = await papers.AsNoTracking().SingleAsync(ct);
        return new PaperView(card, paper.Document, paper.FileName, paper.SubjectKind, paper.SubjectId, paper.TaskId) { IsOfCase = paper.CaseId is not null };
    }
}
