using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accreditations;

/// <summary>The office sets a round's days and who evaluates.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class TargetsModel(AccreditationQueries queries, AccreditationService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public AccreditationView Shown { get; private set; } = null!;

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        var accreditation = Shown.Accreditation;
        Input = new Written { Version = accreditation.Version, UnitId = accreditation.UnitId, Targets = [.. Shown.Cells.Select(c => c.TargetOn)] };
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await Load(ct);
        await service.Aim(Actor, Id, Input.Version, Input.UnitId, Kept(), ct);
        this.Say(L["已调整目标日期，并通知该区县单位。"]);
        return RedirectToPage("One", new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.One(Actor, Id, ct);
        Permission.Require(Shown.May.Aim);
    }

    /// <summary>A day left as it was keeps the plan's words for it.</summary>
    private Dictionary<AccreditationStage, StageAim> Kept() => Input.Aims.ToDictionary(
        a => a.Key, a => Shown.Accreditation.Term(a.Key) is var term && term.TargetOn == a.Value.On ? new StageAim(term.TargetOn, term.AsWritten, term.PlanId) : a.Value);

    public sealed class Written : TargetsInput
    {
        public int Version { get; set; }
    }
}
