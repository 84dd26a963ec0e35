using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>A dry run: the file, what it would do, and a mark by which a confirmation proves that it means this very result. Refusal: why the file cannot be read as a table.</summary>
public sealed record RosterPreview(
    Guid Id, RosterKind Kind, string FileName, DateTime BroughtAt, DateTime? TakenAt, TableCheck? Check, string Mark, IReadOnlyList<string> Headings, RuleBroken? Refusal);

/// <summary>
/// Imports of units, people and leaders' portfolios: a file is brought, looked at in a dry run as often as wanted, and taken in one transaction by the very
/// checks of the dry run, against the state of that moment.
/// </summary>
public sealed class RosterService(Transact transact, IDbContextFactory<WorkflowDb> contexts, BroughtTables tables, HeldUserNames signIns)
{
    /// <summary>Keeps the file and answers with its id. Refuses what is no table (codes table-file-…), at field File.</summary>
    public async Task<Guid> Bring(Actor actor, RosterKind kind, string fileName, Stream content, CancellationToken ct)
    {
        Permission.Require(UnitPermissions.MayEdit(actor, actor.JurisdictionId));
        var brought = await tables.Put(fileName, content, ct);
        return await transact.Run(actor, "上传导入表格", async (db, act) =>
        {
            Permission.Require(UnitPermissions.MayEdit(act.Actor, act.Actor.JurisdictionId));
            await BroughtTables.Keep(db, brought, act.At, ct);
            var file = new RosterFile(act.Actor.JurisdictionId, kind, brought.FileName, brought.Stored.Sha256, act.Actor.PersonId, act.Actor.Signature(), act.At);
            db.Add(file);
            return file.Id;
        }, ct);
    }

    /// <summary>Checks every row against what is there now and stores nothing. A file whose headings do not fit comes back with its headings and the refusal.</summary>
    public async Task<RosterPreview> Preview(Actor actor, Guid fileId, TableReading reading, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var file = await Find(db, actor, fileId, ct);
        var table = await tables.Read(file.FileName, file.Sha256, ct);
        var headings = Headings(table, file.Kind, reading);
        try
        {
            var check = await Check(db, actor, file.Kind, table, reading, tracked: false, ct);
            return new(file.Id, file.Kind, file.FileName, file.BroughtAt, file.TakenAt, check, check.Mark(), headings, null);
        }
        catch (RuleBroken refusal) when (refusal.Field == "File")
        {
            return new(file.Id, file.Kind, file.FileName, file.BroughtAt, file.TakenAt, null, "", headings, refusal);
        }
    }

    /// <summary>
    /// Takes the file. Refuses: a second time (table-taken), another result than the one looked at (stale), wrong rows unless only the right ones are asked
    /// for (table-wrong), and a file that would change nothing (table-nothing).
    /// </summary>
    public async Task<TableOutcome> Take(Actor actor, Guid fileId, TableReading reading, string mark, bool rightRowsOnly, CancellationToken ct)
    {
        Permission.Require(UnitPermissions.MayEdit(actor, actor.JurisdictionId));
        await using var look = await contexts.CreateDbContextAsync(ct);
        var brought = await Find(look, actor, fileId, ct);

        // The file is read before the transaction begins: it must not hold the database's only writer.
        var table = await tables.Read(brought.FileName, brought.Sha256, ct);
        return await transact.Run(actor, NameOf(brought.Kind), async (db, act) =>
        {
            var file = await Find(db, act.Actor, fileId, ct);
            var check = await Check(db, act.Actor, file.Kind, table, reading, tracked: true, ct);
            file.Take(act.Actor.Signature(), act.At, check.Outcome);
            var outcome = check.Confirmed(mark, rightRowsOnly);
            check.Write(db);
            return outcome;
        }, ct);
    }

    private static string NameOf(RosterKind kind) => kind switch
    {
        RosterKind.Units => "导入单位",
        RosterKind.People => "导入人员",
        RosterKind.Portfolios => "导入分管",
    };

    private static IReadOnlyList<string> Headings(TableFile table, RosterKind kind, TableReading reading)
    {
        try
        {
            var heads = TableHeads.Find(reading.Shown(table), [.. RosterColumns.Of(kind).Select(c => c with { IsNeeded = false })], reading.Columns);
            var row = heads.Sheet.Rows.First(r => r.Number == heads.HeadRow);
            return [.. row.Cells.Where(c => !c.IsEmpty && !c.IsSpread).Select(c => c.Text).Distinct()];
        }
        catch (RuleBroken)
        {
            return [];
        }
    }

    private static async Task<RosterFile> Find(WorkflowDb db, Actor actor, Guid fileId, CancellationToken ct)
    {
        var file = Permission.Found(await db.RosterFiles.SingleOrDefaultAsync(f => f.Id == fileId, ct), f => UnitPermissions.MaySee(actor, f.JurisdictionId));
        Permission.Require(UnitPermissions.MayEdit(actor, file.JurisdictionId));
        return file;
    }

    private async Task<TableCheck> Check(WorkflowDb db, Actor actor, RosterKind kind, TableFile table, TableReading reading, bool tracked, CancellationToken ct)
    {
        var heads = TableHeads.Find(reading.Shown(table), RosterColumns.Of(kind), reading.Columns);
        var rows = heads.Rows(reading.WithHiddenRows).Where(r => heads.Columns.Values.Any(c => !r[c].IsEmpty)).ToList();
        BroughtTables.MustFit(rows.Count, heads.Sheet.Name);
        var state = await RosterState.Load(db, actor, signIns, tracked, ct);
        var parts = kind switch
        {
            RosterKind.Units => new UnitRoster(state).Check(heads, rows),
            RosterKind.People => new PeopleRoster(state).Check(heads, rows),
            RosterKind.Portfolios => new PortfolioRoster(state).Check(heads, rows),
        };
        return new([SheetRead.Of(table, heads, rows.Count, reading)], parts.Lines, parts.Missing, reading.PassedOver(table));
    }
}
