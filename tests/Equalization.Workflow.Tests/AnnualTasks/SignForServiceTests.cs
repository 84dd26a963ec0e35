using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.AnnualTasks;

public sealed class SignForServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task Work_begins_when_the_lead_has_signed()
    {
        await using var city = await TestCity.Create();
        var task = await city.LayTask();
        var service = city.Get<SignForService>();

        await service.SignFor(city.Contact(CityTasks.Cooperating), task.PartOf(city, CityTasks.Cooperating).Id, 0, Ct);
        Assert.Equal(TaskState.Issued, (await city.Task(task.Id)).State);
        await service.SignFor(city.Contact(CityTasks.Lead), task.Lead.Id, (await city.Task(task.Id)).Lead.Version, Ct);
        Assert.Equal(TaskState.UnderWay, (await city.Task(task.Id)).State);
    }

    [Fact]
    public async Task A_decline_needs_a_reason_and_goes_to_the_office()
    {
        await using var city = await TestCity.Create();
        var task = await city.LayTask();
        var part = task.PartOf(city, CityTasks.Cooperating).Id;
        var service = city.Get<SignForService>();

        Assert.Equal("decline-reason", (await Assert.ThrowsAsync<RuleBroken>(() => service.Decline(city.Contact(CityTasks.Cooperating), part, 0, " ", Ct))).Code);
        await service.Decline(city.Contact(CityTasks.Cooperating), part, 0, "职责在市发改委", Ct);

        var office = city.Office.PersonId;
        Assert.True(await city.Read(db => db.Notices.AnyAsync(n => n.PersonId == office && n.Kind == NoticeKind.Declined, Ct)));
        var declined = (await city.Task(task.Id)).PartOf(city, CityTasks.Cooperating);
        await service.DecideDecline(city.Office, part, declined.Version, release: true, "同意", Ct);
        var seen = await Assert.ThrowsAsync<RuleBroken>(() => service.SignFor(city.Contact(CityTasks.Cooperating), part, declined.Version + 1, Ct));
        Assert.Equal(RuleBroken.NotFound, seen.Code);
    }
}
