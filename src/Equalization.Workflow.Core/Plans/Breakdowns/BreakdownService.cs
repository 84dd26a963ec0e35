using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Breakdowns;

/// <summary>A dry run: the file, what it would do, and the mark that a confirmation carries. Refusal: why the file cannot be read as a breakdown.</summary>
public sealed record BreakdownPreview(
    Guid Id, Guid PlanId, string PlanTitle, Guid VersionId, int Number, string FileName, DateTime? TakenAt, BreakdownResult? Result, string Mark, RuleBroken? Refusal);

/// <summary>
/// Brings an edited breakdown back to the draft it was exported from: kept, looked at in a dry run as often as wanted, and taken in one transaction by the very
/// checks of the dry run. Cells that were not changed are never written, rows that the file left out are never deleted.
/// </summary>
public sealed class BreakdownService(Transact transact, IDbContextFactory<WorkflowDb> contexts, BroughtTables tables, TimeProvider clock)
{
    /// <summary>Keeps the file and answers with its id. Refuses a version that is no draft (plan-confirmed), and what is no table (codes table-file-…).</summary>
    public async Task<Guid> Bring(Actor actor, Guid versionId, string fileName, Stream content, CancellationToken ct)
    {
        await using (var look = await contexts.CreateDbContextAsync(ct))
        {
            (await DraftAccess.Version(look, actor, versionId, ct)).MustBeDraft();
        }

        var brought = await tables.Put(fileName, content, ct);
        return await transact.Run(actor, "上传任务分解表", async (db, act) =>
        {
            var draft = await DraftAccess.Version(db, act.Actor, versionId, ct);
            draft.MustBeDraft();
            await BroughtTables.Keep(db, brought, act.At, ct);
            var file = new BreakdownFile(draft, brought.FileName, brought.Stored.Sha256, act.Actor.PersonId, act.Actor.Signature(), act.At);
            db.Add(file);
            return file.Id;
        }, ct);
    }

    /// <summary>Compares every row with the draft as it is now and stores nothing. A draft confirmed since, or a file of another layout, comes back with the refusal.</summary>
    public async Task<BreakdownPreview> Preview(Actor actor, Guid fileId, TableReading reading, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (file, draft) = await Find(db, actor, fileId, ct);
        var title = await db.Plans.Where(p => p.Id == draft.PlanId).Select(p => p.Title).SingleAsync(ct);
        BreakdownPreview Seen(BreakdownResult? result, RuleBroken? refusal) =>
            new(file.Id, draft.PlanId, title, draft.Id, draft.Number, file.FileName, file.TakenAt, result, result?.Table.Mark() ?? "", refusal);
        try
        {
            draft.MustBeDraft();
            var table = await tables.Read(file.FileName, file.Sha256, ct);
            return Seen((await BreakdownCheck.Load(db, draft, clock.Today(), tracked: false, ct)).Check(table, reading), null);
        }
        catch (RuleBroken refusal) when (refusal.Field == "File" || refusal.Code == "plan-confirmed")
        {
            return Seen(null, refusal);
        }
    }

    /// <summary>
    /// Takes the file. Refuses: a second time (table-taken), a draft confirmed since (plan-confirmed), another result than the one looked at (stale), wrong rows
    /// unless only the right ones are asked for (table-wrong), and a file that would change nothing (table-nothing).
    /// </summary>
    public async Task<TableOutcome> Take(Actor actor, Guid fileId, TableReading reading, string mark, bool rightRowsOnly, CancellationToken ct)
    {
        await using var look = await contexts.CreateDbContextAsync(ct);
        var (brought, _) = await Find(look, actor, fileId, ct);

        // The file is read before the transaction begins: it must not hold the database's only writer.
        var table = await tables.Read(brought.FileName, brought.Sha256, ct);
        return await transact.Run(actor, "导入任务分解表", async (db, act) =>
        {
            var (file, draft) = await Find(db, act.Actor, fileId, ct);
            draft.MustBeDraft();
            var check = await BreakdownCheck.Load(db, draft, ChinaTime.DayOf(act.At), tracked: true, ct);
            var checkedTable = check.Check(table, reading).Table;
            file.Take(act.Actor.Signature(), act.At, checkedTable.Outcome);
            var outcome = checkedTable.Confirmed(mark, rightRowsOnly);
            check.Write(db, checkedTable);
            return outcome;
        }, ct);
    }

    private static async Task<(BreakdownFile File, PlanVersion Draft)> Find(WorkflowDb db, Actor actor, Guid fileId, CancellationToken ct)
    {
        var file = Permission.Found(
            await db.BreakdownFiles.SingleOrDefaultAsync(f => f.Id == fileId, ct), f => PlanPermissions.MayRead(actor, f.JurisdictionId, isDraft: true));
        return (file, await DraftAccess.Version(db, actor, file.PlanVersionId, ct));
    }
}
