using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Processes;

/// <summary>Who sees which instance, and what of it.</summary>
public sealed class ProcessFileQueriesTests
{
    [Fact]
    public async Task Who_sees_the_matter_sees_its_process()
    {
        await using var story = await StoryCity.Create();
        var help = await story.HelpProcess();
        var task = await story.Task(StoryCity.Approved);

        var file = await Files(story).Load(story.City.Contact(StoryCity.Lead), help.Id, 1, TestCity.Ct);
        Assert.Equal((SubjectKind.Help, task.Id, task.Title), (file.Subject!.Kind, file.Subject.TaskId, file.Subject.Title));
        Assert.Contains(file.Instance.Waits, w => w.EventName == "help-answered");
        Assert.Contains(file.Instance.Waits, w => w.DueAt is not null);
        Assert.Equal(file.Instance.Steps.Rows.OrderByDescending(s => s.Sequence).Select(s => s.Sequence), file.Instance.Steps.Rows.Select(s => s.Sequence));
    }

    [Fact]
    public async Task A_cooperating_unit_does_not_see_the_process_of_what_it_may_not_read()
    {
        await using var story = await StoryCity.Create();
        var help = await story.HelpProcess();
        var (cooperating, task) = (story.City.Contact(StoryCity.Cooperating), await story.Task(StoryCity.Approved));

        await NotFound(() => Files(story).Load(cooperating, help.Id, 1, TestCity.Ct));
        Assert.DoesNotContain(await Files(story).OfTask(cooperating, task.Id, TestCity.Ct), p => p.Id == help.Id);
        Assert.Contains(await Files(story).OfTask(story.City.Contact(StoryCity.Lead), task.Id, TestCity.Ct), p => p.Id == help.Id);
    }

    [Fact]
    public async Task Nothing_is_seen_from_another_city()
    {
        await using var story = await StoryCity.Create();
        var (help, task) = (await story.HelpProcess(), await story.Task(StoryCity.Approved));
        var office = story.City.Office with { JurisdictionId = story.City.Neighbour.Id };
        var admin = story.City.Admin with { JurisdictionId = story.City.Neighbour.Id };

        await NotFound(() => Files(story).Load(office, help.Id, 1, TestCity.Ct));
        await NotFound(() => Files(story).Load(admin, help.Id, 1, TestCity.Ct));
        await NotFound(() => Files(story).OfTask(office, task.Id, TestCity.Ct));
        Assert.Equal(0, (await Files(story).Page(office, "help-request", null, 1, 20, TestCity.Ct)).Total);
        Assert.Equal(0, (await Files(story).Stopped(admin, 1, 20, TestCity.Ct)).Total);
        Assert.Equal(0, await story.City.Get<ProcessQueries>().Stopped(admin, TestCity.Ct));
        Assert.All(await story.City.Get<ProcessQueries>().Definitions(office, TestCity.Ct), row => Assert.Equal(0, row.Counts!.All));
    }

    [Fact]
    public async Task The_administrator_sees_what_failed_and_not_the_ledger()
    {
        await using var story = await StoryCity.Create();
        var stopped = await story.StoppedProcess();
        var task = await story.Task(StoryCity.Issued);

        var asAdmin = await Files(story).Load(story.City.Admin, stopped.Id, 1, TestCity.Ct);
        Assert.True(asAdmin.MaySettle);
        Assert.NotNull(asAdmin.Instance.Incidents.Single().Detail);
        Assert.Equal((task.Number, null, false), (asAdmin.Subject!.Number, asAdmin.Subject.Title, asAdmin.Subject.SeesTask));

        var asOffice = await Files(story).Load(story.City.Office, stopped.Id, 1, TestCity.Ct);
        Assert.False(asOffice.MaySettle);
        Assert.Null(asOffice.Instance.Incidents.Single().Detail);
        Assert.Equal((task.Title, true), (asOffice.Subject!.Title, asOffice.Subject.SeesTask));
    }

    [Fact]
    public async Task Stopped_processes_are_counted_for_the_administrator_and_listed_with_their_reason()
    {
        await using var story = await StoryCity.Create();
        var processes = story.City.Get<ProcessQueries>();

        Assert.Equal(1, await processes.Stopped(story.City.Admin, TestCity.Ct));
        Assert.Equal(0, await processes.Stopped(story.City.Office, TestCity.Ct));
        var row = Assert.Single((await Files(story).Stopped(story.City.Auditor, 1, 20, TestCity.Ct)).Rows);
        Assert.Equal((InstanceStatus.Faulted, "failed", null), (row.Instance.Status, row.Incident!.Code, row.Incident.Detail));
        Assert.NotNull(row.Step);
    }

    [Fact]
    public async Task A_unit_asks_for_no_list_of_all_instances()
    {
        await using var story = await StoryCity.Create();
        var contact = story.City.Contact(StoryCity.Lead);

        await NotAllowed(() => Files(story).Page(contact, "help-request", null, 1, 20, TestCity.Ct));
        await NotAllowed(() => Files(story).Stopped(contact, 1, 20, TestCity.Ct));
        Assert.All(await story.City.Get<ProcessQueries>().Definitions(contact, TestCity.Ct), row => Assert.Null(row.Counts));
    }

    [Fact]
    public async Task A_process_is_counted_where_it_stands()
    {
        await using var story = await StoryCity.Create();
        var counts = (await story.City.Get<ProcessQueries>().Definition(story.City.Office, "help-request", null, TestCity.Ct)).Counts!;

        Assert.Equal((1, 1), (counts.Waiting, counts.Stopped));
        Assert.Equal(1, (await Files(story).Page(story.City.Office, "help-request", InstanceStatus.Faulted, 1, 20, TestCity.Ct)).Total);
        await NotFound(() => story.City.Get<ProcessQueries>().Definition(story.City.Office, "no-such", null, TestCity.Ct));
    }

    private static ProcessFileQueries Files(StoryCity story) => story.City.Get<ProcessFileQueries>();

    private static Task NotFound(Func<Task> act) => Refused(RuleBroken.NotFound, act);

    private static Task NotAllowed(Func<Task> act) => Refused(RuleBroken.NotAllowed, act);

    private static async Task Refused(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);
}
