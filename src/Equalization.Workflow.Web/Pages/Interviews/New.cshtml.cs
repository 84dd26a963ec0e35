using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Interviews;

/// <summary>Where an interview begins that no ladder asked for: the unit, and the task where it is about one.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class NewModel(InterviewQueries queries, InterviewService service) : WorkPage
{
    public sealed class NewInput
    {
        public Guid UnitId { get; set; }

        public string? TaskNumber { get; set; }
    }

    [BindProperty]
    public NewInput Input { get; set; } = new();

    public IReadOnlyList<PersonChoice> Units { get; private set; } = [];

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var id = await service.OpenByHand(Actor, Input.UnitId, Input.TaskNumber, ct);
        this.Say(L["已立案卷，请拟写约谈通知书。"]);
        return RedirectToPage("One", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Units = await queries.Units(Actor, ct);
}
