using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Notes;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Returns;

/// <summary>A dry run of a ledger that came back: what it would do, what was changed here since it went out, and the mark that a confirmation carries.</summary>
public sealed record LedgerPreview(
    Guid Id, string FileName, DateTime? TakenAt, TableCheck? Table, IReadOnlyList<MovedRow> Moved, string Mark, RuleBroken? Refusal);

/// <summary>
/// Brings an edited ledger back. The office's remarks are taken; any other changed cell is told with the act by which that column is changed. Nothing is stored
/// before a person confirms, and a remark that was changed here meanwhile is never overwritten.
/// </summary>
public sealed class LedgerReturnService(Transact transact, IDbContextFactory<WorkflowDb> contexts, BroughtTables tables, LedgerQueries ledger)
{
    /// <summary>Keeps the file and answers with its id. Refuses what is no table (codes table-file-…), at field File.</summary>
    public async Task<Guid> Bring(Actor actor, string fileName, Stream content, CancellationToken ct)
    {
        Permission.Require(TaskNotePermissions.MayWrite(actor, actor.JurisdictionId));
        var brought = await tables.Put(fileName, content, ct);
        return await transact.Run(actor, "上传任务台账", async (db, act) =>
        {
            Permission.Require(TaskNotePermissions.MayWrite(act.Actor, act.Actor.JurisdictionId));
            await BroughtTables.Keep(db, brought, act.At, ct);
            var file = new LedgerFile(act.Actor.JurisdictionId, brought.FileName, brought.Stored.Sha256, act.Actor.PersonId, act.Actor.Signature(), act.At);
            db.Add(file);
            return file.Id;
        }, ct);
    }

    /// <summary>Compares every row with the ledger as it is now and stores nothing. A file of another layout comes back with the refusal.</summary>
    public async Task<LedgerPreview> Preview(Actor actor, Guid fileId, TableReading reading, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var file = await Find(db, actor, fileId, ct);
        try
        {
            var (check, moved, _) = await Check(actor, file, reading, ct);
            return new(file.Id, file.FileName, file.TakenAt, check, moved, check.Mark(), null);
        }
        catch (RuleBroken refusal) when (refusal.Field == "File")
        {
            return new(file.Id, file.FileName, file.TakenAt, null, [], "", refusal);
        }
    }

    /// <summary>
    /// Takes the remarks. Refuses: a second time (table-taken), another result than the one looked at (stale), wrong rows unless only the right ones are asked
    /// for (table-wrong), and a file that would change nothing (table-nothing).
    /// </summary>
    public async Task<TableOutcome> Take(Actor actor, Guid fileId, TableReading reading, string mark, bool rightRowsOnly, CancellationToken ct)
    {
        await using var look = await contexts.CreateDbContextAsync(ct);
        var seen = await Find(look, actor, fileId, ct);

        // The whole ledger is compared before the transaction begins: it must not hold the database's only writer. What is written is looked at once more inside.
        var (check, _, notes) = await Check(actor, seen, reading, ct);
        return await transact.Run(actor, "导入任务台账", async (db, act) =>
        {
            var file = await Find(db, act.Actor, fileId, ct);
            file.Take(act.Actor.Signature(), act.At, check.Outcome);
            var outcome = check.Confirmed(mark, rightRowsOnly);
            var held = await db.TaskNotes.Where(n => n.JurisdictionId == act.Actor.JurisdictionId).ToDictionaryAsync(n => n.TaskId, ct);
            foreach (var (line, taskId, before, after) in notes.Where(n => n.Line.Change == RowChange.Changed))
            {
                var note = held.GetValueOrDefault(taskId);
                if (RoundColumn.Words(note?.Text ?? "") != before)
                {
                    throw RuleBroken.Changed();
                }

                if (note is null)
                {
                    note = new TaskNote(act.Actor.JurisdictionId, taskId);
                    db.Add(note);
                }

                note.Write(after, act.Actor.Signature(), act.At);
            }

            return outcome;
        }, ct);
    }

    private static async Task<LedgerFile> Find(WorkflowDb db, Actor actor, Guid fileId, CancellationToken ct)
    {
        var file = Permission.Found(await db.LedgerFiles.SingleOrDefaultAsync(f => f.Id == fileId, ct), f => actor.ReadsAll(f.JurisdictionId));
        Permission.Require(TaskNotePermissions.MayWrite(actor, file.JurisdictionId));
        return file;
    }

    private async Task<(TableCheck Check, IReadOnlyList<MovedRow> Moved, IReadOnlyList<Remark> Notes)> Check(Actor actor, LedgerFile file, TableReading reading, CancellationToken ct)
    {
        var table = await tables.Read(file.FileName, file.Sha256, ct);
        var heads = LedgerTable.Round.Find(reading.Shown(table), [LedgerTable.Title, RowSeal.Column])
            ?? throw new RuleBroken("table-head", "文件“{0}”里没有找到任务台账。请先从年度任务导出台账，在导出的文件上修改后再上传。", table.Name) { Field = "File" };
        var rows = heads.Rows(reading.WithHiddenRows).Where(r => heads.Columns.Values.Any(c => !r[c].IsEmpty)).ToList();
        BroughtTables.MustFit(rows.Count, heads.Sheet.Name);
        var now = new Dictionary<Guid, RoundRow>();
        await foreach (var line in ledger.All(actor, new TaskFilter { IncludeClosed = true }, ct))
        {
            now.Add(line.Id, LedgerTable.Row(line));
        }

        var returned = LedgerTable.Round.Compare(heads, rows, now);
        var notes = new List<Remark>();
        foreach (var row in returned)
        {
            if (row.IsNew)
            {
                row.Line.Refuse(RowSeal.Column, new RuleBroken("ledger-new-row", "台账不能在表中增加任务。请删去这一行；新任务从方案下达。"));
            }
            else if (row.Known is { } there && row.Has(LedgerTable.Note))
            {
                var after = row.Says(LedgerTable.Note);
                row.Line.Holds(LedgerTable.Note, () => TaskNote.MustHold(after));
                row.Note();
                notes.Add(new Remark(row.Line, there.Id, LedgerTable.Round.Column(LedgerTable.Note).Said(there.Cells[^1]), after));
            }
        }

        var check = new TableCheck([SheetRead.Of(table, heads, rows.Count, reading)], [.. returned.Select(r => r.Line)], [], reading.PassedOver(table));
        return (check, [.. returned.Select(r => r.Moved).OfType<MovedRow>()], notes);
    }

    private sealed record Remark(CheckedRow Line, Guid TaskId, string Before, string After);
}
