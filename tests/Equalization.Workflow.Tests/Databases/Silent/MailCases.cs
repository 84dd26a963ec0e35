using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of outgoing mail and of how people are reached.</summary>
public static class MailCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<MailQueries>(nameof(MailQueries.Page), async s => [await OfficeWithMail(s), new MailFilter(), 1, 20], "all"),
        Case.Of<MailQueries>(nameof(MailQueries.Page), async s => [await OfficeWithMail(s), new MailFilter(MailState.Parked, "张", StoryCity.Today, true), 1, 20], "narrowed"),
        Case.Of<MailQueries>(nameof(MailQueries.One), async s => [s.City.Office, (await s.ParkedMail()).Id]),
        Case.Of<MailQueries>(nameof(MailQueries.Undelivered), async s => [await OfficeWithMail(s)]),
        Case.Of<MailService>(nameof(MailService.Resend), async s => await Parked(s)),
        Case.Of<MailService>(nameof(MailService.GiveUp), async s => await Parked(s)),
        Case.Of<MailService>(nameof(MailService.ResendAll), async s => [await OfficeWithMail(s)]),
        Case.Of<MailService>(nameof(MailService.SendTest), async s =>
        {
            await s.City.Get<ContactService>().ChangeOwn(s.City.Office, new ContactInput("office@example.gov.cn", null, 0), true, TestCity.Ct);
            return [s.City.Office];
        }),
        Case.Of<ContactService>(nameof(ContactService.Of), async s => [s.City.Admin, (await s.Newcomer()).Id]),
        Case.Of<ContactService>(nameof(ContactService.Change), async s =>
        {
            var person = await s.Newcomer();
            return [s.City.Admin, person.Id, new ContactInput("newcomer@example.gov.cn", "13800000000", person.Version)];
        }),
        Case.Of<ContactService>(nameof(ContactService.ChangeOwn), s =>
            TaskCases.Now(s.City.Contact(StoryCity.Lead), new ContactInput("contact@example.gov.cn", null, 0), false)),
    ];

    private static async Task<Actor> OfficeWithMail(StoryCity story)
    {
        await story.ParkedMail();
        return story.City.Office;
    }

    private static async Task<object?[]> Parked(StoryCity story)
    {
        var mail = await story.ParkedMail();
        return [story.City.Office, mail.Id, mail.Version];
    }
}
