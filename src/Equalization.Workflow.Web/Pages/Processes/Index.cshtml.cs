using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Web.Processes;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace Equalization.Workflow.Web.Pages.Processes;

/// <summary>The processes as they are published now, each with its picture and, for whoever sees all, how many instances stand where.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(ProcessQueries processes) : ProcessPage
{
    public IReadOnlyList<DefinitionRow> Rows { get; private set; } = [];

    public int Stopped => Rows.Sum(r => r.Counts?.Stopped ?? 0);

    public Task OnGet(CancellationToken ct) => Load(ct);

    public ProcessView? ViewOf(DefinitionRow row) =>
        row.Definition is null ? null : ProcessView.Of(row.Definition, Words(Rows.ToDictionary(r => r.Id, r => r.Name)), L, HrefOf);

    protected override async Task Load(CancellationToken ct) => Rows = await processes.Definitions(Actor, ct);
}
