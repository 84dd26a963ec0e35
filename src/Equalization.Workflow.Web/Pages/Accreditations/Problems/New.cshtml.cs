using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accreditations.Problems;

/// <summary>The office enters a problem that a stage found.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class NewModel(ProblemQueries queries, ProblemService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public ProblemForm Form { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await service.Find(Actor, Id, new ProblemInput(Input.Text, Input.School, Input.UnitId, Input.DueOn, null), ct);
        this.Say(L["问题已登记，并通知责任单位。"]);
        return RedirectToPage("Index", new { county = Id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Form = await queries.Form(Actor, Id, ct);

    public sealed class Written
    {
        public string? Text { get; set; }

        public string? School { get; set; }

        public Guid UnitId { get; set; }

        public DateOnly? DueOn { get; set; }
    }
}
