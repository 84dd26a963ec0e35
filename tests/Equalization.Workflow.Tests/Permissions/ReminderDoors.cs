using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Reminder rules, their rehearsal, and a person's own digest.</summary>
public static partial class Doors
{
    private const string Rules = "s + - - - - + + - - + - p";
    private const string RuleDrafters = "s + - - - - - + - - + - p";

    private static IEnumerable<Door> Reminders =>
    [
        new("GET /Notices/Digest", "s 0 + 0 0 0 0 0 0 0 0 0 p", async s =>
        {
            await s.City.Get<ReminderService>().Run(TestCity.Ct);
            return $"/Notices/Digest/{await s.DigestOf(s.City.Contact(StoryCity.Lead).PersonId)}";
        }),
        At("GET /Rules/Index", Rules, "/Rules"),
        At("GET /Rules/Edit", RuleDrafters, "/Rules/Edit"),
        new("POST /Rules/Edit", RuleDrafters, _ => Task.FromResult("/Rules/Edit"), RuleFields),
        new("POST /Rules/Edit?handler=Rehearse", RuleDrafters, _ => Task.FromResult("/Rules/Edit?handler=Rehearse"), RuleFields),
        new("POST /Rules/Index?handler=Drop", RuleDrafters, _ => Task.FromResult("/Rules?handler=Drop"), DraftVersion) { OnlyRefused = true },
        new("POST /Rules/Index?handler=PutInForce", "s - - - - - - + - - - - p", _ => Task.FromResult("/Rules?handler=PutInForce"), async s =>
        {
            if (await s.RuleDraft() is null)
            {
                await s.City.Get<ReminderRuleService>().SaveDraft(s.City.Office, ReminderRules.Default with { UrgeCooldownWorkingDays = 7 }, "试行。", null, TestCity.Ct);
            }

            return await DraftVersion(s);
        }),
        At("GET /Rules/Rehearsal", "s + - - - - + - - - + - p", "/Rules/Rehearsal"),
    ];

    private static async Task<(string Name, string Value)[]> DraftVersion(StoryCity story) => [("Input.Version", $"{(await story.RuleDraft())?.Version}")];

    private static async Task<(string Name, string Value)[]> RuleFields(StoryCity story) =>
    [
        ("Input.SendFrom", "09:00"), ("Input.SendTo", "17:00"), ("Input.UrgeCooldownWorkingDays", "4"), ("Input.Note", "试行。"),
        ("Input.Ladders[PartDue.Contact.General]", "-3, 0, 1"), .. await DraftVersion(story),
    ];
}
