using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Http;

namespace Equalization.Workflow.Tests.SignIn;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(RuleBroken.NotFound, 404)]
    [InlineData(RuleBroken.NotAllowed, 403)]
    [InlineData(RuleBroken.Stale, 409)]
    [InlineData("late", 409)]
    public async Task A_program_gets_the_code_and_the_sentence(string code, int status)
    {
        var (context, body) = await Answer(new RuleBroken(code, "期限 {0} 已过。", 3), accept: "application/json");
        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal($$"""{"code":"{{code}}","message":"期限 3 已过。"}""", body);
    }

    [Fact]
    public async Task An_in_place_act_gets_the_sentence_as_text()
    {
        var (context, body) = await Answer(new RuleBroken("late", "“<b>”已过。"), accept: "text/html", inPlace: true);
        Assert.Equal(409, context.Response.StatusCode);
        Assert.Contains("&lt;b&gt;", body);
    }

    [Fact]
    public async Task A_reader_gets_an_empty_body_that_the_problem_page_fills_with_the_sentence()
    {
        var (context, body) = await Answer(RuleBroken.Changed(), accept: "text/html");
        Assert.Equal("", body);
        Assert.Contains("已被他人修改", context.Features.Get<Refusal>()!.Message);
    }

    [Fact]
    public async Task A_body_that_is_too_large_keeps_its_status()
    {
        var (context, _) = await Answer(new BadHttpRequestException("too large", 413), accept: "text/html");
        Assert.Equal(413, context.Response.StatusCode);
    }

    [Fact]
    public async Task Any_other_fault_goes_on() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Answer(new InvalidOperationException(), accept: "text/html"));

    private static async Task<(HttpContext Context, string Body)> Answer(Exception fault, string accept, bool inPlace = false)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        context.Request.Headers.Accept = accept;
        if (inPlace)
        {
            context.Request.Headers["HX-Request"] = "true";
        }

        await new RefusalMiddleware(_ => throw fault, Texts.Load()).Invoke(context);
        return (context, Encoding.UTF8.GetString(body.ToArray()));
    }
}
