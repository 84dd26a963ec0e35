using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accreditations;

/// <summary>The self-evaluation (自评表): what school data say, and what the county states beside it. Without the right to write it reads as a report.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class EvaluationModel(EvaluationQueries queries, EvaluationService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public EvaluationForm Input { get; set; } = new();

    public EvaluationView Shown { get; private set; } = null!;

    /// <summary>Years that may be chosen: those with data, and the one shown.</summary>
    public IEnumerable<int> Years => Shown.Years.Append(Shown.Readiness.Year).Distinct().OrderDescending();

    /// <summary>The place of a line among those that are typed; -1 for one that data decide.</summary>
    public int PlaceOf(JudgedLine line) => Shown.MayWrite ? Input.Items.FindIndex(i => i.Code == line.Line.Code) : -1;

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        Input = EvaluationForm.Of(Shown);
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await Load(ct);
        await service.State(Actor, Id, Input.Version, Input.Read([.. Shown.Readiness.Lines.Select(l => l.Line)]), ct);
        this.Say(L["自评表已保存。"]);
        return RedirectToPage(new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.One(Actor, Id, Year is { } year && SchoolYear.IsYear(year) ? year : null, ct);
}
