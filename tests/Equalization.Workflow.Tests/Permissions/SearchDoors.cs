using Equalization.Workflow.Core.Searches.Filters;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>The search and a person's saved filters: open to whoever holds a post, each to what is their own.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Searches =>
    [
        new("GET /Search", SignedIn, async s =>
        {
            await s.Index();
            return "/Search?q=教育";
        }),
        At("GET /Filters/Index", SignedIn, "/Filters"),
        new("POST /Filters/Index?handler=Delete", "s + 0 0 0 0 0 0 0 0 0 0 p", _ => Task.FromResult("/Filters?handler=Delete"), async s =>
            [("Input.Id", $"{await s.City.Get<SavedFilterService>().Save(s.City.Office, "逾期", "/Tasks", "?show=overdue", TestCity.Ct)}")]),
        At("GET /Filters/Save", SignedIn, "/Filters/Save?path=/Tasks&query=%3Fshow%3Doverdue"),
        Form("POST /Filters/Save", SignedIn, "/Filters/Save?path=/Tasks&query=%3Fshow%3Doverdue", _ => [("Input.Name", "逾期任务")]),
    ];
}
