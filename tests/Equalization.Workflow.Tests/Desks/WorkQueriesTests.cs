using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Batches;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Desks;

public sealed class WorkQueriesTests
{
    [Theory]
    [InlineData(StoryCity.Issued, WorkSection.ToSign, WorkKind.SignFor)]
    [InlineData(StoryCity.Signed, WorkSection.ToReport, WorkKind.Report)]
    public async Task What_waits_for_the_contact_is_on_the_contacts_desk(string title, WorkSection section, WorkKind kind)
    {
        await using var story = await StoryCity.Create();
        var desk = await story.City.Get<WorkQueries>().Load(story.City.Contact(StoryCity.Lead), TestCity.Ct);
        Assert.Contains(desk.Items, i => i.Title == title && i.Section == section && i.Kind == kind);
    }

    [Theory]
    [InlineData(StoryCity.Reported, WorkKind.ApproveReport)]
    [InlineData(StoryCity.ExtensionAtHead, WorkKind.ApproveExtension)]
    [InlineData(StoryCity.CompletionAtHead, WorkKind.ApproveCompletion)]
    public async Task What_waits_for_the_head_is_on_the_heads_desk_and_not_on_the_contacts(string title, WorkKind kind)
    {
        await using var story = await StoryCity.Create();
        var work = story.City.Get<WorkQueries>();
        Assert.Contains((await work.Load(story.City.Head(StoryCity.Lead), TestCity.Ct)).Items, i => i.Title == title && i.Kind == kind);
        Assert.DoesNotContain((await work.Load(story.City.Contact(StoryCity.Lead), TestCity.Ct)).Items, i => i.Kind == kind);
        Assert.DoesNotContain((await work.Load(story.City.Head(StoryCity.Bystander), TestCity.Ct)).Items, i => i.Kind == kind);
    }

    [Fact]
    public async Task A_report_that_waits_for_the_head_stands_under_the_day_the_report_is_due_and_not_the_tasks()
    {
        await using var story = await StoryCity.Create();
        var head = story.City.Head(StoryCity.Lead);
        var part = await story.Part(StoryCity.Reported, StoryCity.Lead);
        var line = (await story.City.Get<WorkQueries>().Load(head, TestCity.Ct)).Items.Single(i => i.Title == StoryCity.Reported && i.Kind == WorkKind.ApproveReport);
        var report = await story.City.Get<ReportQueries>().One(head, line.What!.Value, TestCity.Ct);
        Assert.Equal(report.ReportDueOn, line.DueOn);
        Assert.NotEqual(part.DueOn, line.DueOn);
    }

    [Theory]
    [InlineData(StoryCity.Declined, WorkKind.DecideDecline)]
    [InlineData(StoryCity.ExtensionAtOffice, WorkKind.DecideExtension)]
    [InlineData(StoryCity.CompletionAtOffice, WorkKind.DecideCompletion)]
    public async Task What_waits_for_the_office_is_on_the_offices_desk(string title, WorkKind kind)
    {
        await using var story = await StoryCity.Create();
        var desk = await story.City.Get<WorkQueries>().Load(story.City.Office, TestCity.Ct);
        Assert.Contains(desk.Items, i => i.Title == title && i.Kind == kind && i.Section == WorkSection.ToDecide);
        Assert.Equal(desk.Items.Count, desk.Counts.Values.Sum());
    }

    [Fact]
    public async Task A_section_shows_its_most_urgent_lines_and_whole_when_asked()
    {
        await using var city = await TestCity.Create();
        await city.LayTasks(60);
        var work = city.Get<WorkQueries>();
        var contact = city.Contact(BatchCity.County);

        var desk = await work.Load(contact, TestCity.Ct);
        Assert.Equal((WorkQueries.Limit, 60), (desk.Items.Count, desk.Counts[WorkSection.ToSign]));
        Assert.Equal(desk.Items.Select(i => i.Number).Order(StringComparer.Ordinal), desk.Items.Select(i => i.Number));
        Assert.Equal(60, (await work.LoadWhole(contact, WorkSection.ToSign, TestCity.Ct)).Items.Count);
        Assert.Equal(WorkQueries.Limit, (await work.LoadWhole(contact, WorkSection.ToReport, TestCity.Ct)).Items.Count);
    }

    [Fact]
    public async Task Nobody_in_the_neighbouring_city_finds_anything()
    {
        await using var story = await StoryCity.Create();
        var desk = await story.City.Get<WorkQueries>().Load(story.City.AsNeighbour(Role.Office, TestCity.OfficeUnit), TestCity.Ct);
        Assert.Empty(desk.Items);
    }

    [Fact]
    public async Task The_board_counts_the_late_one_and_only_those_who_read_all_may_see_it()
    {
        await using var story = await StoryCity.Create();
        var board = await story.City.Get<BoardQueries>().Load(story.City.Office, TestCity.Ct);
        Assert.Equal(1, board.Overdue);
        Assert.Equal(1, board.Declines);
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => story.City.Get<BoardQueries>().Load(story.City.Contact(StoryCity.Lead), TestCity.Ct));
        Assert.Equal(RuleBroken.NotAllowed, refusal.Code);
    }

    [Fact]
    public async Task The_leader_sees_the_late_tasks_of_the_units_in_charge_oldest_first()
    {
        await using var story = await StoryCity.Create();
        story.City.Clock.SetDay(new DateOnly(2019, 1, 10));
        var page = await story.City.Get<LeaderQueries>().Load(story.City.Leader, TestCity.Ct);
        Assert.Contains(page.Late, t => t.Title == StoryCity.Late);
        Assert.Equal(page.Late.OrderBy(t => t.CurrentDueOn).Select(t => t.TaskId), page.Late.Select(t => t.TaskId));
        Assert.All(page.Late, t => Assert.Equal(Light.Red, t.Judgement.Light));
    }

    [Fact]
    public async Task A_list_shows_a_unit_only_what_it_takes_part_in()
    {
        await using var story = await StoryCity.Create();
        var tasks = story.City.Get<TaskQueries>();
        var all = await tasks.Page(story.City.Office, new TaskFilter { IncludeClosed = true }, 1, 100, TestCity.Ct);
        var county = story.City.Contact("岳麓区政府");
        var own = await tasks.Page(county, new TaskFilter { IncludeClosed = true }, 1, 100, TestCity.Ct);
        var none = await tasks.Page(story.City.Admin, new TaskFilter { IncludeClosed = true }, 1, 100, TestCity.Ct);
        Assert.Equal(all.Total, all.Rows.Count);
        Assert.InRange(own.Total, 1, all.Total - 1);
        Assert.All(own.Rows, r => Assert.Equal(county.UnitName, r.LeadUnit));
        Assert.Equal(0, none.Total);
    }
}
