using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>A county's schools of which there is data for a school year.</summary>
public sealed record CountyYear(int Year, string County, int Schools);

/// <summary>A school as the lists know it: its row, and what was explained of its numbers.</summary>
public sealed record SchoolRef(Guid Id, string Code, string Name, string? Explanation);

/// <summary>One county in one school year: all schools with their indicators, the coefficients, and what asks for an explanation.</summary>
public sealed record CountySchools(int Year, string County, CountyIndicators Indicators, IReadOnlyDictionary<string, SchoolRef> Schools, IReadOnlyList<SchoolFlag> Flags);

/// <summary>What a person entered by hand. Changes: one line a value, its column, before and after with tabs between.</summary>
public sealed record CorrectionRow(int Year, DateTime At, string By, string Reason, string Changes);

/// <summary>One year of a school's past.</summary>
public sealed record SchoolPast(int Year, DataOrigin Origin, IReadOnlyList<SchoolPart> Parts);

/// <summary>A school's own page: its parts in the year shown with their working, its years, and what people entered by hand. Version is that of the year's numbers.</summary>
public sealed record SchoolView(
    Guid Id, string Code, string Name, string County, int Year, DataOrigin Origin, StandardSet Standard, SchoolFigures Figures, SchoolConditions Conditions, IReadOnlyList<SchoolPart> Parts,
    IReadOnlyList<SchoolPast> Years, IReadOnlyList<CorrectionRow> Corrections, string? Explanation, string? ExplainedBy, int Version);

/// <summary>A table that was brought, as the list of imports shows it.</summary>
public sealed record SchoolFileRow(Guid Id, string FileName, int Year, string County, string BroughtBy, DateTime BroughtAt, DateTime? TakenAt, int Added, int Changed, int LeftOut);

/// <summary>Reads schools and reckons their indicators anew each time: nothing reckoned is stored, so nothing can be out of date.</summary>
public sealed class SchoolQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>The county's schools in their Chinese order.</summary>
    public async Task<CountySchools> County(Actor actor, int year, string county, CancellationToken ct)
    {
        Permission.Require(SchoolPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await County(db, actor.JurisdictionId, year, county, ct);
    }

    internal static async Task<CountySchools> County(WorkflowDb db, Guid jurisdictionId, int year, string county, CancellationToken ct)
    {
        var rows = await (from r in db.SchoolRecords.AsNoTracking()
                          join s in db.Schools.AsNoTracking() on r.SchoolId equals s.Id
                          where r.JurisdictionId == jurisdictionId && (r.Year == year || r.Year == year - 1) && s.County == county
                          orderby s.SortKey, s.Id
                          select new { School = s, Record = r }).ToListAsync(ct);
        var now = rows.Where(r => r.Record.Year == year).ToList();
        var before = rows.Where(r => r.Record.Year != year).ToDictionary(r => r.School.Code, r => r.Record.Figures(r.School.Code, r.School.Name));
        var indicators = CountyIndicators.Of(await LocalStandardQueries.For(db, jurisdictionId, year, ct), now.Select(r => r.Record.Figures(r.School.Code, r.School.Name)));
        return new(year, county, indicators, now.ToDictionary(r => r.School.Code, r => new SchoolRef(r.School.Id, r.School.Code, r.School.Name, r.Record.Explanation)), SchoolFlags.Of(indicators, before));
    }

    /// <summary>A school in a year; without one, in the newest it has. Refuses a school without any numbers (not-found).</summary>
    public async Task<SchoolView> School(Actor actor, Guid id, int? year, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var school = Permission.Found(await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct), s => SchoolPermissions.MaySee(actor, s.JurisdictionId));
        var records = await db.SchoolRecords.AsNoTracking().Where(r => r.SchoolId == id).OrderBy(r => r.Year).ToListAsync(ct);
        var shown = (year is null ? records.LastOrDefault() : records.Find(r => r.Year == year)) ?? throw RuleBroken.Missing();
        var sets = await LocalStandardQueries.For(db, school.JurisdictionId, [.. records.Select(r => r.Year)], ct);
        var set = sets[shown.Year];
        var figures = shown.Figures(school.Code, school.Name);
        var corrections = await db.SchoolCorrections.Where(c => c.SchoolId == id).OrderByDescending(c => c.At).ThenBy(c => c.Id)
            .Select(c => new CorrectionRow(c.Year, c.At, c.By, c.Reason, c.Changes)).ToListAsync(ct);
        return new(id, school.Code, school.Name, school.County, shown.Year, shown.Origin, set, figures, shown.Conditions, SchoolPart.Of(set, figures),
            [.. records.Select(r => new SchoolPast(r.Year, r.Origin, SchoolPart.Of(sets[r.Year], r.Figures(school.Code, school.Name))))], corrections, shown.Explanation, shown.ExplainedBy, shown.Version);
    }

    /// <summary>The last imports, newest first. The office only (not-allowed).</summary>
    public async Task<IReadOnlyList<SchoolFileRow>> Imports(Actor actor, int most, CancellationToken ct)
    {
        Permission.Require(SchoolPermissions.MayEdit(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.SchoolFiles.Where(f => f.JurisdictionId == actor.JurisdictionId).OrderByDescending(f => f.BroughtAt).ThenBy(f => f.Id).Take(most)
            .Select(f => new SchoolFileRow(f.Id, f.FileName, f.Year, f.County, f.BroughtBy, f.BroughtAt, f.TakenAt, f.Added, f.Changed, f.LeftOut)).ToListAsync(ct);
    }
}
