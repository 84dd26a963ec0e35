using System.Text.Encodings.Web;
using System.Text.Json;
using Equalization.Workflow.Core;
using Equalization.Workflow.Web.SignIn;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// A rule broken outside a page's own form: 404 and 403 as their pages, everything else 409 — a page with the sentence for a reader, the
/// sentence alone for an in-place act, {code, message} for a program. A body that is too large keeps its own status.
/// </summary>
public sealed class RefusalMiddleware(RequestDelegate next, IStringLocalizer texts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task Invoke(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (RuleBroken e) when (!context.Response.HasStarted)
        {
            await Answer(context, e);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = e.StatusCode;
        }
    }

    private async Task Answer(HttpContext context, RuleBroken e)
    {
        context.Response.StatusCode = e.Code switch
        {
            RuleBroken.NotFound => StatusCodes.Status404NotFound,
            RuleBroken.NotAllowed => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status409Conflict,
        };
        var message = texts[e.Format, [.. e.Arguments]].Value;
        if (CookieAnswers.IsForPeople(context.Request))
        {
            // The body stays empty, so that the status page takes over; for a 409 it shows this sentence.
            context.Features.Set(new Refusal(message));
        }
        else if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync($"<p class=\"form-refusal\" role=\"alert\">{HtmlEncoder.Default.Encode(message)}</p>", context.RequestAborted);
        }
        else
        {
            await context.Response.WriteAsJsonAsync(new { code = e.Code, message }, Json, context.RequestAborted);
        }
    }
}

/// <summary>The sentence of a refusal, in the reader's language, for the page that shows it.</summary>
public sealed record Refusal(string Message);
