using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Bulletins.Public;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Bulletins;

/// <summary>One bulletin published to the public; any other is not found.</summary>
[Authorize(Policy = Policies.Anyone)]
public sealed class PublicOneModel(PublicBulletinQueries queries) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PublicBulletin Shown { get; private set; } = null!;

    public async Task OnGet(CancellationToken ct)
    {
        Shown = await queries.One(Id, ct);
        PublicPage.MayBeKept(HttpContext);
    }
}
