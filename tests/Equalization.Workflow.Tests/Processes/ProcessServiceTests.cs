using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Processes;

/// <summary>What the administrator does about a process that stands still.</summary>
public sealed class ProcessServiceTests
{
    private const string Reason = "数据已由人工更正。";

    [Fact]
    public async Task A_process_goes_on_once_its_cause_is_removed_and_it_is_retried()
    {
        await using var story = await StoryCity.Create();
        var stopped = await Mended(story);

        Assert.True(await Service(story).Retry(story.City.Admin, stopped.Id, TestCity.Ct));
        Assert.Equal(InstanceStatus.Running, await Status(story, stopped.Id));
        Assert.Empty(await OpenIncidents(story, stopped.Id));
    }

    [Fact]
    public async Task A_retry_without_a_cure_stops_again_and_says_so()
    {
        await using var story = await StoryCity.Create();
        var stopped = await story.StoppedProcess();

        Assert.False(await Service(story).Retry(story.City.Admin, stopped.Id, TestCity.Ct));
        Assert.Equal(InstanceStatus.Faulted, await Status(story, stopped.Id));
        Assert.Single(await OpenIncidents(story, stopped.Id));
        Assert.Equal([InterventionKind.Retry], await story.City.Read(db => db.ProcessInterventions.Select(i => i.Kind).ToListAsync(TestCity.Ct)));
    }

    [Fact]
    public async Task A_cancelled_process_is_over_and_the_audit_says_why()
    {
        await using var story = await StoryCity.Create();
        var stopped = await story.StoppedProcess();
        await Service(story).Cancel(story.City.Admin, stopped.Id, Reason, TestCity.Ct);

        Assert.Equal(InstanceStatus.Cancelled, await Status(story, stopped.Id));
        Assert.Empty(await OpenIncidents(story, stopped.Id));
        var audit = await story.City.Read(db => db.AuditEntries.SingleAsync(e => e.EntityKind == nameof(ProcessIntervention), TestCity.Ct));
        Assert.Equal(("取消流程", story.City.Admin.PersonName, story.City.Jurisdiction.Id), (audit.Act, audit.PersonName, audit.JurisdictionId));
        Assert.Contains(Reason, audit.Values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_needs_a_reason()
    {
        await using var story = await StoryCity.Create();
        var stopped = await story.StoppedProcess();

        await Refused(story, "cancel-needs-reason", s => s.Cancel(story.City.Admin, stopped.Id, " ", TestCity.Ct));
        await Refused(story, "text-too-long", s => s.Cancel(story.City.Admin, stopped.Id, new string('长', ProcessMap.LongestReason + 1), TestCity.Ct));
        Assert.Equal(InstanceStatus.Faulted, await Status(story, stopped.Id));
    }

    [Fact]
    public async Task A_process_that_goes_its_way_is_not_touched()
    {
        await using var story = await StoryCity.Create();
        var running = await story.HelpProcess();

        await Refused(story, "process-not-stopped", s => s.Retry(story.City.Admin, running.Id, TestCity.Ct));
        await Refused(story, "process-not-stopped", s => s.Cancel(story.City.Admin, running.Id, Reason, TestCity.Ct));
        Assert.Equal(InstanceStatus.Running, await Status(story, running.Id));
    }

    [Fact]
    public async Task Only_the_administrator_of_the_place_moves_a_process_by_hand()
    {
        await using var story = await StoryCity.Create();
        var stopped = await story.StoppedProcess();
        var neighbour = story.City.Admin with { JurisdictionId = story.City.Neighbour.Id };

        await Refused(story, RuleBroken.NotAllowed, s => s.Retry(story.City.Office, stopped.Id, TestCity.Ct));
        await Refused(story, RuleBroken.NotAllowed, s => s.Cancel(story.City.Auditor, stopped.Id, Reason, TestCity.Ct));
        await Refused(story, RuleBroken.NotFound, s => s.Cancel(story.City.Contact(StoryCity.Lead), stopped.Id, Reason, TestCity.Ct));
        await Refused(story, RuleBroken.NotFound, s => s.Cancel(neighbour, stopped.Id, Reason, TestCity.Ct));
    }

    private static ProcessService Service(StoryCity story) => story.City.Get<ProcessService>();

    private static async Task Refused(StoryCity story, string code, Func<ProcessService, Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(() => act(Service(story)))).Code);

    private static Task<InstanceStatus> Status(StoryCity story, Guid id) =>
        story.City.Read(db => db.Set<Instance>().Where(i => i.Id == id).Select(i => i.Status).SingleAsync(TestCity.Ct));

    private static Task<List<Incident>> OpenIncidents(StoryCity story, Guid id) =>
        story.City.Read(db => db.Set<Incident>().AsNoTracking().Where(i => i.InstanceId == id && i.ClosedAt == null).ToListAsync(TestCity.Ct));

    /// <summary>The stopped process asks after a request that is not there; now it asks after the one that is.</summary>
    private static async Task<Instance> Mended(StoryCity story)
    {
        var (stopped, help) = (await story.StoppedProcess(), await story.Help());
        var wrong = System.Text.Json.JsonDocument.Parse(stopped.State).RootElement.GetProperty("inputs").GetProperty("helpId").GetString()!;
        await story.City.Read(db => db.Set<Instance>().Where(i => i.Id == stopped.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, stopped.State.Replace(wrong, help.Id.ToString(), StringComparison.Ordinal)), TestCity.Ct));
        return stopped;
    }
}
