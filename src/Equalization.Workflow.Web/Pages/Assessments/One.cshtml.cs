using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Assessments;

/// <summary>The table of a year: each unit's total, by rule; the office seals it here.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(AssessmentQueries queries, PaperQueries papers, AssessmentService service) : WorkPage
{
    public sealed class SealInput
    {
        public int Version { get; set; }

        public string? Password { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public SealInput Input { get; set; } = new();

    public AssessmentTable Shown { get; private set; } = null!;

    /// <summary>The signed table, once the result is sealed.</summary>
    public IReadOnlyList<PaperCard> Papers { get; private set; } = [];

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostSeal(CancellationToken ct) => Try(async () =>
    {
        this.Say(L["已封存考核结果，SHA-256 {0}。", await service.Seal(Actor, Id, Input.Version, Input.Password, ct)]);
        return RedirectToPage(new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.Table(Actor, Id, ct);
        Papers = await papers.Of(Actor, nameof(Assessment), Id, ct);
    }
}
