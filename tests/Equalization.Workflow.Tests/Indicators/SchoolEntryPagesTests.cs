using System.Net;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>The form of one school's numbers: what it posts, and what comes back beside its fields.</summary>
public sealed class SchoolEntryPagesTests
{
    private const string First = "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23";

    [Fact]
    public async Task A_wrong_number_comes_back_beside_its_field_and_another_year_is_not_overwritten()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await story.City.TakeSchools(2022, First);
        await story.City.TakeSchools(2023, First.Replace(",23", ",25", StringComparison.Ordinal));
        var address = $"/Schools/Entry/{await story.City.SchoolId(2023)}?year=2023";
        using var client = await site.SignedIn(story.City.Office);
        Assert.Contains("name=\"Input.OpenedYear\" value=\"2023\"", await client.GetStringAsync(address, TestCity.Ct), StringComparison.Ordinal);

        Assert.Contains("“建成年份”应为 1700 至 2100 之间的年份", await Refused(client, address, ("Input.Year", "2023"), ("Input.Numbers[建成年份]", "20260901000")), StringComparison.Ordinal);
        Assert.Contains("id=\"number-0-error\"", await Refused(client, address, ("Input.Year", "2023"), ("Input.Numbers[小学在校生数]", "一千")), StringComparison.Ordinal);
        Assert.Contains("已有 2022—2023 学年的数据", await Refused(client, address, ("Input.Year", "2022"), ("Input.OpenedYear", "2023"), ("Input.Numbers[小学在校生数]", "900")), StringComparison.Ordinal);
    }

    private static async Task<string> Refused(HttpClient client, string address, params (string, string)[] fields)
    {
        using var answer = await TestSite.Post(client, address, address, [.. fields, ("Input.Type", "Primary"), ("Input.Origin", "Statistics"), ("Input.Reason", "核对"), ("Input.Version", "0")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestCity.Ct));
    }
}
