using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// One line that tells the person what an act did, with a way back where there is one. It survives one redirect, or rides
/// on the answer to an in-place act.
/// </summary>
public static class Flash
{
    public const string Key = "flash";

    public const string UndoKey = "flash-undo";

    /// <param name="page">The page that acted.</param>
    /// <param name="text">What was done, already in the person's language.</param>
    /// <param name="undo">Where a POST takes the act back; null when it cannot be taken back.</param>
    public static void Say(this PageModel page, string text, string? undo = null)
    {
        if (page.Request.Headers.ContainsKey("HX-Request"))
        {
            page.Response.Headers["HX-Trigger"] = JsonSerializer.Serialize(new { flash = new { text, undo } });
        }
        else
        {
            page.TempData[Key] = text;
            page.TempData[UndoKey] = undo;
        }
    }
}
