using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Progress;

public sealed class ReportServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task An_approved_report_is_booked_on_the_part_and_the_leads_figures_on_the_target()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(withTarget: true);
        var target = Assert.Single(task.Targets);

        await city.ReportApproved(task, CityTasks.Lead, 40, new MetricValue(target.Id, 12));

        var now = await city.Task(task.Id);
        Assert.Equal(Percent.Of(40), now.Lead.Reported);
        Assert.Equal(new DateOnly(2018, 3, 31), now.Lead.ReportedThrough);
        Assert.Equal(12, Assert.Single(now.Targets).Reported);
        Assert.False(Assert.Single(now.Targets).IsMet);
        Assert.Equal(Light.Green, now.Light);
    }

    [Fact]
    public async Task What_a_contact_submits_waits_for_the_head_and_books_nothing_yet()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var part = task.PartOf(city, CityTasks.Lead);

        var id = await city.Get<ReportService>().Submit(city.Contact(CityTasks.Lead), part.Id, null, CityTasks.Draft(40), Ct);

        Assert.Equal(ReportState.WithHead, (await city.Report(id)).State);
        Assert.Null((await city.Task(task.Id)).Lead.Reported);
        Assert.True(await HasNotice(city, city.Head(CityTasks.Lead).PersonId, NoticeKind.ReportToApprove));
    }

    [Fact]
    public async Task What_a_head_submits_is_the_units_word_at_once()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();

        var id = await city.Get<ReportService>().Submit(city.Head(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40), Ct);

        Assert.Equal(ReportState.Approved, (await city.Report(id)).State);
        Assert.Equal(Percent.Of(40), (await city.Task(task.Id)).Lead.Reported);
    }

    [Fact]
    public async Task A_draft_is_kept_rewritten_and_then_submitted()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(withTarget: true);
        var target = Assert.Single(task.Targets).Id;
        var service = city.Get<ReportService>();
        var me = city.Contact(CityTasks.Lead);
        var one = await city.Upload(CityTasks.Lead, "照片", "一.pdf", "%PDF-1");
        var two = await city.Upload(CityTasks.Lead, "照片", "二.pdf", "%PDF-2");

        var id = await service.Save(me, task.Lead.Id, null, CityTasks.Draft(10, "") with { Metrics = [new(target, 5)], Evidence = [one, two] }, Ct);
        await service.Save(me, task.Lead.Id, (await city.Report(id)).Version, CityTasks.Draft(20) with { Metrics = [new(target, 6)], Evidence = [two] }, Ct);

        var report = await city.Report(id);
        Assert.Equal((ReportState.Draft, Percent.Of(20), 6m), (report.State, report.Percent, Assert.Single(report.Metrics).Value));
        Assert.Equal(two, Assert.Single(report.Evidence).EvidenceVersionId);
        Assert.Equal(1, await city.Read(db => db.EvidenceCitations.CountAsync(Ct)));
        Assert.Equal(id, await service.Submit(me, task.Lead.Id, report.Version, CityTasks.Draft(20), Ct));
    }

    [Fact]
    public async Task A_report_without_a_word_on_progress_is_not_submitted()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() =>
            city.Get<ReportService>().Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40, " "), Ct));

        Assert.Equal(("report-narrative", "Narrative"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public async Task A_report_after_the_grace_is_late_and_one_on_its_last_day_is_not()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var service = city.Get<ReportService>();

        // The first quarter's report is due five working days after 31 March, with Tomb-Sweeping off and Sunday the 8th worked: 9 April.
        city.Clock.SetDay(new DateOnly(2018, 4, 9), hour: 23);
        var inTime = await service.Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(10), Ct);
        city.Clock.SetDay(new DateOnly(2018, 4, 10), hour: 0);
        var late = await service.Submit(city.Contact(CityTasks.Cooperating), task.PartOf(city, CityTasks.Cooperating).Id, null, CityTasks.Draft(10), Ct);

        Assert.False((await city.Report(inTime)).Late);
        Assert.True((await city.Report(late)).Late);
        Assert.Equal("2018Q1", (await city.Report(late)).PeriodCode);
    }

    [Fact]
    public async Task No_change_repeats_the_last_figures_in_one_step()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(withTarget: true);
        await city.ReportApproved(task, CityTasks.Lead, 40, new MetricValue(Assert.Single(task.Targets).Id, 12));
        city.Clock.SetDay(new DateOnly(2018, 6, 29));

        var id = await city.Get<ReportService>().NoChange(city.Head(CityTasks.Lead), task.Lead.Id, null, null, Ct);

        var report = await city.Report(id);
        Assert.Equal(("2018Q2", true, "无变化", Percent.Of(40), ReportState.Approved), (report.PeriodCode, report.NoChange, report.Narrative, report.Percent, report.State));
        Assert.Equal(12, Assert.Single(report.Metrics).Value);
        Assert.Equal(new DateOnly(2018, 6, 30), (await city.Task(task.Id)).Lead.ReportedThrough);
    }

    [Fact]
    public async Task There_is_no_change_only_where_there_was_a_report()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();

        await Refused("no-last-report", () => city.Get<ReportService>().NoChange(city.Contact(CityTasks.Lead), task.Lead.Id, null, null, Ct));
    }

    [Fact]
    public async Task A_period_has_one_report()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var id = await city.ReportApproved(task, CityTasks.Lead, 40);

        await Refused("stale", () => city.Get<ReportService>().Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(50), Ct));
        var version = (await city.Report(id)).Version;
        await Refused("report-approved", () => city.Get<ReportService>().Submit(city.Contact(CityTasks.Lead), task.Lead.Id, version, CityTasks.Draft(50), Ct));
    }

    [Fact]
    public async Task Only_the_head_of_that_unit_approves_or_returns()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var service = city.Get<ReportService>();
        var id = await service.Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40), Ct);
        var version = (await city.Report(id)).Version;

        await Refused(RuleBroken.NotAllowed, () => service.Approve(city.Contact(CityTasks.Lead), id, version, Ct));
        await Refused(RuleBroken.NotFound, () => service.Approve(city.Head(CityTasks.Cooperating), id, version, Ct));
        await Refused(RuleBroken.NotFound, () => service.Return(city.Office, id, version, "请补充", Ct));
        await Refused("return-reason", () => service.Return(city.Head(CityTasks.Lead), id, version, " ", Ct));
        await service.Return(city.Head(CityTasks.Lead), id, version, "请补充数字", Ct);
        Assert.Equal((ReportState.Returned, "请补充数字"), ((await city.Report(id)).State, (await city.Report(id)).ReturnReason));
    }

    [Fact]
    public async Task Of_two_heads_approving_at_once_the_second_reads_what_happened()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var service = city.Get<ReportService>();
        var id = await service.Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40), Ct);
        var version = (await city.Report(id)).Version;
        var head = city.Head(CityTasks.Lead);

        var outcomes = await Task.WhenAll(Outcome(() => service.Approve(head, id, version, Ct)), Outcome(() => service.Return(head, id, version, "请补充", Ct)));

        Assert.Equal(1, outcomes.Count(o => o is null));
        Assert.Contains("report-not-with-head", outcomes);
    }

    [Fact]
    public async Task A_stale_draft_is_refused()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var service = city.Get<ReportService>();
        var me = city.Contact(CityTasks.Lead);
        var id = await service.Save(me, task.Lead.Id, null, CityTasks.Draft(10), Ct);
        var seen = (await city.Report(id)).Version;
        await service.Save(city.Head(CityTasks.Lead), task.Lead.Id, seen, CityTasks.Draft(20), Ct);

        await Refused(RuleBroken.Stale, () => service.Save(me, task.Lead.Id, seen, CityTasks.Draft(30), Ct));
        Assert.Equal(Percent.Of(20), (await city.Report(id)).Percent);
    }

    [Fact]
    public async Task A_unit_that_has_not_signed_does_not_report_and_a_stranger_finds_nothing()
    {
        await using var city = await TestCity.Create();
        var task = await city.LayTask();
        var service = city.Get<ReportService>();

        await Refused("not-signed", () => service.Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40), Ct));
        await Refused(RuleBroken.NotFound, () => service.Submit(city.Contact(CityTasks.Stranger), task.Lead.Id, null, CityTasks.Draft(40), Ct));
        await Refused(RuleBroken.NotAllowed, () => service.Submit(city.Contact(CityTasks.Cooperating), task.Lead.Id, null, CityTasks.Draft(40), Ct));
        await Refused(RuleBroken.NotFound, () => service.Submit(city.AsNeighbour(Core.Units.Role.Contact, CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40), Ct));
    }

    [Fact]
    public async Task The_lead_sums_up_the_cooperating_units_reports_of_the_period()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var input = await city.ReportApproved(task, CityTasks.Cooperating, 60);

        var id = await city.ReportApproved(task, CityTasks.Lead, 40);

        var row = await city.Read(db => db.ReportInputs.SingleAsync(Ct));
        Assert.Equal((id, input), (row.LeadReportId, row.CooperatingReportId));
    }

    [Fact]
    public async Task Help_is_asked_when_the_head_approves_and_answered_once()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var owner = city.Unit(CityTasks.Stranger).Id;
        var draft = CityTasks.Draft(40) with { Help = new HelpDraft("请核定编制。", owner, null) };
        var service = city.Get<ReportService>();
        var id = await service.Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, draft, Ct);
        Assert.False(await HasNotice(city, city.Contact(CityTasks.Stranger).PersonId, NoticeKind.HelpAsked));

        await service.Approve(city.Head(CityTasks.Lead), id, (await city.Report(id)).Version, Ct);

        var help = await city.Read(db => db.HelpRequests.AsNoTracking().SingleAsync(Ct));
        Assert.True(help.IsOpen);
        Assert.Equal(new DateOnly(2018, 3, 15), help.AnswerDueOn);
        Assert.True(await HasNotice(city, city.Contact(CityTasks.Stranger).PersonId, NoticeKind.HelpAsked));
        Assert.True(await HasNotice(city, city.Office.PersonId, NoticeKind.HelpAsked));

        var answers = city.Get<HelpService>();
        await Refused(RuleBroken.NotFound, () => answers.Answer(city.Contact(CityTasks.Cooperating), help.Id, help.Version, "同意。", Ct));
        await Refused("help-answer", () => answers.Answer(city.Contact(CityTasks.Stranger), help.Id, help.Version, "", Ct));
        await answers.Answer(city.Contact(CityTasks.Stranger), help.Id, help.Version, "同意核定。", Ct);
        await Refused("help-answered", () => answers.Answer(city.Office, help.Id, help.Version, "同意。", Ct));
        Assert.True(await HasNotice(city, city.Contact(CityTasks.Lead).PersonId, NoticeKind.HelpAnswered));
    }

    private static Task<bool> HasNotice(TestCity city, Guid personId, NoticeKind kind) =>
        city.Read(db => db.Notices.AnyAsync(n => n.PersonId == personId && n.Kind == kind, Ct));

    private static async Task Refused(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);

    private static async Task<string?> Outcome(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RuleBroken e)
        {
            return e.Code;
        }
    }
}
