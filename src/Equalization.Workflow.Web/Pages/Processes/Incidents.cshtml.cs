using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Processes;

/// <summary>Processes that stand still with an incident. The administrator settles each on its own page; the others read.</summary>
[Authorize(Policy = Policies.Processes)]
public sealed class IncidentsModel(ProcessFileQueries files) : ProcessPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<StoppedRow> Rows { get; private set; } = null!;

    public bool MaySettle => Core.Processes.ProcessPermissions.MaySettle(Actor, Actor.JurisdictionId);

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Rows = await files.Stopped(Actor, Math.Max(1, Number), PageSize, ct);
}
