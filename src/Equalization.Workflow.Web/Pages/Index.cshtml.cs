using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages;

/// <summary>Sends each role to the page it opens first.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(Acting acting) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("~" + FirstPage.Of(acting.Actor.Role));
}
