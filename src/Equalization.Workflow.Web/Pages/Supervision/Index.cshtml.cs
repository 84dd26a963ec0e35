using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Supervision;

/// <summary>Supervision notices: what waits for the office's signature, what is out, and the whole file.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(SupervisionQueries queries) : WorkPage
{
    private const int PageSize = 30;

    /// <summary>waiting, out or all; the office begins with what waits, others with what is out.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<SupervisionRow> Papers { get; private set; } = null!;

    public int WaitingCount { get; private set; }

    /// <summary>Signs what the ladder proposes.</summary>
    public bool Signs => Actor.Role is Role.Office or Role.Leader;

    /// <summary>Proposals are not the units' to see.</summary>
    public bool ReadsProposals => Actor.ReadsAll(Actor.JurisdictionId);

    public SupervisionFilter Filter => FilterOf(Show, ReadsProposals);

    /// <summary>What the address asks for; shared with the list's download.</summary>
    internal static SupervisionFilter FilterOf(string? show, bool readsProposals) => show switch
    {
        "waiting" => SupervisionFilter.Waiting,
        "out" => SupervisionFilter.Out,
        "all" => SupervisionFilter.All,
        _ => readsProposals ? SupervisionFilter.Waiting : SupervisionFilter.Out,
    };

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct)
    {
        Papers = await queries.Page(Actor, Filter, Math.Max(1, Number), PageSize, ct);
        WaitingCount = Signs ? await queries.Waiting(Actor, ct) : 0;
    }
}
