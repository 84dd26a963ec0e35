using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages;

/// <summary>What is shown when the post in use may not open a page; sign-in's AccessDeniedPath points here.</summary>
[Authorize(Policy = Policies.Anyone), IgnoreAntiforgeryToken]
public sealed class DeniedModel : PageModel
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;

    public void OnPost() => OnGet();
}
