using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Progress;

/// <summary>Evidence over HTTP: how it goes up, and who may take it down.</summary>
public sealed class EvidencePagesTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_file_goes_up_from_the_report_form_and_comes_back_as_a_line_to_cite()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        await using var site = await TestSite.Start(city);
        using var client = await site.SignedIn(city.Contact(CityTasks.Lead));

        using var answer = await Upload(client, task, "验收报告.pdf", "%PDF-1.7");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var version = await city.Read(db => db.EvidenceVersions.SingleAsync(Ct));
        Assert.Contains(version.Id.ToString(), await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_is_refused_at_its_place_on_the_page()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        await using var site = await TestSite.Start(city);
        using var client = await site.SignedIn(city.Contact(CityTasks.Lead));

        using var answer = await Upload(client, task, "验收报告.pdf", "MZ\0");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("#upload-refusal", Assert.Single(answer.Headers.GetValues("HX-Retarget")));
        Assert.Contains("文件内容与扩展名不符", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(0, await city.Read(db => db.Evidence.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_upload_without_the_forms_token_is_not_taken()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var client = await site.SignedIn(city.Contact(CityTasks.Lead));
        using var form = Form("验收报告.pdf", "%PDF-1.7");

        using var answer = await client.PostAsync("/Evidence", form, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await city.Read(db => db.Evidence.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_file_is_read_by_its_own_unit_and_by_others_once_an_approved_report_rests_on_it()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var version = await city.Upload(CityTasks.Lead, "验收报告");
        var reports = city.Get<ReportService>();
        var report = await reports.Submit(
            city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40) with { Evidence = [version] }, Ct);
        await using var site = await TestSite.Start(city);

        Assert.Equal(HttpStatusCode.OK, await Get(site, city.Head(CityTasks.Lead), version));
        Assert.Equal(HttpStatusCode.NotFound, await Get(site, city.Contact(CityTasks.Cooperating), version));
        Assert.Equal(HttpStatusCode.NotFound, await Get(site, city.Office, version));

        await reports.Approve(city.Head(CityTasks.Lead), report, (await city.Report(report)).Version, Ct);

        Assert.Equal(HttpStatusCode.OK, await Get(site, city.Contact(CityTasks.Cooperating), version));
        Assert.Equal(HttpStatusCode.OK, await Get(site, city.Office, version));
        Assert.Equal(HttpStatusCode.NotFound, await Get(site, city.Contact(CityTasks.Stranger), version));
        Assert.Equal(HttpStatusCode.NotFound, await Get(site, city.AsNeighbour(Core.Units.Role.Office, TestCity.OfficeUnit), version));
    }

    [Fact]
    public async Task A_download_names_its_type_is_never_opened_in_place_and_can_be_gone_on_with()
    {
        await using var city = await TestCity.Create();
        var version = await city.Upload(CityTasks.Lead, "验收报告");
        await using var site = await TestSite.Start(city);
        using var client = await site.SignedIn(city.Contact(CityTasks.Lead));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/Evidence/{version}") { Headers = { Range = new RangeHeaderValue(0, 3) } };

        using var answer = await client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("%PDF", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("attachment", "验收报告.pdf"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    private static async Task<HttpStatusCode> Get(TestSite site, Core.Units.Actor actor, Guid version)
    {
        using var client = await site.SignedIn(actor);
        using var answer = await client.GetAsync($"/Evidence/{version}", Ct);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> Upload(HttpClient client, AnnualTask task, string name, string content)
    {
        var token = TestSite.TokenOf(await client.GetStringAsync($"/Tasks/{task.Id}/Report", Ct));
        using var form = Form(name, content);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/Evidence") { Content = form, Headers = { { "RequestVerificationToken", token } } };
        return await client.SendAsync(request, Ct);
    }

    private static MultipartFormDataContent Form(string name, string content) => new()
    {
        { new StringContent("验收报告"), "kind" },
        { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name },
    };
}
