using System.Security.Cryptography;
using System.Text;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>How a person wants a file read. Columns: column asked for → heading in the file, where they differ.</summary>
public sealed record RosterReading(IReadOnlyDictionary<string, string> Columns, bool WithHiddenRows, bool WithHiddenSheets)
{
    public static RosterReading Plain { get; } = new(new Dictionary<string, string>(), false, false);
}

/// <summary>A dry run: the file, what it would do, and a mark by which a confirmation proves that it means this very result. Refusal: why the file cannot be read as a table.</summary>
public sealed record RosterPreview(
    Guid Id, RosterKind Kind, string FileName, DateTime BroughtAt, DateTime? TakenAt, RosterCheck? Check, string Mark, IReadOnlyList<string> Headings, RuleBroken? Refusal);

/// <summary>What an import did.</summary>
public sealed record RosterOutcome(int Added, int Changed, int LeftOut);

/// <summary>
/// Imports of units, people and leaders' portfolios: a file is brought, looked at in a dry run as often as wanted, and taken in one transaction by the very
/// checks of the dry run, against the state of that moment.
/// </summary>
public sealed class RosterService(Transact transact, IDbContextFactory<WorkflowDb> contexts, IFileStore files, ReadTable read, HeldUserNames signIns)
{
    public const int LargestFileInMegabytes = 30;
    public const int MostRows = 20_000;

    private const string ContentType = "application/octet-stream";

    /// <summary>Keeps the file and answers with its id. Refuses what is no table (codes table-file-…), at field File.</summary>
    public async Task<Guid> Bring(Actor actor, RosterKind kind, string fileName, Stream content, CancellationToken ct)
    {
        Permission.Require(UnitPermissions.MayEdit(actor, actor.JurisdictionId));
        var name = Path.GetFileName(fileName);
        name = name.Length <= RosterFile.LongestFileName ? name : name[..RosterFile.LongestFileName];
        var stored = await files.Put(content, LargestFileInMegabytes * 1024L * 1024, ct);
        await Table(name, stored.Sha256, ct);
        return await transact.Run(actor, "上传导入表格", async (db, act) =>
        {
            Permission.Require(UnitPermissions.MayEdit(act.Actor, act.Actor.JurisdictionId));
            if (!await db.StoredFiles.AnyAsync(f => f.Sha256 == stored.Sha256, ct))
            {
                db.Add(new StoredFile { Sha256 = stored.Sha256, Length = stored.Length, ContentType = ContentType, StoredAt = act.At });
            }

            var file = new RosterFile(act.Actor.JurisdictionId, kind, name, stored.Sha256, act.Actor.PersonId, act.Actor.Signature(), act.At);
            db.Add(file);
            return file.Id;
        }, ct);
    }

    /// <summary>Checks every row against what is there now and stores nothing. A file whose headings do not fit comes back with its headings and the refusal.</summary>
    public async Task<RosterPreview> Preview(Actor actor, Guid fileId, RosterReading reading, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var file = await Find(db, actor, fileId, ct);
        var table = await Table(file.FileName, file.Sha256, ct);
        var headings = Headings(table, file.Kind, reading);
        try
        {
            var check = await Check(db, actor, file.Kind, table, reading, tracked: false, ct);
            return new(file.Id, file.Kind, file.FileName, file.BroughtAt, file.TakenAt, check, MarkOf(check), headings, null);
        }
        catch (RuleBroken refusal) when (refusal.Field == "File")
        {
            return new(file.Id, file.Kind, file.FileName, file.BroughtAt, file.TakenAt, null, "", headings, refusal);
        }
    }

    /// <summary>
    /// Takes the file. Refuses: a second time (roster-taken), another result than the one looked at (stale), wrong rows unless only the right ones are asked
    /// for (roster-wrong), and a file that would change nothing (roster-nothing).
    /// </summary>
    public async Task<RosterOutcome> Take(Actor actor, Guid fileId, RosterReading reading, string mark, bool rightRowsOnly, CancellationToken ct)
    {
        Permission.Require(UnitPermissions.MayEdit(actor, actor.JurisdictionId));
        await using var look = await contexts.CreateDbContextAsync(ct);
        var brought = await Find(look, actor, fileId, ct);

        // The file is read before the transaction begins: it must not hold the database's only writer.
        var table = await Table(brought.FileName, brought.Sha256, ct);
        return await transact.Run(actor, NameOf(brought.Kind), async (db, act) =>
        {
            var file = await Find(db, act.Actor, fileId, ct);
            var check = await Check(db, act.Actor, file.Kind, table, reading, tracked: true, ct);
            var outcome = new RosterOutcome(check.Count(RosterChange.Added), check.Count(RosterChange.Changed), check.Count(RosterChange.Wrong));
            file.Take(act.Actor.Signature(), act.At, outcome.Added, outcome.Changed, outcome.LeftOut);
            Require(check, outcome, mark, rightRowsOnly);
            foreach (var line in check.Lines.Where(l => l.Change is RosterChange.Added or RosterChange.Changed))
            {
                line.Apply(db);
            }

            return outcome;
        }, ct);
    }

