using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Counties;

/// <summary>Which of a county's schools are listed. Flagged: those with a value that asks for an explanation.</summary>
public enum SchoolChoice
{
    All,
    Failing,
    Flagged,
}

/// <summary>A school in the county's list with its parts as the year's standard judges them.</summary>
public sealed record SchoolRow(Guid Id, string Code, string Name, string? Explanation, IReadOnlyList<SchoolPart> Parts);

/// <summary>A county in a school year: its summary, a page of its schools, and what asks for an explanation at these. Flagged counts the schools of which anything does.</summary>
public sealed record CountyPage(CountySummary Summary, Paged<SchoolRow> Schools, IReadOnlyList<SchoolFlag> Flags, int Flagged);

/// <summary>Reads counties: one by its schools a page at a time, one through its years, all of one year.</summary>
public sealed class CountyQueries(IDbContextFactory<WorkflowDb> contexts, CountyShelf shelf)
{
    /// <summary>What there is data of: newest year first, the county with most schools first.</summary>
    public async Task<IReadOnlyList<CountyYear>> Years(Actor actor, CancellationToken ct)
    {
        Permission.Require(SchoolPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (await shelf.Open(db, actor.JurisdictionId, ct)).Years(db, ct);
    }

    /// <summary>The county's schools in their Chinese order, a page of them. Null for a county without schools that year.</summary>
    public async Task<CountyPage?> Page(Actor actor, int year, string county, SchoolChoice choice, int page, int size, CancellationToken ct)
    {
        Permission.Require(SchoolPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var book = await shelf.Open(db, actor.JurisdictionId, ct);
        if ((await book.Of(db, [new CountyYear(year, county, 0)], ct)).FirstOrDefault() is not { } summary)
        {
            return null;
        }

        var flags = await book.Flags(db, year, county, ct);
        var flagged = flags.Select(f => f.Code).Distinct().ToList();
        var codes = choice switch
        {
            SchoolChoice.All => null,
            SchoolChoice.Failing => summary.Failing,
            SchoolChoice.Flagged => flagged,
        };
        var schools = from s in db.Schools
                      join r in db.SchoolRecords on s.Id equals r.SchoolId
                      where s.JurisdictionId == actor.JurisdictionId && s.County == county && r.Year == year
                      orderby s.SortKey, s.Id
                      select new { s.Id, s.Code, s.Name, Record = r };
        var chosen = codes is null ? schools : schools.Where(s => codes.Contains(s.Code));
        var rows = await chosen.AsNoTracking().Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var shown = rows.ConvertAll(r => new SchoolRow(r.Id, r.Code, r.Name, r.Record.Explanation, SchoolPart.Of(summary.Standard, r.Record.Figures(r.Code, r.Name))));
        return new(summary, new(shown, codes?.Count ?? summary.Schools, page, size), [.. flags.Where(f => rows.Exists(r => r.Code == f.Code))], flagged.Count);
    }

    /// <summary>One county in a school year without its single schools; null for one without schools that year.</summary>
    public async Task<CountySummary?> Summary(Actor actor, int year, string county, CancellationToken ct)
    {
        Permission.Require(SchoolPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await (await shelf.Open(db, actor.JurisdictionId, ct)).Of(db, [new CountyYear(year, county, 0)], ct)).FirstOrDefault();
    }

    /// <summary>A county through all years there is data of, the earliest first.</summary>
    public async Task<IReadOnlyList<CountySummary>> Trend(Actor actor, string county, CancellationToken ct)
    {
        Permission.Require(SchoolPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var book = await shelf.Open(db, actor.JurisdictionId, ct);
        return await book.Of(db, [.. (await book.Years(db, ct)).Where(y => y.County == county).OrderBy(y => y.Year)], ct);
    }

    /// <summary>All counties of a school year.</summary>
    public async Task<IReadOnlyList<CountySummary>> Comparison(Actor actor, int year, CancellationToken ct)
    {
        Permission.Require(SchoolPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var book = await shelf.Open(db, actor.JurisdictionId, ct);
        return await book.Of(db, [.. (await book.Years(db, ct)).Where(y => y.Year == year).OrderBy(y => SortKeys.Of(y.County), StringComparer.Ordinal)], ct);
    }
}
