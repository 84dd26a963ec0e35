using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Outgoing mail, and how people are reached.</summary>
public static partial class Doors
{
    private const string MailLog = "s + - - - - - + - - + - p";
    private const string OneMail = "s + - - - - - + - - 0 - p";

    /// <summary>What a mail says is the ledger's: the administrator sees that it failed, not what stands in it.</summary>
    private const string MailBody = "s + - - - - - - - - 0 - p";

    private static IEnumerable<Door> Mail =>
    [
        At("GET /Mail/Index", MailLog, "/Mail"),
        At("POST /Mail/Index?handler=Test", MailLog, "/Mail?handler=Test") with { OnlyRefused = true },
        At("POST /Mail/Index?handler=ResendAll", MailLog, "/Mail?handler=ResendAll"),
        new("GET /Mail/One", OneMail, async s => $"/Mail/{(await s.ParkedMail()).Id}"),
        new("GET /Mail/One?handler=Html", MailBody, async s => $"/Mail/{(await s.ParkedMail()).Id}?handler=Html"),
        new("POST /Mail/One?handler=Resend", OneMail, async s => $"/Mail/{(await s.ParkedMail()).Id}?handler=Resend", async s => await ParkedVersion(s)),
        new("POST /Mail/One?handler=GiveUp", OneMail, async s => $"/Mail/{(await s.ParkedMail()).Id}?handler=GiveUp", async s => await ParkedVersion(s)),
        At("GET /Accounts/Contact", SignedIn, "/Accounts/Contact"),
        Form("POST /Accounts/Contact", SignedIn, "/Accounts/Contact", _ => [("Input.Email", "someone@example.gov.cn"), ("Input.Version", "0")]),
        new("GET /Units/Contact", EditsUnit, NewcomersContact),
        new("POST /Units/Contact", EditsUnit, NewcomersContact, async s => [("Input.Email", "newcomer@example.gov.cn"), ("Input.Version", $"{(await s.Newcomer()).Version}")]),
    ];

    private static async Task<(string Name, string Value)[]> ParkedVersion(StoryCity story) => [("Input.Version", $"{(await story.ParkedMail()).Version}")];

    private static async Task<string> NewcomersContact(StoryCity story) =>
        $"/Units/{story.City.Unit(StoryCity.Bystander).Id}/People/{(await story.Newcomer()).Id}";
}
