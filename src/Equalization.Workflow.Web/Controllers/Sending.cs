using Equalization.Workflow.Infrastructure.Spreadsheets;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>How a file that is made while it is sent begins: its name, its kind, and that nobody keeps a copy on the way.</summary>
internal static class Sending
{
    public static void Begin(HttpContext context, string fileName, string contentType)
    {
        // The framework's archive hands on a few bytes at a time without waiting: heads and the list at the end. All else is written asynchronously.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.ContentType = contentType;
    }

    /// <summary>Rows that are there already, for the writer that takes them one by one.</summary>
    public static async IAsyncEnumerable<SheetCell[]> Rows(IEnumerable<SheetCell[]> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
        }

        await Task.CompletedTask;
    }
}
