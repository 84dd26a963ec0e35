using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Accounts;

/// <summary>What somebody sees whose posts have all ended, or not begun.</summary>
[Authorize(Policy = Policies.Account)]
public sealed class NoPostModel(Acting acting) : PageModel
{
    public IActionResult OnGet() => acting.IsSignedIn ? LocalRedirect("~/") : Page();
}
