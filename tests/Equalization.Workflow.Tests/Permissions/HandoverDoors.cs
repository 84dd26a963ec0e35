using Equalization.Workflow.Core.Handovers;
using Equalization.Workflow.Tests.Handovers;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Handovers: who leaves, the unit's head, the office and the administrator; readers of everything look on.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Handovers =>
    [
        At("GET /Handovers/Index", SignedIn, "/Handovers"),
        new("GET /Handovers/New", "s + + + - - - + - - 0 0 p", s => Task.FromResult($"/Handovers/New/{s.City.Contact(StoryCity.Lead).MembershipId}")),
        new("POST /Handovers/New", "s + + + - - - + - - 0 0 p", s => Task.FromResult($"/Handovers/New/{s.City.Contact(StoryCity.Lead).MembershipId}"),
            s => Fields(("Input.ToPostId", $"{s.City.Head(StoryCity.Lead).MembershipId}"))) { OnlyRefused = true },
        new("GET /Handovers/Handover", "s + + + 0 + + + 0 0 0 0 p", async s => $"/Handovers/{await Begun(s)}"),
        new("POST /Handovers/Handover?handler=Give", "s + + - 0 - - - 0 0 0 0 p", async s => $"/Handovers/{await Begun(s)}?handler=Give", _ => Fields(("Input.Version", "9"))) { OnlyRefused = true },
        new("POST /Handovers/Handover?handler=Take", "s - - - 0 - - - 0 0 0 0 p", async s => $"/Handovers/{await Begun(s)}?handler=Take", _ => Fields(("Input.Version", "9"))),
        new("POST /Handovers/Handover?handler=Refuse", "s - - - 0 - - - 0 0 0 0 p", async s => $"/Handovers/{await Begun(s)}?handler=Refuse", _ => Fields(("Input.Version", "9"))),
        new("POST /Handovers/Handover?handler=Decide", "s + - - 0 - - - 0 0 0 0 p", async s => $"/Handovers/{await Begun(s)}?handler=Decide&goesOver=true", _ => Fields(("Input.Version", "9")))
        {
            OnlyRefused = true,
        },
    ];

    private static async Task<Guid> Begun(StoryCity story)
    {
        var begun = await story.City.Read(db => db.Handovers.Select(h => h.Id).FirstOrDefaultAsync());
        var giver = story.City.Contact(StoryCity.Lead);
        return begun != Guid.Empty
            ? begun
            : await story.City.Get<HandoverService>().Open(giver, giver.MembershipId, (await Successors.In(story.City)).MembershipId, TestCity.Ct);
    }
}
