using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Ledgers;

/// <summary>One gap: what it was and is, year by year, the measure for it, the tasks that are to close it, its decisions, and its write-off.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(GapQueries queries, LedgerService service, TieService tying, TieQueries ties, ProblemGapQueries problems, UnitQueries units) : WorkPage
{
    private const int MostTasks = 300;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public GapView Shown { get; private set; } = null!;

    /// <summary>For the choice of a responsible unit; empty for whoever may not write the measure.</summary>
    public IReadOnlyList<UnitName> Units { get; private set; } = [];

    /// <summary>Problems of accreditations that are the same shortfall, as far as the person sees them.</summary>
    public IReadOnlyList<JoinedProblem> Problems { get; private set; } = [];

    public IReadOnlyList<(string Number, string Title)> Tasks { get; private set; } = [];

    /// <summary>What a form shows: what was typed, or what stands.</summary>
    public GapMeasure Measure => Input is { Measure: null, Responsible: null, UnitId: null, TermOn: null }
        ? new(Shown.Row.Measure, Shown.Row.Responsible, Shown.ResponsibleUnitId, Shown.Row.TermOn)
        : new(Input.Measure, Input.Responsible, Input.UnitId, Input.TermOn);

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostMeasure(CancellationToken ct) => Try(async () =>
    {
        await service.SetMeasure(Actor, Id, Input.Version, new GapMeasure(Input.Measure, Input.Responsible, Input.UnitId, Input.TermOn), ct);
        this.Say(L["已保存一校一策。"]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostTie(CancellationToken ct) => Try(async () =>
    {
        var tied = await tying.Tie(Actor, [Id], Input.TaskNumber, ct);
        this.Say(tied > 0 ? L["已关联任务。"] : L["这项差距早已关联该任务。"]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostUntie(CancellationToken ct) => Try(async () =>
    {
        await tying.Untie(Actor, Input.TieId, Input.Version, Input.UntieReason, ct);
        this.Say(L["已解除关联。"]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostWriteOff(CancellationToken ct) => Try(async () =>
    {
        var number = await service.WriteOff(Actor, Id, Input.Version, ct);
        this.Say(L["已销账，编号 {0}。", number]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostWithReason(CancellationToken ct) => Try(async () =>
    {
        var number = await service.WriteOffWithReason(Actor, Id, Input.Version, Input.Reason, ct);
        this.Say(L["已销账，编号 {0}。", number]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostTakeBack(CancellationToken ct) => Try(async () =>
    {
        await service.TakeBack(Actor, Id, Input.Version, Input.Reason, ct);
        this.Say(L["已撤销销账，差距重新列入未销账。"]);
        return RedirectToPage(new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.One(Actor, Id, ct);
        Problems = await problems.OfGap(Actor, Id, ct);
        Units = Shown.MayMeasure ? await units.Choices(Actor, ct) : [];
        Tasks = Shown.MayDecide ? await ties.OpenTasks(Actor, MostTasks, ct) : [];
    }

    public sealed class Typed
    {
        public int Version { get; set; }

        public string? Measure { get; set; }

        public string? Responsible { get; set; }

        public Guid? UnitId { get; set; }

        public DateOnly? TermOn { get; set; }

        public string? TaskNumber { get; set; }

        public Guid TieId { get; set; }

        public string? Reason { get; set; }

        public string? UntieReason { get; set; }
    }
}
