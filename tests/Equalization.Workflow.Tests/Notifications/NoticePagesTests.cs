using System.Net;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Notifications;

public sealed class NoticePagesTests : IAsyncLifetime
{
    private TestCity city = null!;
    private TestSite site = null!;
    private Actor contact = null!;
    private readonly Guid task = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        city = await TestCity.Create();
        contact = city.Contact("市教育局");
        await city.Lay(db =>
        {
            db.Notify([contact.PersonId], NoticeKind.TaskIssued, nameof(AnnualTask), task, null, "收到任务 {0}，期限 {1}。", "2018-0001", new DateOnly(2018, 12, 31));
            db.Notify([contact.PersonId], NoticeKind.Overdue, nameof(AnnualTask), task, null, "任务 {0} 已逾期。", "2018-0002");
        });
        site = await TestSite.Start(city);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await city.DisposeAsync();
    }

    [Fact]
    public async Task Opening_a_notice_marks_it_as_read_and_leads_to_its_task()
    {
        using var client = await site.SignedIn(contact);
        var page = await client.GetStringAsync("/Notices", TestCity.Ct);
        Assert.Contains("收到任务 2018-0001，期限 2018年12月31日", page);
        Assert.Contains("2 条未读", page);

        var first = (await city.Get<NoticeQueries>().Page(contact, true, 1, 10, TestCity.Ct)).Rows[0];
        using var opened = await TestSite.Post(client, "/Notices", $"/Notices?handler=Open&id={first.Id}");
        Assert.Equal($"/Tasks/{task}", opened.Headers.Location!.OriginalString);
        Assert.Equal(1, await city.Get<NoticeQueries>().Unread(contact, TestCity.Ct));
    }

    [Fact]
    public async Task All_are_marked_as_read_at_once()
    {
        using var client = await site.SignedIn(contact);
        using var answer = await TestSite.Post(client, "/Notices", "/Notices?handler=ReadAll");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(0, await city.Get<NoticeQueries>().Unread(contact, TestCity.Ct));
        Assert.Contains("没有未读通知", await client.GetStringAsync("/Notices?show=unread", TestCity.Ct));
    }

    [Fact]
    public async Task Another_persons_notice_is_not_found()
    {
        var notice = await city.Read(db => db.Notices.Select(n => n.Id).FirstAsync());
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<NoticeService>().Read(city.Office, notice, TestCity.Ct));
        Assert.Equal(RuleBroken.NotFound, refusal.Code);
        Assert.Empty((await city.Get<NoticeQueries>().Page(city.Office, false, 1, 10, TestCity.Ct)).Rows);
    }

    [Fact]
    public async Task Reading_twice_keeps_the_first_instant()
    {
        var service = city.Get<NoticeService>();
        var notice = await city.Read(db => db.Notices.Select(n => n.Id).FirstAsync());
        await service.Read(contact, notice, TestCity.Ct);
        var readAt = await city.Read(db => db.Notices.Where(n => n.Id == notice).Select(n => n.ReadAt).SingleAsync());
        city.Clock.AdvanceDays(1);
        await service.Read(contact, notice, TestCity.Ct);
        Assert.Equal(readAt, await city.Read(db => db.Notices.Where(n => n.Id == notice).Select(n => n.ReadAt).SingleAsync()));
    }
}
