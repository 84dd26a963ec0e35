using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accreditations;

/// <summary>Cases of 一票否决 with their states: the office reports and decides them, the county and whoever reads all see them.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class VetoesModel(EvaluationQueries queries, EvaluationService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public EvaluationView Shown { get; private set; } = null!;

    public IEnumerable<(JudgedVeto Veto, VetoCase Case)> Cases => Shown.Readiness.Vetoes.SelectMany(v => v.Cases.Select(c => (v, c)));

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostReport(CancellationToken ct) =>
        Act(() => service.ReportVeto(Actor, Id, new VetoInput(Input.Subject, Input.HappenedOn, Input.School, Input.Source, Input.Facts), ct), L["已登记，并通知该区县单位。"], ct);

    public Task<IActionResult> OnPostDecide(CancellationToken ct) =>
        Act(() => service.DecideVeto(Actor, Input.VetoId, Input.Version, Input.Stands, Input.Words, ct), L["已记录认定意见，并通知该区县单位。"], ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.One(Actor, Id, null, ct);

    private Task<IActionResult> Act(Func<Task> act, string says, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(says);
        return RedirectToPage(new { Id });
    }, ct);

    public sealed class Written
    {
        public string? Subject { get; set; }

        public DateOnly? HappenedOn { get; set; }

        public string? School { get; set; }

        public string? Source { get; set; }

        public string? Facts { get; set; }

        public Guid VetoId { get; set; }

        public int Version { get; set; }

        public bool Stands { get; set; }

        public string? Words { get; set; }
    }
}
