using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>The same demand of two plans: accepted and ended by the office, on a task's page. Last of all doors on tasks, since it lays down a task of its own.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Duplicates =>
    [
        new("POST /Tasks/One?handler=Unshare", "s + 0 0 0 - - - 0 0 0 0 p", s => PageOf(s, StoryCity.Signed, "?handler=Unshare"), async s =>
        {
            var link = await s.SharedReport();
            return [("Input.LinkId", $"{link.Id}"), ("Input.Version", $"{link.Version}")];
        }),
        new("POST /Tasks/One?handler=Share", "s + - - 0 - - - 0 0 0 0 p", s => PageOf(s, StoryCity.Signed, "?handler=Share"), async s =>
        {
            var (other, unit) = (await s.DuplicateTask(), s.City.Unit(StoryCity.Lead).Id);
            return [("Input.OtherTaskId", $"{other}"), ("Input.UnitId", $"{unit}")];
        }),
    ];
}
