using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// A page on which people act. A handler wraps its call in <see cref="Try"/>: what the service refuses comes back on the same page (422) beside
/// the field, with everything that was typed, and the page's own data loaded afresh. A page's form binds one property named
/// Input, whose Version is that of the row it was made from.
/// </summary>
public abstract class WorkPage : PageModel
{
    /// <summary>A line shown once on the next page after a redirect, such as “已签收 1 项任务”.</summary>
    [TempData]
    public string? Done { get; set; }

    protected Actor Actor => HttpContext.RequestServices.GetRequiredService<Acting>().Actor;

    protected IStringLocalizer L => HttpContext.RequestServices.GetRequiredService<IStringLocalizer>();

    /// <summary>Loads what the page shows. Called by GET handlers, and again when an act is refused.</summary>
    protected abstract Task Load(CancellationToken ct);

    /// <summary>Runs an act and redirects; a refusal redisplays. Not found and not allowed are answered with 404 and 403.</summary>
    protected async Task<IActionResult> Try(Func<Task<IActionResult>> act, CancellationToken ct)
    {
        try
        {
            if (ModelState.IsValid)
            {
                return await act();
            }
        }
        catch (RuleBroken e) when (e.Code is not (RuleBroken.NotFound or RuleBroken.NotAllowed))
        {
            ModelState.AddModelError(e.Field is null ? "" : "Input." + e.Field, L[e.Format, [.. e.Arguments]]);
        }

        await Load(ct);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
