using Equalization.Workflow.Core.Searches.Filters;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Filters;

/// <summary>A person's own saved filters, of all lists.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(SavedFilterQueries queries, SavedFilterService service) : WorkPage
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public IReadOnlyList<SavedFilterRow> Rows { get; private set; } = [];

    /// <summary>The list's name in the menu; a list that stands in none is named by its address.</summary>
    public string ListOf(SavedFilterRow row) =>
        Menu.All.FirstOrDefault(item => item.Page == row.Path + "/Index" || item.Page == row.Path) is { } item ? L[item.Text].Value : row.Path;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostDelete(CancellationToken ct) => Try(async () =>
    {
        await service.Delete(Actor, Input.Id, ct);
        this.Say(L["已删除这个筛选。"]);
        return RedirectToPage();
    }, ct);

    protected override async Task Load(CancellationToken ct) => Rows = await queries.Of(Actor, null, ct);

    public sealed class Typed
    {
        public Guid Id { get; set; }
    }
}
