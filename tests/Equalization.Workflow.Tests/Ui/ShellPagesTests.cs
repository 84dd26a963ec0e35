using System.Net;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web;
using Microsoft.AspNetCore.Builder;

namespace Equalization.Workflow.Tests.Ui;

/// <summary>The frame over HTTP, on an empty database of its own, before anybody has signed in.</summary>
public sealed class ShellPagesTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private WebApplication app = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        app = WebProgram.Build([], new TestClock(new DateOnly(2026, 11, 21)), builder =>
        {
            builder.Configuration["Urls"] = "http://127.0.0.1:0";
            builder.Configuration["Files:DataFolder"] = folder.FullName;
            builder.Configuration["Jobs:Run"] = "false";
        });
        http = new HttpClient { BaseAddress = await WebProgram.Start(app, TextWriter.Null, CancellationToken.None) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_with_what_to_do_in_the_language_asked_for()
    {
        var (status, chinese) = await Page("/nothing-here");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("没有找到这一页", chinese);
        Assert.Contains("href=\"/nothing-here?culture=en\"", chinese);
        Assert.Contains("This page was not found", (await Page("/nothing-here?culture=en")).Body);
        Assert.Contains("This page was not found", (await Page("/nothing-here")).Body);
    }

    [Fact]
    public async Task A_program_and_an_in_place_act_get_the_bare_status()
    {
        Assert.Empty(await (await http.GetAsync("/nothing-here")).Content.ReadAsStringAsync());
        Assert.Empty((await Page("/nothing-here", ("HX-Request", "true"))).Body);
    }

    [Fact]
    public async Task Every_answer_keeps_the_page_to_its_own_origin()
    {
        foreach (var address in (string[])["/Accounts/SignIn", "/nothing-here", "/css/site.css"])
        {
            var headers = (await http.GetAsync(address)).Headers;
            var policy = headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'self'", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Theory]
    [InlineData("/css/site.css", "--accent")]
    [InlineData("/js/site.js", "sayings")]
    [InlineData("/lib/tabler.min.css", "Tabler")]
    [InlineData("/lib/htmx.min.js", "htmx")]
    [InlineData("/lib/echarts.min.js", "echarts")]
    [InlineData("/lib/icons.svg", "<symbol id=\"bell\"")]
    public async Task The_build_serves_the_front_end_from_the_own_origin(string address, string holds) =>
        Assert.Contains(holds, await http.GetStringAsync(address));

    private async Task<(HttpStatusCode Status, string Body)> Page(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
