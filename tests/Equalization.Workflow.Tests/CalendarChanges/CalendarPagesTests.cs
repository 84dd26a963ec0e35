using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.CalendarChanges;

/// <summary>The year's page, and the import over HTTP: preview, flaws, saving.</summary>
public sealed partial class CalendarPagesTests : IAsyncLifetime
{
    private const string Page = "/Calendar/Import";

    private TestCity city = null!;
    private TestSite site = null!;

    public async ValueTask InitializeAsync()
    {
        city = await TestCity.Create();
        site = await TestSite.Start(city);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await city.DisposeAsync();
    }

    [Fact]
    public async Task A_year_shows_holidays_and_make_up_days_in_words_and_a_missing_year_says_so()
    {
        using var contact = await site.SignedIn(city.Contact("市教育局"));

        var known = await contact.GetStringAsync("/Calendar?year=2018", TestCity.Ct);
        var unknown = await contact.GetStringAsync("/Calendar?year=2040", TestCity.Ct);

        Assert.Equal(CalendarCount(known, "休"), await city.Read(db => db.CalendarDays.CountAsync(d => d.Day.Year == 2018 && d.Kind == CalendarDayKind.Holiday, TestCity.Ct)));
        Assert.True(CalendarCount(known, "班") > 0);
        Assert.DoesNotContain("尚未导入", known, StringComparison.Ordinal);
        Assert.Contains("尚未导入", unknown, StringComparison.Ordinal);
        Assert.DoesNotContain(Page, known, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_seen_first_and_saved_only_when_that_is_confirmed()
    {
        using var admin = await site.SignedIn(city.Admin);

        using var preview = await Upload(admin, "2031-01-01,holiday,元旦\n2031-01-04,workday,元旦补班\n");
        var html = await preview.Content.ReadAsStringAsync(TestCity.Ct);
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.False(await city.Read(db => db.CalendarDays.AnyAsync(d => d.Day.Year == 2031, TestCity.Ct)));

        var fields = Hidden().Matches(html).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Where(f => f.Item1.StartsWith("Input.", StringComparison.Ordinal)).ToArray();
        using var saved = await TestSite.PostWith(admin, TestSite.TokenOf(html), Page + "?handler=Save", fields);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(2, await city.Read(db => db.CalendarDays.CountAsync(d => d.Day.Year == 2031, TestCity.Ct)));
        var list = await admin.GetStringAsync("/Calendar", TestCity.Ct);
        Assert.Contains("年度.csv", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_rows_are_named_and_a_wrong_or_huge_file_is_refused_at_its_field()
    {
        using var admin = await site.SignedIn(city.Admin);

        using var flaws = await Upload(admin, "2031-01-01,holiday,元旦\n2031-01-06,workday,周一\n");
        Assert.Contains("本来就要上班", await flaws.Content.ReadAsStringAsync(TestCity.Ct), StringComparison.Ordinal);

        using var huge = await Upload(admin, new string('x', CalendarFile.LargestFile + 5000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, huge.StatusCode);
        using var sheet = await Upload(admin, "PK\u0003\u0004\0\0\u0006\0");
        Assert.Contains("CSV", await sheet.Content.ReadAsStringAsync(TestCity.Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sheet.StatusCode);
    }

    private static async Task<HttpResponseMessage> Upload(HttpClient client, string text)
    {
        var token = TestSite.TokenOf(await client.GetStringAsync(Page, TestCity.Ct));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Input.File", "年度.csv" },
        };
        return await client.PostAsync(Page + "?handler=Preview", form, TestCity.Ct);
    }

    private static int CalendarCount(string html, string mark) => Regex.Count(WebUtility.HtmlDecode(html), $"<span class=\"day-mark[^\"]*\">{mark}</span>");

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
