using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Mails;
using Equalization.Workflow.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Deadlines.Reminders;

public sealed class DigestMailTests
{
    private static readonly DateOnly Due = new(2018, 5, 16);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task What_was_done_since_is_left_out_and_when_nothing_is_left_no_mail_leaves()
    {
        await using var city = await TestCity.Create();
        var first = await city.LaySignedTask(Due);
        var second = await city.LaySignedTask(Due.AddDays(-1));
        var contact = city.Contact(CityTasks.Lead).PersonId;
        await city.Lay(db => db.People.Single(p => p.Id == contact).Reach("contact@example.gov.cn", null));
        await ReminderServiceTests.Run(city, Due);

        var mail = await Compose(city, "zh-CN");
        Assert.Equal("每日提醒 2018年5月16日：今天到期 1 项，逾期 1 项", mail!.Subject);
        Assert.True(mail.Text.IndexOf("今天到期 1 项。", StringComparison.Ordinal) < mail.Text.IndexOf(first.Number, StringComparison.Ordinal));
        Assert.Contains(second.Number, mail.Html, StringComparison.Ordinal);
        Assert.Equal([Due], mail.Calendar!.Events.Select(e => e.Day));

        await Finish(city, first.Id);
        var later = await Compose(city, "en");
        Assert.Equal("Reminders 16 May 2018: 0 due today, 1 overdue", later!.Subject);
        Assert.DoesNotContain(first.Number, later.Html, StringComparison.Ordinal);
        Assert.Null(later.Calendar);

        await Finish(city, second.Id);
        Assert.Null(await Compose(city, "zh-CN"));
    }

    private static Task Finish(TestCity city, Guid taskId) => city.Lay(db =>
    {
        var task = db.AnnualTasks.Include(t => t.Units).Single(t => t.Id == taskId);
        task.EnterReview(Due);
        task.WriteOff(Due);
    });

    private static Task<MailContent?> Compose(TestCity city, string language)
    {
        var composer = new DigestMail(city.Get<DigestQueries>(), new MailSettings { Language = language }, Texts.Load()).Composer;
        return city.Read(async db => await composer.Compose(db, await db.OutgoingMails.SingleAsync(Ct), Ct));
    }
}
