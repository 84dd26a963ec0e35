using Equalization.Workflow.Core.Searches.Filters;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Filters;

/// <summary>Gives the narrowed list one came from a name.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class SaveModel(SavedFilterService service) : WorkPage
{
    [BindProperty(SupportsGet = true, Name = "path")]
    public string? ListPath { get; set; }

    [BindProperty(SupportsGet = true, Name = "query")]
    public string? Query { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await service.Save(Actor, Input.Name, ListPath, Query, ct);
        this.Say(L["已保存筛选“{0}”。", Input.Name!.Trim()]);
        return LocalRedirect("~" + ListPath + Query);
    }, ct);

    protected override Task Load(CancellationToken ct) => Task.CompletedTask;

    public sealed class Typed
    {
        public string? Name { get; set; }
    }
}
