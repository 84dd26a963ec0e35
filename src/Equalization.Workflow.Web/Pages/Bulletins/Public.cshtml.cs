using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Bulletins.Public;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Bulletins;

/// <summary>Bulletins published to the public, for anybody; nothing leads from here to what is inside.</summary>
[Authorize(Policy = Policies.Anyone)]
public sealed class PublicModel(PublicBulletinQueries queries) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<PublicBulletinRow> Bulletins { get; private set; } = null!;

    public async Task OnGet(CancellationToken ct)
    {
        Bulletins = await queries.Page(Math.Max(1, Number), PageSize, ct);
        PublicPage.MayBeKept(HttpContext);
    }
}
