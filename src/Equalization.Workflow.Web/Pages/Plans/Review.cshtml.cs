using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Duplicates;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Plans;

/// <summary>
/// 导入核对: the source beside the draft. Every form posts one act and comes back to the same place; scripts only spare the reload. The
/// measure under edit is named in the address.
/// </summary>
[Authorize(Policy = Policies.Office)]
public sealed class ReviewModel(
    PlanQueries plans, PlanService service, MeasureService measures, MeasureUnitService units, TargetService targets, DuplicateQueries duplicates) : WorkPage
{
    private string refused = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "version")]
    public Guid? VersionId { get; set; }

    /// <summary>The measure whose fields are open.</summary>
    [BindProperty(SupportsGet = true, Name = "edit")]
    public Guid? EditId { get; set; }

    /// <summary>Go to the newest draft rather than to the version in force.</summary>
    [BindProperty(SupportsGet = true, Name = "draft")]
    public bool NewestDraft { get; set; }

    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    public PlanReview Review { get; private set; } = null!;

    public IReadOnlyList<UnitChoice> Choices { get; private set; } = [];

    /// <summary>By measure: what another plan in force asks of the same unit already.</summary>
    public ILookup<Guid, DuplicateMeasure> Duplicates { get; private set; } = null!;

    public bool IsDraft => Review.State == PlanVersionState.Draft;

    /// <summary>Whether this very form was refused, so that it shows what was typed and why.</summary>
    public bool Refused(string handler, Guid? part = null) =>
        refused == handler && (part is null || part == (Input.PartId ?? Input.TargetId ?? Input.DeadlineId));

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        await Load(ct);
        return VersionId is null ? RedirectToPage("Review", new { id = Id, version = Review.VersionId }) : Page();
    }

    public Task<IActionResult> OnPostDescribe(CancellationToken ct) => Act("Describe", null, () => service.Describe(
        Actor,
        new PlanInput(Id, Input.Version, Input.Title, Input.DocumentNumber, Input.Issuer, Input.IssuedOn, Input.PeriodFrom, Input.PeriodTo), ct), ct);

    public Task<IActionResult> OnPostAccept(CancellationToken ct) =>
        Act("Accept", null, () => measures.AcceptDoubt(Actor, VersionId ?? Guid.Empty, Input.Doubt ?? "", ct), ct);

    public Task<IActionResult> OnPostReword(CancellationToken ct) => Act("Reword", Input.MeasureId, () => measures.Reword(
        Actor, new MeasureInput(Input.MeasureId, Input.Version, Input.Number, Input.Title, Input.Section, Input.Body), ct), ct);

    public Task<IActionResult> OnPostReason(CancellationToken ct) => Act("Reason", Input.MeasureId, () =>
        measures.SetNoTaskReason(Actor, Input.MeasureId, Input.Version, Input.Reason, ct), ct);

    public Task<IActionResult> OnPostMerge(CancellationToken ct) => Act("Merge", Input.MeasureId, () =>
        measures.MergeWithNext(Actor, Input.MeasureId, Input.Version, ct), ct);

    public Task<IActionResult> OnPostSplit(CancellationToken ct) => Act("Split", Input.MeasureId, async () =>
    {
        var row = await plans.Measure(Actor, Input.MeasureId, ct);
        var at = Input.At >= 0 ? Input.At : await Find(row.Start, row.Start + row.Length, ct);
        await measures.Split(Actor, Input.MeasureId, Input.Version, at, ct);
    }, ct);

    public Task<IActionResult> OnPostAdd(CancellationToken ct) => Act("Add", null, async () =>
    {
        var (start, length) = Input.At >= 0 ? (Input.At, Input.Length) : (await Find(0, int.MaxValue, ct), Input.Words!.Trim().ReplaceLineEndings("\n").Length);
        EditId = await measures.AddFromSource(Actor, new StretchInput(VersionId ?? Guid.Empty, start, length), ct);
    }, ct);

    public Task<IActionResult> OnPostDelete(CancellationToken ct) => Act("Delete", null, async () =>
    {
        await measures.Delete(Actor, Input.MeasureId, Input.Version, ct);
        EditId = null;
    }, ct);

    public Task<IActionResult> OnPostAddUnit(CancellationToken ct) => Act("AddUnit", Input.MeasureId, () =>
        units.Add(Actor, new AddUnitInput(Input.MeasureId, Input.Version, Input.ListId, Input.Role), ct), ct);

    public Task<IActionResult> OnPostRemoveUnit(CancellationToken ct) =>
        Act("RemoveUnit", Input.MeasureId, () => units.Remove(Actor, Part, ct), ct);

    public Task<IActionResult> OnPostRole(CancellationToken ct) =>
        Act("Role", Input.MeasureId, () => units.ChangeRole(Actor, Part, Input.Role, ct), ct);

    public Task<IActionResult> OnPostMove(CancellationToken ct) =>
        Act("Move", Input.MeasureId, () => units.Move(Actor, Part, Input.By, ct), ct);

    public Task<IActionResult> OnPostMatch(CancellationToken ct) => Act("Match", Input.MeasureId, async () =>
        Done = Settled(await units.Match(
            Actor, new MatchInput(Input.MeasureId, Input.Version, Part.MeasureUnitId, Input.ListId, Input.Remember), ct)), ct);

    public Task<IActionResult> OnPostNewUnit(CancellationToken ct) => Act("NewUnit", Input.MeasureId, async () =>
        Done = Settled(await units.CreateUnit(
            Actor, new NewUnitInput(Input.MeasureId, Input.Version, Part.MeasureUnitId, Input.Name, Input.Kind), ct)), ct);

    public Task<IActionResult> OnPostNewGroup(CancellationToken ct) => Act("NewGroup", Input.MeasureId, async () =>
        Done = Settled(await units.CreateGroup(
            Actor, new NewGroupInput(Input.MeasureId, Input.Version, Part.MeasureUnitId, Input.Name, Input.MemberIds), ct)), ct);

    public Task<IActionResult> OnPostTarget(CancellationToken ct) => Act("Target", Input.MeasureId, () => targets.Save(
        Actor,
        new TargetInput(
            Input.MeasureId, Input.Version, Input.TargetId, Input.Year, Input.AsWritten, Input.Metric, Input.Comparator, Input.Value, Input.Upper,
            Input.Unit, Input.Aspirational, Input.RecursYearly, Input.PerUnit), ct), ct);

    public Task<IActionResult> OnPostRemoveTarget(CancellationToken ct) => Act("RemoveTarget", Input.MeasureId, () =>
        targets.Remove(Actor, Input.MeasureId, Input.Version, Input.TargetId ?? Guid.Empty, ct), ct);

    public Task<IActionResult> OnPostDeadline(CancellationToken ct) => Act("Deadline", Input.MeasureId, () => targets.Save(
        Actor,
        new DeadlineInput(
            Input.MeasureId, Input.Version, Input.DeadlineId, Input.AsWritten, Input.DeadlineKind, Input.Day, Input.StartOn), ct), ct);

    public Task<IActionResult> OnPostRemoveDeadline(CancellationToken ct) => Act("RemoveDeadline", Input.MeasureId, () =>
        targets.RemoveDeadline(Actor, Input.MeasureId, Input.Version, Input.DeadlineId ?? Guid.Empty, ct), ct);

    public Task<IActionResult> OnPostConfirm(CancellationToken ct)
    {
        refused = "Confirm";
        return Try(async () =>
        {
            var result = await service.Confirm(Actor, VersionId ?? Guid.Empty, Input.Version, ct);
            if (result.Revisions == 0)
            {
                this.Say(L["方案已确认生效，共 {0} 条措施。", result.Measures]);
                return RedirectToPage("Details", new { id = result.PlanId });
            }

            this.Say(L["方案已确认生效，共 {0} 条措施。对已下达任务有 {1} 项变更建议，请逐项决定。", result.Measures, result.Revisions]);
            return RedirectToPage("Revisions", new { id = VersionId, state = RevisionState.Open });
        }, ct);
    }

    protected override async Task Load(CancellationToken ct)
    {
        var version = VersionId;
        if (version is null && NewestDraft)
        {
            version = (await plans.Details(Actor, Id, ct)).Draft?.Id;
        }

        Review = await plans.Review(Actor, Id, version, ct);
        Duplicates = await duplicates.OfVersion(Actor, Review.VersionId, ct);
        Choices = IsDraft && EditId is not null ? await plans.Choices(Actor, ct) : [];
    }

    private MeasureUnitInput Part => new(Input.MeasureId, Input.Version, Input.PartId ?? Guid.Empty);

    private string Settled(int places) => L["已匹配，草稿中 {0} 处同名单位一并处理。", places];

    /// <summary>An act on a measure that stays open; without a measure the page comes back at its draft.</summary>
    private Task<IActionResult> Act(string handler, Guid? measureId, Func<Task> act, CancellationToken ct)
    {
        refused = handler;
        return Try(async () =>
        {
            await act();
            var place = measureId ?? EditId;
            return RedirectToPage("Review", null, new { id = Id, version = VersionId, edit = EditId }, place is null ? "draft" : $"m-{place}");
        }, ct);
    }

    /// <summary>Where copied words stand in the source, between two places of it.</summary>
    private async Task<int> Find(int from, int to, CancellationToken ct)
    {
        var words = (Input.Words ?? "").Trim().ReplaceLineEndings("\n");
        var source = (await plans.Review(Actor, Id, VersionId, ct)).SourceText;
        var end = Math.Min(to, source.Length);
        var at = words.Length == 0 || from > end ? -1 : source.IndexOf(words, from, end - from, StringComparison.Ordinal);
        return at >= 0
            ? at
            : throw new RuleBroken("words-not-found", "原文中没有这段文字。请从左侧原文照抄，或直接在原文中选取。") { Field = nameof(ReviewInput.Words) };
    }
}
