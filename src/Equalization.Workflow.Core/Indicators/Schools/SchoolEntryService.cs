using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>A school's values of one year as a person enters them. SchoolId is null for a school that is not registered yet.</summary>
public sealed record SchoolEntry(Guid? SchoolId, string Code, string Name, string County, int Year, DataOrigin Origin, SchoolFigures Figures, SchoolConditions Conditions, string Reason)
{
    /// <summary>The year whose numbers the person had open, to which the version belongs; null where none were.</summary>
    public int? OpenedYear { get; init; }
}

/// <summary>Entries by hand, one school at a time, and explanations of values that stand out. Each leaves who, when and why.</summary>
public sealed class SchoolEntryService(Transact transact)
{
    /// <summary>
    /// Registers or changes one school's numbers and answers with its id. Refuses a code that another school has (school-code-taken), numbers of a year that was
    /// not the one opened (school-year-taken), what is no year (school-year), values by <see cref="SchoolValueRules.Require"/>, an entry that changes nothing
    /// (school-nothing) and one without its reason (school-reason).
    /// </summary>
    public Task<Guid> Enter(Actor actor, SchoolEntry entry, int version, CancellationToken ct) => transact.Run(actor, "填报学校数据", async (db, act) =>
    {
        Permission.Require(SchoolPermissions.MayEdit(act.Actor, act.Actor.JurisdictionId));
        var reason = entry.Reason.Needed(SchoolCorrection.LongestReason, "修改原因", new RuleBroken("school-reason", "请填写修改原因或数据来源。") { Field = nameof(entry.Reason) });
        RequireYear(entry.Year);
        var school = entry.SchoolId is { } id ? await Find(db, act.Actor, id, ct) : await Register(db, act.Actor, entry, ct);
        var record = await db.SchoolRecords.SingleOrDefaultAsync(r => r.SchoolId == school.Id && r.Year == entry.Year, ct);
        RequireOpened(record, entry);

        // Once indoor rooms are told apart, an empty field is one not known; it does not make the teaching rooms' area count undeducted.
        var figures = entry.Figures with { TellsIndoorSports = entry.Figures.TellsIndoorSports || record is { TellsIndoorSports: true } };
        var values = SchoolValues.Of(figures, entry.Conditions);
        SchoolValueRules.Require(values);
        var changes = SchoolChanges.Of(record is null ? null : SchoolValues.Of(record.Figures(school.Code, school.Name), record.Conditions), values, record?.Origin, entry.Origin);
        if (changes.Count == 0)
        {
            throw new RuleBroken("school-nothing", "没有改动任何数值。请修改后保存，或直接返回。");
        }

        if (record is null)
        {
            record = new SchoolRecord(school, entry.Year);
            db.Add(record);
        }
        else
        {
            db.Expect(record, version);
        }

        record.Set(figures, entry.Conditions, entry.Origin, fileId: null);
        db.Add(new SchoolCorrection
        {
            JurisdictionId = school.JurisdictionId, SchoolId = school.Id, Year = entry.Year, At = act.At, By = act.Actor.Signature(), Reason = reason, Changes = string.Join('\n', changes),
        });
        return school.Id;
    }, ct);

    /// <summary>Explains why a school's numbers of a year stand out or jump. Refuses an empty explanation (school-explanation).</summary>
    public Task Explain(Actor actor, Guid schoolId, int year, string text, CancellationToken ct) => transact.Run(actor, "说明学校数据", async (db, act) =>
    {
        var school = await Find(db, act.Actor, schoolId, ct);
        var record = await db.SchoolRecords.SingleOrDefaultAsync(r => r.SchoolId == schoolId && r.Year == year, ct) ?? throw RuleBroken.Missing();
        record.Explain(text, act.Actor.Signature());
        db.Add(new SchoolCorrection
        {
            JurisdictionId = school.JurisdictionId, SchoolId = schoolId, Year = year, At = act.At, By = act.Actor.Signature(), Reason = "数值异常说明", Changes = $"说明\t\t{record.Explanation}",
        });
    }, ct);

    private static async Task<School> Find(WorkflowDb db, Actor actor, Guid id, CancellationToken ct)
    {
        var school = Permission.Found(await db.Schools.SingleOrDefaultAsync(s => s.Id == id, ct), s => SchoolPermissions.MaySee(actor, s.JurisdictionId));
        Permission.Require(SchoolPermissions.MayEdit(actor, school.JurisdictionId));
        return school;
    }

    private static async Task<School> Register(WorkflowDb db, Actor actor, SchoolEntry entry, CancellationToken ct)
    {
        var code = SchoolKey.Of(entry.Code).Needed(School.LongestCode, SchoolColumns.Code, new RuleBroken("school-unnamed", "请填写学校代码。") { Field = nameof(entry.Code) });
        var name = entry.Name.Needed(School.LongestName, SchoolColumns.Name, new RuleBroken("school-name", "请填写学校名称。") { Field = nameof(entry.Name) });
        var county = CountyName.Of(entry.County).Needed(School.LongestCounty, SchoolColumns.County, new RuleBroken("school-county", "请填写表中学校所在的区县。") { Field = nameof(entry.County) });
        if (await db.Schools.AnyAsync(s => s.JurisdictionId == actor.JurisdictionId && s.Code == code, ct))
        {
            throw new RuleBroken("school-code-taken", "代码“{0}”已是另一所学校的。请核对代码，或打开那所学校修改。", code) { Field = nameof(entry.Code) };
        }

        var school = new School(actor.JurisdictionId, code, name, county);
        db.Add(school);
        return school;
    }

    private static void RequireYear(int year)
    {
        if (!SchoolYear.IsYear(year))
        {
            throw new RuleBroken("school-year", "这不是年份。请写成 2023 或 2023-2024。") { Field = nameof(SchoolEntry.Year) };
        }
    }

    private static void RequireOpened(SchoolRecord? record, SchoolEntry entry)
    {
        if (record is not null && entry.OpenedYear != record.Year)
        {
            throw new RuleBroken("school-year-taken", "这所学校已有 {0}—{1} 学年的数据。请打开那一学年修改，或改填其他学年。", record.Year, record.Year + 1) { Field = nameof(entry.Year) };
        }
    }
}
