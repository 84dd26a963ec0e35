using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.LookBacks;

/// <summary>A drawing laid open: seed, list and keys, so that anybody can do it again.</summary>
[Authorize(Policy = Policies.Overview)]
public sealed class DrawModel(LookBackQueries queries) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DrawView Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Draw(Actor, Id, ct);
}
