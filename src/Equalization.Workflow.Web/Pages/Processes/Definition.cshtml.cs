using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Engine.Storage;
using Equalization.Workflow.Web.Processes;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Processes;

/// <summary>One process: its picture, the same as a list, its versions, and its instances for whoever sees all.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class DefinitionModel(ProcessQueries processes, ProcessFileQueries files) : ProcessPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public InstanceStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public DefinitionView Shown { get; private set; } = null!;

    public ProcessView? View { get; private set; }

    /// <summary>Null for whoever does not see all of the jurisdiction.</summary>
    public Paged<InstanceRow>? Instances { get; private set; }

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await processes.Definition(Actor, Id, Version, ct);
        View = Shown.Definition is null ? null : ProcessView.Of(Shown.Definition, Words(Shown.Names), L, HrefOf);
        if (ProcessPermissions.MaySeeAll(Actor))
        {
            Instances = await files.Page(Actor, Id, Status, Math.Max(1, Number), PageSize, ct);
        }
    }
}
