using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Deadlines;

public sealed class ExtensionServiceTests
{
    private static readonly DateOnly NewDueOn = new(2019, 3, 31);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_granted_extension_moves_the_day_and_keeps_the_first()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var id = await AskThroughHead(city, task);

        await city.Get<ExtensionService>().Grant(city.Office, id, (await Request(city, id)).Version, NewDueOn, "同意", Ct);

        var now = await city.Task(task.Id);
        Assert.Equal((CityTasks.DueOn, NewDueOn, 1), (now.FirstDueOn, now.CurrentDueOn, now.ExtensionCount));
        Assert.All(now.Units, u => Assert.Equal(NewDueOn, u.DueOn));
        var move = await city.Read(db => db.DueMoves.SingleAsync(Ct));
        Assert.Equal((CityTasks.DueOn, NewDueOn, id), (move.FromDueOn, move.ToDueOn, move.DecisionId));
    }

    [Fact]
    public async Task It_may_be_asked_on_the_due_day_and_not_the_day_after()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(new DateOnly(2018, 3, 30));
        city.Clock.SetDay(new DateOnly(2018, 3, 31), hour: 0);
        await Refused("extension-late", () => Ask(city, task, city.Contact(CityTasks.Lead)));

        city.Clock.SetDay(new DateOnly(2018, 3, 30), hour: 23);
        Assert.NotEqual(Guid.Empty, await Ask(city, task, city.Contact(CityTasks.Lead)));
    }

    [Fact]
    public async Task It_needs_a_reason_a_later_day_and_the_lead_unit()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var service = city.Get<ExtensionService>();
        var me = city.Contact(CityTasks.Lead);

        await Refused("extension-reason", () => service.Ask(me, task.Id, task.Version, new ExtensionAsk(NewDueOn, " ", "", ""), Ct));
        await Refused("extension-day", () => service.Ask(me, task.Id, task.Version, new ExtensionAsk(CityTasks.DueOn, "征地", "", ""), Ct));
        await Refused(RuleBroken.NotAllowed, () => Ask(city, task, city.Contact(CityTasks.Cooperating)));
        await Refused(RuleBroken.NotFound, () => Ask(city, task, city.Contact(CityTasks.Stranger)));
        await Refused(RuleBroken.Stale, () => service.Ask(me, task.Id, task.Version - 1, new ExtensionAsk(NewDueOn, "征地", "", ""), Ct));
    }

    [Fact]
    public async Task A_second_request_waits_for_the_answer_to_the_first()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        await Ask(city, task, city.Contact(CityTasks.Lead));

        var now = await city.Task(task.Id);
        await Refused("extension-open", () => Ask(city, now, city.Head(CityTasks.Lead)));
    }

    [Fact]
    public async Task Two_people_of_a_unit_asking_at_once_make_one_request()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();

        var outcomes = await Task.WhenAll(
            Record.ExceptionAsync(() => Ask(city, task, city.Contact(CityTasks.Lead))).AsTask(),
            Record.ExceptionAsync(() => Ask(city, task, city.Head(CityTasks.Lead))).AsTask());

        Assert.Equal(1, outcomes.Count(o => o is null));
        Assert.Equal(1, await city.Read(db => db.ExtensionRequests.CountAsync(Ct)));
    }

    [Fact]
    public async Task Of_two_deciding_at_once_the_second_reads_what_happened()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var id = await AskThroughHead(city, task);
        var version = (await Request(city, id)).Version;
        var service = city.Get<ExtensionService>();
        var other = city.As(Role.Office, TestCity.OfficeUnit, nth: 1);

        var outcomes = await Task.WhenAll(
            Record.ExceptionAsync(() => service.Grant(city.Office, id, version, NewDueOn, "同意", Ct)).AsTask(),
            Record.ExceptionAsync(() => service.Refuse(other, id, version, "不同意", Ct)).AsTask());

        Assert.Equal(1, outcomes.Count(o => o is null));
        Assert.Contains(outcomes, o => o is RuleBroken { Code: "extension-decided" });
    }

    [Fact]
    public async Task Who_asked_does_not_decide()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var head = city.Head(CityTasks.Lead);
        var id = await Ask(city, task, head);
        var version = (await Request(city, id)).Version;
        var inTheOffice = city.Office with { PersonId = head.PersonId };

        await Refused("own-request", () => city.Get<ExtensionService>().Grant(inTheOffice, id, version, NewDueOn, "同意", Ct));
        await Refused(RuleBroken.NotAllowed, () => city.Get<ExtensionService>().Grant(head, id, version, NewDueOn, "同意", Ct));
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_moves_nothing()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var id = await AskThroughHead(city, task);
        var version = (await Request(city, id)).Version;
        var service = city.Get<ExtensionService>();

        await Refused("return-reason", () => service.Refuse(city.Office, id, version, "", Ct));
        await service.Refuse(city.Office, id, version, "工期充足", Ct);

        Assert.Equal(CityTasks.DueOn, (await city.Task(task.Id)).CurrentDueOn);
        Assert.Equal(ExtensionState.Refused, (await Request(city, id)).State);
    }

    [Fact]
    public async Task An_extension_takes_the_red_off()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(new DateOnly(2018, 3, 30));
        var id = await AskThroughHead(city, task);
        city.Clock.SetDay(new DateOnly(2018, 4, 2));
        await city.Get<SweepService>().Run(Ct);
        Assert.Equal(Light.Red, (await city.Task(task.Id)).Light);

        await city.Get<ExtensionService>().Grant(city.Office, id, (await Request(city, id)).Version, new DateOnly(2018, 12, 31), null, Ct);

        Assert.NotEqual(Light.Red, (await city.Task(task.Id)).Light);
    }

    private static async Task<Guid> AskThroughHead(TestCity city, AnnualTask task)
    {
        var id = await Ask(city, task, city.Contact(CityTasks.Lead));
        await city.Get<ExtensionService>().HeadApprove(city.Head(CityTasks.Lead), id, (await Request(city, id)).Version, Ct);
        return id;
    }

    private static Task<Guid> Ask(TestCity city, AnnualTask task, Actor actor) => city.Get<ExtensionService>().Ask(
        actor, task.Id, task.Version, new ExtensionAsk(task.CurrentDueOn.AddDays(90), "征地尚未完成", "已完成立项", "倒排工期"), Ct);

    private static Task<ExtensionRequest> Request(TestCity city, Guid id) =>
        city.Read(db => db.ExtensionRequests.AsNoTracking().SingleAsync(e => e.Id == id, Ct));

    private static async Task Refused(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);
}
