using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Ledgers.LedgerDesk;
using static Equalization.Workflow.Tests.Rosters.RosterDesk;

namespace Equalization.Workflow.Tests.Ledgers;

/// <summary>Gaps registered from the school data year by year, their measures, and their write-offs on data or with a reason.</summary>
public sealed class LedgerServiceTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async ValueTask InitializeAsync() => city = await TestCity.Create();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task A_gap_is_registered_once_and_the_next_years_figure_joins_its_history()
    {
        Assert.Equal(1, (await city.Register(2016, School("001", "21"), School("002"))).Opened);
        Assert.Equal((0, 0), await Counts(2016));
        await city.TakeSchools(2017, School("001", "30"), School("002"));
        Assert.Equal((0, 1), await Counts(2017));

        var gap = Assert.Single(await city.Gaps());
        Assert.Equal(("差2018-0001", "第001小学", 1, Level.Primary), (gap.Number, gap.School, gap.Indicator, gap.Level));
        Assert.Equal((2016, 2.1m, 4.2m, 2017, 3m, Verdict.Fail), (gap.YearFound, gap.ValueFound, gap.Bound, gap.LatestYear, gap.LatestValue, gap.LatestVerdict));
        Assert.Equal([new ReadingRow(2017, 3m, 4.2m, Verdict.Fail), new ReadingRow(2016, 2.1m, 4.2m, Verdict.Fail)], (await city.Look(gap.Id)).Readings);
        await Refuses("ledger-no-data", () => city.Register(2015));
    }

    [Fact]
    public async Task A_corrected_figure_of_the_same_year_takes_the_place_of_the_first()
    {
        await city.Register(2016, School("001", "21"));
        await city.TakeSchools(2016, School("001", "25"));

        Assert.Equal((0, 1), await Counts(2016));
        Assert.Equal([2.5m], (await city.Look((await city.Gap()).Id)).Readings.Select(r => r.Value!.Value));
    }

    [Fact]
    public async Task It_is_written_off_only_when_the_data_of_a_later_year_passes()
    {
        await city.Register(2016, School("001", "21"));
        var gap = await city.Gap();
        await Refuses("ledger-not-later", () => city.WriteOff(gap.Id));
        await city.TakeSchools(2016, School("001", "42"));
        await Refuses("ledger-not-later", () => city.WriteOff(gap.Id));
        await city.TakeSchools(2017, School("001", "41"));
        await Refuses("ledger-short", () => city.WriteOff(gap.Id));
        await city.TakeSchools(2018, School("001", ""));
        await Refuses("ledger-unknown", () => city.WriteOff(gap.Id));
        await city.TakeSchools(2018, School("001", "42"));

        Assert.Equal("差销2018-0001", await city.WriteOff(gap.Id));
        var view = await city.Look(gap.Id);
        Assert.Equal((LedgerState.WrittenOff, WriteOffGround.Data, city.Clock.Today()), (view.Row.State, view.Row.Ground, view.EndedOn!.Value));
        var decided = Assert.Single(view.Decisions);
        Assert.Equal((DecisionKind.WriteOff, "差销2018-0001", 2018, 4.2m, city.Office.Signature()), (decided.Kind, decided.Number, decided.Year, decided.Value, decided.By));
        Assert.Equal(1, await city.Read(db => db.AuditEntries.CountAsync(a => a.EntityKind == nameof(LedgerDecision) && a.Act == "差距销账", TestCity.Ct)));
        await Refuses("ledger-closed", () => city.WriteOff(gap.Id));
        Assert.Empty(await city.Gaps());
    }

    [Fact]
    public async Task A_missing_figure_is_no_gap_and_a_school_that_is_left_out_has_none()
    {
        var done = await city.Register(2016, School("001", ""), "003,石桥教学点,教学点,49,,0,,0,,0,,10,10,1,0");

        Assert.Equal(0, done.Opened);
        Assert.True(done.Unknown > 7);
        Assert.Empty(await city.Gaps(new GapFilter()));
    }

    [Fact]
    public async Task What_was_written_off_on_data_is_opened_anew_when_it_falls_back()
    {
        await city.Register(2016, School("001", "21"));
        await city.TakeSchools(2017, School("001"));
        await city.WriteOff((await city.Gap()).Id);

        Assert.Equal(0, (await city.Register(2016)).Opened);
        Assert.Equal(0, (await city.Register(2017)).Opened);
        Assert.Equal(1, (await city.Register(2018, School("001", "30"))).Opened);
        Assert.Equal(2018, Assert.Single(await city.Gaps()).YearFound);
    }

    [Fact]
    public async Task What_the_office_ended_for_a_reason_stays_ended_for_that_year()
    {
        await city.Register(2016, School("001", "21"));
        var gap = await city.Gap();
        await Refuses("ledger-reason", () => End(gap, " "));
        await Refuses(RuleBroken.Stale, () => city.Get<LedgerService>().WriteOffWithReason(city.Office, gap.Id, gap.Version + 1, "按批复", TestCity.Ct));
        Assert.Equal("差销2018-0001", await End(gap, "按批复另行安排"));

        var again = await city.Register(2016);
        Assert.Equal((0, 1), (again.Opened, again.Left));
        Assert.Equal(1, (await city.Register(2017, School("001", "21"))).Opened);
        Assert.Equal("按批复另行安排", Assert.Single((await city.Look(gap.Id)).Decisions).Words);
    }

    [Fact]
    public async Task A_write_off_that_was_a_mistake_is_taken_back_unless_the_gap_stands_anew()
    {
        await city.Register(2016, School("001", "21"));
        var gap = await city.Gap();
        await Refuses("ledger-open", () => TakeBack("有误"));
        await End(gap, "按批复");
        await Refuses("ledger-reason", () => TakeBack(" "));
        await TakeBack("批复的是另一所学校");
        Assert.Equal([DecisionKind.TakeBack, DecisionKind.WriteOffWithReason], (await city.Look(gap.Id)).Decisions.Select(d => d.Kind));
        Assert.Equal(0, (await city.Register(2016)).Opened);
        await End(await city.Gap(), "按批复");
        await city.Register(2017, School("001", "21"));
        await Refuses("ledger-stands", () => TakeBack("有误"));

        async Task TakeBack(string reason) => await city.Get<LedgerService>().TakeBack(city.Office, gap.Id, (await city.Look(gap.Id)).Version, reason, TestCity.Ct);
    }

    [Fact]
    public async Task Keepers_are_told_once_how_many_gaps_wait_for_a_measure()
    {
        await city.Register(2016, School("001", "21"), School("002", "21"));
        await city.Get<SchoolKeepingService>().KeepCounty(city.Office, SchoolDesk.County, city.Unit("市教育局").Id, TestCity.Ct);
        await city.Register(2017, School("001", "21").Replace(",7500,", ",700,", StringComparison.Ordinal), School("002", "21"));

        var told = await city.Read(db => db.Notices.Where(n => n.Kind == NoticeKind.GapsToMend && n.PersonId == city.Contact("市教育局").PersonId).OrderBy(n => n.Id).Select(n => n.Arguments).ToListAsync(TestCity.Ct));
        Assert.Equal(["2", "1"], told.Select(a => string.Concat(a.Where(char.IsDigit))));
    }

    [Fact]
    public async Task An_older_year_that_comes_later_opens_nothing_and_moves_nothing()
    {
        await city.Register(2017, School("001", "30"), School("002"));

        var done = await city.Register(2016, School("001", "21"), School("002", "21"));

        Assert.Equal((0, 1), (done.Opened, done.Left));
        var gap = Assert.Single(await city.Gaps());
        Assert.Equal((2017, 2017, 3m), (gap.YearFound, gap.LatestYear, gap.LatestValue));
        Assert.Equal([2017, 2016], (await city.Look(gap.Id)).Readings.Select(r => r.Year));
    }

    [Fact]
    public async Task The_countys_own_gaps_are_its_coefficients_and_a_school_without_data_leaves_them_unknown()
    {
        string[] uneven = [School("001", "21"), School("002", "300"), School("003", "42")];
        await city.Register(2016, uneven);
        var gap = await city.Gap(GapKind.Coefficient);
        Assert.Equal((null, SchoolDesk.County, 1, Level.Primary, 0.5m), (gap.SchoolId, gap.County, gap.Indicator, gap.Level, gap.Bound));
        Assert.True(gap.ValueFound > gap.Bound);

        await city.TakeSchools(2017, School("001", "45"), School("002", "45"));
        var newest = (await city.Look(gap.Id)).Newest!;
        Assert.Equal((Verdict.Unknown, "第003小学"), (newest.Verdict, newest.Why!.Arguments[0]));
        await Refuses("ledger-unknown", () => city.WriteOff(gap.Id));

        var third = (await city.CountySchools(2016)).Schools["003"].Id;
        await city.Get<SchoolKeepingService>().Close(city.Office, third, null, 2017, "并入第一小学", TestCity.Ct);
        Assert.StartsWith("差销", await city.WriteOff(gap.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_missing_two_years_running_still_leaves_the_coefficients_unknown()
    {
        await city.Register(2016, School("001", "21"), School("002", "300"), School("003", "42"));
        var gap = await city.Gap(GapKind.Coefficient);
        await city.TakeSchools(2017, School("001", "45"), School("002", "45"));
        await city.TakeSchools(2018, School("001", "45"), School("002", "45"));

        var newest = (await city.Look(gap.Id)).Newest!;

        Assert.Equal((2018, Verdict.Unknown, "第003小学"), (newest.Year, newest.Verdict, newest.Why!.Arguments[0]));
    }

    [Fact]
    public async Task A_closed_school_does_not_keep_the_county_from_being_judged_by_its_later_year()
    {
        await city.TakeSchools(2016, School("001", "21"), School("002", "300"), School("003", "42"));
        await city.TakeSchools(2017, School("001", "45"), School("002", "45"));
        await CloseSchool("003", 2017);

        await city.Register(2016);

        Assert.Empty(await city.Gaps(new GapFilter { Kind = GapKind.Coefficient }));
    }

    [Fact]
    public async Task A_closed_schools_gaps_are_not_opened_when_its_last_year_is_registered_again()
    {
        await city.Register(2016, School("001", "21"), School("002"));
        await CloseSchool("001", 2017);
        await city.TakeSchools(2016, School("001", "21").Replace(",7500,", ",5000,", StringComparison.Ordinal));

        var done = await city.Register(2016);

        Assert.Equal((0, 2), (done.Opened, done.Left));
        Assert.Empty(await city.Gaps(new GapFilter { State = LedgerState.Open }));
    }

    [Fact]
    public async Task A_closed_schools_gaps_end_with_the_reason()
    {
        await city.Register(2016, School("001", "21"));
        var gap = await city.Gap();
        await Refuses("school-still-there", () => Close(2016, "撤销"));
        await Refuses("school-closed-reason", () => Close(2017, ""));

        Assert.Equal(1, await Close(2017, "并入第二小学，某政发〔2018〕1号"));

        var view = await city.Look(gap.Id);
        Assert.Equal((WriteOffGround.Reason, 2017), (view.Row.Ground, view.Row.ClosedFrom));
        Assert.Equal("并入第二小学，某政发〔2018〕1号", Assert.Single(view.Decisions).Words);
        await Refuses("school-closed", () => Close(2018, "撤销"));
        await Refuses("ledger-reason", () => Restore(""));
        Assert.Equal(1, await Restore("登记到了另一所学校"));
        Assert.Equal((true, null), ((await city.Look(gap.Id)).Row.IsOpen, (await city.Look(gap.Id)).Row.ClosedFrom));
        await Refuses("school-not-closed", () => Restore("再撤销"));

        async Task<int> Restore(string reason) => await city.Get<SchoolKeepingService>().Restore(city.Office, gap.SchoolId!.Value, await city.KeepingVersion(gap.SchoolId.Value), reason, TestCity.Ct);
        async Task<int> Close(int from, string reason) => await city.Get<SchoolKeepingService>().Close(city.Office, gap.SchoolId!.Value, await city.KeepingVersion(gap.SchoolId.Value), from, reason, TestCity.Ct);
    }

    [Fact]
    public async Task A_gap_written_off_by_itself_after_the_closing_is_not_restored_with_the_school()
    {
        await city.Register(2016, School("001", "21"));
        var (gap, service) = (await city.Gap(), city.Get<SchoolKeepingService>());
        var school = gap.SchoolId!.Value;
        await service.Close(city.Office, school, null, 2017, "并入第二小学", TestCity.Ct);
        city.Clock.AdvanceDays(1);
        await city.Get<LedgerService>().TakeBack(city.Office, gap.Id, (await city.Look(gap.Id)).Version, "仍需整改", TestCity.Ct);
        await End(await city.Gap(), "按批复另行安排");

        var refusal = await Assert.ThrowsAsync<RuleBroken>(Restore);

        Assert.Equal(("ledger-ended-anew", gap.Number), (refusal.Code, refusal.Arguments[0]));
        Assert.Equal(2017, (await city.Look(gap.Id)).Row.ClosedFrom);
        await city.Get<LedgerService>().TakeBack(city.Office, gap.Id, (await city.Look(gap.Id)).Version, "批复有误", TestCity.Ct);
        Assert.Equal(0, await Restore());

        async Task<int> Restore() => await service.Restore(city.Office, school, await city.KeepingVersion(school), "登记有误", TestCity.Ct);
    }

    [Fact]
    public async Task A_keeping_form_of_another_time_is_refused_also_where_it_showed_none()
    {
        await city.Register(2016, School("001", "21"));
        var (school, service) = ((await city.Gap()).SchoolId!.Value, city.Get<SchoolKeepingService>());
        await service.KeepBy(city.Office, school, null, city.Unit("市教育局").Id, TestCity.Ct);
        var seen = await city.KeepingVersion(school);
        await Refuses(RuleBroken.Stale, () => service.KeepBy(city.Office, school, null, city.Unit("市财政局").Id, TestCity.Ct));
        await service.KeepBy(city.Office, school, seen, city.Unit("市财政局").Id, TestCity.Ct);

        await Refuses(RuleBroken.Stale, () => service.KeepBy(city.Office, school, seen, city.Unit("市教育局").Id, TestCity.Ct));
        await Refuses(RuleBroken.Stale, () => service.Close(city.Office, school, seen, 2017, "并入第二小学", TestCity.Ct));
        Assert.Equal("市财政局", (await city.Get<GapQueries>().OfSchool(city.Office, school, TestCity.Ct)).Keeper);
        await service.Close(city.Office, school, seen + 1, 2017, "并入第二小学", TestCity.Ct);
        await Refuses(RuleBroken.Stale, () => service.Restore(city.Office, school, seen + 1, "登记有误", TestCity.Ct));
    }

    [Fact]
    public async Task What_an_inspection_found_stands_in_the_same_ledger()
    {
        await city.Register(2016, School("001", "21"), School("002"));
        var second = (await city.CountySchools(2016)).Schools["002"].Id;
        var found = new FoundGap(second, null, GapKind.Indicator, 4, Level.Primary, GapSource.Inspection, 2016, "专用教室改作办公室");

        await Refuses("ledger-text", () => Enter(found with { Text = "" }));
        await Refuses("ledger-source", () => Enter(found with { Source = GapSource.Computed }));
        await Refuses("ledger-indicator", () => Enter(found with { Level = null }));
        await Refuses("ledger-kind", () => Enter(found with { Kind = GapKind.Coefficient }));
        await Refuses("ledger-subject", () => Enter(found with { SchoolId = Guid.NewGuid() }));
        var view = await city.Look(await Enter(found));
        Assert.Equal((4.5m, Verdict.Pass, "专用教室改作办公室"), (view.Row.ValueFound, view.Row.LatestVerdict, view.Row.Text));
        await Refuses("ledger-not-later", () => city.WriteOff(view.Row.Id));
        await Refuses("ledger-stands", () => Enter(found));
        var other = await Enter(new FoundGap(null, SchoolDesk.County, GapKind.Other, 0, null, GapSource.SelfEvaluation, 2016, "编制统筹未落实"));
        Assert.Null((await city.Look(other)).Newest);
        await Refuses("ledger-not-later", () => city.WriteOff(other));
        await city.Register(2016);
        Assert.Equal(3, (await city.Gaps(new GapFilter())).Count(g => g.Kind != GapKind.Coefficient));

        Task<Guid> Enter(FoundGap gap) => city.Get<GapRegisterService>().Enter(city.Office, gap, TestCity.Ct);
    }

    [Fact]
    public async Task The_keeper_writes_the_measure_and_sees_its_own_schools_only()
    {
        await city.Register(2016, School("001", "21"), School("002", "21"));
        var (first, second) = ((await city.CountySchools(2016)).Schools["001"].Id, (await city.CountySchools(2016)).Schools["002"].Id);
        await city.Get<SchoolKeepingService>().KeepBy(city.Office, first, null, city.Unit("市教育局").Id, TestCity.Ct);
        var keeper = city.Contact("市教育局");
        var gap = Assert.Single((await city.Get<GapQueries>().Page(keeper, new GapFilter(), 1, 20, TestCity.Ct)).Rows);
        var measure = new GapMeasure("公开招聘 20 名教师", "校长张明", null, city.Clock.Today().AddDays(100));

        Assert.Equal(first, gap.SchoolId);
        await Refuses("ledger-term", () => Take(keeper, measure with { TermOn = city.Clock.Today().AddDays(-1) }));
        await Refuses("ledger-measure", () => Take(keeper, measure with { Text = "  " }));
        await Refuses("ledger-responsible", () => Take(keeper, measure with { Responsible = null }));
        await Take(keeper, measure);
        Assert.Equal(("公开招聘 20 名教师", "校长张明"), ((await city.Look(gap.Id)).Row.Measure, (await city.Look(gap.Id)).Row.Responsible));
        await Refuses(RuleBroken.NotFound, () => Take(city.Contact("市财政局"), measure));
        await Refuses(RuleBroken.NotAllowed, () => Take(city.Auditor, measure));
        await Refuses(RuleBroken.NotAllowed, () => city.Get<LedgerService>().WriteOff(keeper, gap.Id, 0, TestCity.Ct));
        Assert.Empty((await city.Get<GapQueries>().OfSchool(keeper, second, TestCity.Ct)).Rows);
        Assert.Single((await city.Get<GapQueries>().OfSchool(city.Leader, second, TestCity.Ct)).Rows);
        await Refuses(RuleBroken.NotFound, () => city.Get<GapQueries>().One(city.AsNeighbour(Role.Office, CityPeople.OfficeUnit), gap.Id, TestCity.Ct));

        async Task Take(Actor actor, GapMeasure taken) => await city.Get<LedgerService>().SetMeasure(actor, gap.Id, (await city.Look(gap.Id)).Version, taken, TestCity.Ct);
    }

    [Fact]
    public async Task Keepers_are_named_for_a_county_by_the_schools_names()
    {
        await city.TakeSchools(2016, School("001").Replace("第001小学", "财政局", StringComparison.Ordinal), School("002"));

        Assert.Equal(1, await Keep(null));
        Assert.Equal(1, await Keep(city.Unit("市教育局").Id));
        Assert.Equal(0, await Keep(city.Unit("市编办").Id));
        var schools = (await city.CountySchools(2016)).Schools;
        Assert.Equal(("市财政局", "市教育局"), ((await KeeperOf("001")), (await KeeperOf("002"))));

        Task<int> Keep(Guid? otherwise) => city.Get<SchoolKeepingService>().KeepCounty(city.Office, SchoolDesk.County, otherwise, TestCity.Ct);
        async Task<string?> KeeperOf(string code) => (await city.Get<GapQueries>().OfSchool(city.Office, schools[code].Id, TestCity.Ct)).Keeper;
    }

    private async Task<(int Opened, int Booked)> Counts(int year)
    {
        var done = await city.Register(year);
        return (done.Opened, done.Booked);
    }

    private async Task<int> CloseSchool(string code, int from) =>
        await city.Get<SchoolKeepingService>().Close(city.Office, (await city.CountySchools(2016)).Schools[code].Id, null, from, "并入第二小学", TestCity.Ct);

    private async Task<string> End(LedgerEntry gap, string reason) => await city.Get<LedgerService>().WriteOffWithReason(city.Office, gap.Id, gap.Version, reason, TestCity.Ct);
}
