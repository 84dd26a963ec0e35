using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Supervision;

/// <summary>What waits for this person's signature: rule, facts and draft of each; signed one by one or together with one password, or refused.</summary>
[Authorize(Policy = Policies.Signers)]
public sealed class ProposalsModel(SupervisionQueries queries, ProposalService service) : WorkPage
{
    private const int PageSize = 50;

    public sealed class SignInput
    {
        /// <summary>Each as id and version, joined by a colon.</summary>
        public List<string> Picked { get; set; } = [];

        public string? Password { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Rung? Rung { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public SignInput Input { get; set; } = new();

    public Paged<ProposalRow> Proposals { get; private set; } = null!;

    /// <summary>What became of those just decided together; empty before.</summary>
    public IReadOnlyList<SigningResult> Results { get; private set; } = [];

    /// <summary>Titles of the rows of <see cref="Results"/>.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    public IEnumerable<(string Value, string Text)> Rungs => Enum.GetValues<Rung>().Select(r => (r.ToString(), L[EscalationWords.Of(r)].Value));

    /// <summary>The results are of proposals that were not to be issued.</summary>
    public bool Refused { get; private set; }

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostSign(CancellationToken ct) => Decide(picks => service.SignAll(Actor, picks, Input.Password, ct), ct);

    public Task<IActionResult> OnPostRefuse(CancellationToken ct)
    {
        Refused = true;
        return Decide(picks => service.RefuseAll(Actor, picks, Input.Reason, ct), ct);
    }

    private Task<IActionResult> Decide(Func<IReadOnlyList<ProposalPick>, Task<IReadOnlyList<SigningResult>>> decide, CancellationToken ct) => Try(async () =>
    {
        Results = await decide(Input.Picked.ConvertAll(Pick));
        Titles = await queries.Titles(Actor, [.. Results.Select(r => r.StepId)], ct);
        Input = new SignInput();
        await Load(ct);
        return Page();
    }, ct);

    protected override async Task Load(CancellationToken ct) => Proposals = await queries.ToSign(Actor, Rung, Math.Max(1, Number), PageSize, ct);

    private static ProposalPick Pick(string picked) =>
        picked.Split(':') is [var id, var version] && Guid.TryParse(id, out var stepId) && int.TryParse(version, out var number)
            ? new ProposalPick(stepId, number)
            : throw RuleBroken.Changed();
}