    private static void Require(RosterCheck check, RosterOutcome outcome, string mark, bool rightRowsOnly)
    {
        if (MarkOf(check) != mark)
        {
            throw new RuleBroken(RuleBroken.Stale, "您核对之后，单位或人员又有变动。页面已按最新情况重新核对，请再看一遍后确认。");
        }

        if (outcome.LeftOut > 0 && !rightRowsOnly)
        {
            throw new RuleBroken("roster-wrong", "有 {0} 行有错，没有导入。请改正后重新上传，或勾选“只导入正确的行”。", outcome.LeftOut) { Field = "RightRowsOnly" };
        }

        if (outcome.Added + outcome.Changed == 0)
        {
            throw new RuleBroken("roster-nothing", "这份表格没有可导入的新增或变更。请核对是否选错了文件。");
        }
    }

    private static string NameOf(RosterKind kind) => kind switch
    {
        RosterKind.Units => "导入单位",
        RosterKind.People => "导入人员",
        RosterKind.Portfolios => "导入分管",
    };

    private static IReadOnlyList<string> Headings(TableFile table, RosterKind kind, RosterReading reading)
    {
        try
        {
            var heads = TableHeads.Find(Shown(table, reading), [.. RosterColumns.Of(kind).Select(c => c with { IsNeeded = false })], reading.Columns);
            var row = heads.Sheet.Rows.First(r => r.Number == heads.HeadRow);
            return [.. row.Cells.Where(c => !c.IsEmpty && !c.IsSpread).Select(c => c.Text).Distinct()];
        }
        catch (RuleBroken)
        {
            return [];
        }
    }

    private static TableFile Shown(TableFile table, RosterReading reading) =>
        reading.WithHiddenSheets ? table with { Sheets = [.. table.Sheets.Select(s => s with { IsHidden = false })] } : table;

    /// <summary>What a person saw, in short: each row with what it does and says.</summary>
    private static string MarkOf(RosterCheck check)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in check.Lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{line.Row} {line.Change} {string.Join('|', line.Cells)} {string.Join('|', line.Faults.Select(f => f.Refusal.Code))}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    private static async Task<RosterFile> Find(WorkflowDb db, Actor actor, Guid fileId, CancellationToken ct)
    {
        var file = Permission.Found(await db.RosterFiles.SingleOrDefaultAsync(f => f.Id == fileId, ct), f => UnitPermissions.MaySee(actor, f.JurisdictionId));
        Permission.Require(UnitPermissions.MayEdit(actor, file.JurisdictionId));
        return file;
    }

    private async Task<RosterCheck> Check(WorkflowDb db, Actor actor, RosterKind kind, TableFile table, RosterReading reading, bool tracked, CancellationToken ct)
    {
        var heads = TableHeads.Find(Shown(table, reading), RosterColumns.Of(kind), reading.Columns);
        var rows = heads.Rows(reading.WithHiddenRows).Where(r => heads.Columns.Values.Any(c => !r[c].IsEmpty)).ToList();
        if (rows.Count > MostRows)
        {
            throw new RuleBroken("roster-rows", "工作表“{0}”有 {1} 行，一次最多导入 {2} 行。请分成几个文件导入。", heads.Sheet.Name, rows.Count, MostRows) { Field = "File" };
        }

        var state = await RosterState.Load(db, actor, signIns, tracked, ct);
        var parts = kind switch
        {
            RosterKind.Units => new UnitRoster(state).Check(heads, rows),
            RosterKind.People => new PeopleRoster(state).Check(heads, rows),
            RosterKind.Portfolios => new PortfolioRoster(state).Check(heads, rows),
        };
        return new(
            heads.Sheet.Name.Length > 0 ? heads.Sheet.Name : table.Name, heads.HeadRow, parts.Lines, parts.Missing, heads.Unknown, reading.WithHiddenRows ? 0 : heads.HiddenRows,
            [.. table.Sheets.Where(s => s.IsHidden && s.Rows.Count > 0 && !reading.WithHiddenSheets).Select(s => s.Name)]);
    }

    private async Task<TableFile> Table(string name, string sha256, CancellationToken ct)
    {
        await using var content = files.Open(sha256) ?? throw RuleBroken.Missing();
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, ct);
        return read(name, bytes.ToArray(), ct);
    }
}
