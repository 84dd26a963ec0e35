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

    /// <summary>What became of those just signed together; empty before.</summary>
    public IReadOnlyList<SigningResult> Results { get; private set; } = [];

    /// <summary>Titles of the rows of <see cref="Results"/>.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    public IEnumerable<(string Value, string Text)> Rungs => Enum.GetValues<Rung>().Select(r => (r.ToString(), L[EscalationWords.Of(r)].Value));

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostSign(CancellationToken ct) => Try(async () =>
    {
        var picks = Input.Picked.ConvertAll(Pick);
        await Load(ct);
        Titles = Proposals.Rows.ToDictionary(r => r.Id, r => $"{r.TaskNumber} {r.TaskTitle}");
        Results = await service.SignAll(Actor, picks, Input.Password, ct);
        await Load(ct);
        return Page();
    }, ct);

    public Task<IActionResult> OnPostRefuse(CancellationToken ct) => Try(async () =>
    {
        if (Input.Picked.Count == 0)
        {
            throw new RuleBroken("nothing-picked", "没有选中任何建议。请先勾选不予签发的建议。");
        }

        foreach (var pick in Input.Picked.ConvertAll(Pick))
        {
            await service.Refuse(Actor, pick.StepId, pick.Version, Input.Reason, ct);
        }

        this.Say(L["已记录不予签发的理由。"]);
        return RedirectToPage(new { Rung });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Proposals = await queries.ToSign(Actor, Rung, Math.Max(1, Number), PageSize, ct);

    private static ProposalPick Pick(string picked) =>
        picked.Split(':') is [var id, var version] && Guid.TryParse(id, out var stepId) && int.TryParse(version, out var number)
            ? new ProposalPick(stepId, number)
            : throw RuleBroken.Changed();
}
