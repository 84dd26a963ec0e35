using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>A dry run of a school table: what it would do, what holds for the whole of it, and a mark by which a confirmation proves that it means this very result.</summary>
public sealed record SchoolPreview(
    Guid Id, string FileName, SchoolImport Import, DateTime? TakenAt, TableCheck? Check, IReadOnlyList<Remark> Notes, string Mark, IReadOnlyList<string> Headings, RuleBroken? Refusal,
    SchoolImportDoubts Doubts);

/// <summary>
/// Imports of school data: a table is brought, looked at in a dry run as often as wanted, and taken in one transaction by the very checks of the dry run,
/// against the state of that moment.
/// </summary>
public sealed class SchoolImportService(Transact transact, IDbContextFactory<WorkflowDb> contexts, BroughtTables tables)
{
    /// <summary>Keeps the table and answers with its id. Refuses what is no table (codes table-file-…), a year out of range (school-year) and no county (school-county).</summary>
    public async Task<Guid> Bring(Actor actor, SchoolImport import, string fileName, Stream content, CancellationToken ct)
    {
        Permission.Require(SchoolPermissions.MayEdit(actor, actor.JurisdictionId));
        var county = CountyName.Of(import.County).Needed(School.LongestCounty, "区县", new RuleBroken("school-county", "请填写表中学校所在的区县。") { Field = "County" });
        if (!SchoolYear.IsYear(import.Year))
        {
            throw new RuleBroken("school-year", "这不是年份。请写成 2023 或 2023-2024。") { Field = "Year" };
        }

        var brought = await tables.Put(fileName, content, ct);
        return await transact.Run(actor, "上传学校数据表", async (db, act) =>
        {
            Permission.Require(SchoolPermissions.MayEdit(act.Actor, act.Actor.JurisdictionId));
            await BroughtTables.Keep(db, brought, act.At, ct);
            var file = new SchoolFile(act.Actor.JurisdictionId, import with { County = county }, brought.FileName, brought.Stored.Sha256, act.Actor.PersonId, act.Actor.Signature(), act.At);
            db.Add(file);
            return file.Id;
        }, ct);
    }

    /// <summary>Checks every row against what is there now and stores nothing. A table whose headings do not fit comes back with its headings and the refusal.</summary>
    public async Task<SchoolPreview> Preview(Actor actor, Guid fileId, TableReading reading, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var file = await Find(db, actor, fileId, ct);
        var import = new SchoolImport(file.Year, file.County, file.Origin);
        var table = await tables.Read(file.FileName, file.Sha256, ct);
        var headings = SchoolReader.Headings(table, reading);
        try
        {
            var sheet = SchoolReader.Read(table, reading);
            var check = await Check(db, actor, file, sheet, reading.PassedOver(table), tracked: false, ct);
            return new(file.Id, file.FileName, import, file.TakenAt, check, sheet.Notes, check.Mark(), headings, null, file.TakenAt is null ? await SchoolImportDoubts.Of(db, file, sheet, ct) : SchoolImportDoubts.None);
        }
        catch (RuleBroken refusal) when (refusal.Field == "File")
        {
            return new(file.Id, file.FileName, import, file.TakenAt, null, [], "", headings, refusal, SchoolImportDoubts.None);
        }
    }

    /// <summary>
    /// Takes the table. Refuses: a second time (table-taken), another result than the one looked at (stale), wrong rows unless only the right ones are asked
    /// for (table-wrong), and a table that would change nothing (table-nothing).
    /// </summary>
    public async Task<TableOutcome> Take(Actor actor, Guid fileId, TableReading reading, string mark, bool rightRowsOnly, CancellationToken ct)
    {
        await using var look = await contexts.CreateDbContextAsync(ct);
        var brought = await Find(look, actor, fileId, ct);

        // The table is read before the transaction begins: it must not hold the database's only writer.
        var table = await tables.Read(brought.FileName, brought.Sha256, ct);
        return await transact.Run(actor, "导入学校数据", async (db, act) =>
        {
            var file = await Find(db, act.Actor, fileId, ct);

            // Read anew for each try: the rows keep what they are to write.
            var check = await Check(db, act.Actor, file, SchoolReader.Read(table, reading), reading.PassedOver(table), tracked: true, ct);
            file.Take(act.Actor.Signature(), act.At, check.Outcome);
            var outcome = check.Confirmed(mark, rightRowsOnly);
            check.Write(db);
            return outcome;
        }, ct);
    }

    private static async Task<SchoolFile> Find(WorkflowDb db, Actor actor, Guid fileId, CancellationToken ct)
    {
        var file = Permission.Found(await db.SchoolFiles.SingleOrDefaultAsync(f => f.Id == fileId, ct), f => SchoolPermissions.MaySee(actor, f.JurisdictionId));
        Permission.Require(SchoolPermissions.MayEdit(actor, file.JurisdictionId));
        return file;
    }

    private static async Task<TableCheck> Check(WorkflowDb db, Actor actor, SchoolFile file, SchoolSheet sheet, IReadOnlyList<string> hiddenSheets, bool tracked, CancellationToken ct)
    {
        BroughtTables.MustFit(sheet.Lines.Count, sheet.Read.Name);
        var years = sheet.Lines.Select(l => l.Year ?? file.Year).Distinct().ToList();
        var (lines, missing) = new SchoolSheetCheck(await SchoolState.Load(db, actor, years, tracked, ct), file).Check(sheet);
        return new([sheet.Read], lines, missing, hiddenSheets);
    }
}
