using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>What a draft changes in the plan in force.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Editions =>
    [
        new("GET /Plans/Differences", ReviewOffice, s => Differences(s, "")),
        new("POST /Plans/Differences?handler=Pair", ReviewOffice, s => Differences(s, "?handler=Pair"), async s => [.. await FirstOfDraft(s), ("Input.FormerPosition", "1")]),
        new("POST /Plans/Differences?handler=Part", ReviewOffice, s => Differences(s, "?handler=Part"), FirstOfDraft),
    ];

    private static async Task<string> Differences(StoryCity story, string rest) => $"/Plans/Versions/{(await Latest(story)).Id}/Differences{rest}";

    private static async Task<(string Name, string Value)[]> FirstOfDraft(StoryCity story)
    {
        var measure = (await story.Measures(await Latest(story)))[0];
        return [("Input.MeasureId", $"{measure.Id}"), ("Input.Version", $"{measure.Version}")];
    }
}
