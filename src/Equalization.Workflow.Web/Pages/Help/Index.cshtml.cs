using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.Guides;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Help;

/// <summary>帮助: what the role of the post in use does on a Monday and how things are done. The other roles' pages can be read too, without their links.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(Acting acting) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "role")]
    public Role? Asked { get; set; }

    public Role Role => Asked is { } asked && Enum.IsDefined(asked) ? asked : acting.Actor.Role;

    /// <summary>The pages named are the reader's own; another role's might refuse.</summary>
    public bool IsOwn => Role == acting.Actor.Role;

    public Guide Guide => GuideBook.For(Role);

    public void OnGet()
    {
    }
}
