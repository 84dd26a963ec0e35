using Equalization.Workflow.Core.AnnualTasks.Editions;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Editions;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Plans;

/// <summary>
/// What a version changes in the plan, what needs a look first. While it is a draft a person may correct which measures are the same; afterwards
/// it leads to what the version asks of the open tasks.
/// </summary>
[Authorize(Policy = Policies.Office)]
public sealed class DifferencesModel(EditionQueries editions, EditionService service, EditionTaskQueries tasks, RevisionQueries revisions) : WorkPage
{
    public const int Size = 30;

    private IReadOnlySet<Guid> touched = new HashSet<Guid>();

    /// <summary>The version of the plan.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public PairingInput Input { get; set; } = new();

    public EditionView Shown { get; private set; } = null!;

    /// <summary>The open tasks of the measures on the page.</summary>
    public ILookup<Guid, EditionTask> Tasks { get; private set; } = null!;

    /// <summary>What the version asks of the tasks of the measures on the page, once it was confirmed.</summary>
    public ILookup<Guid, RevisionMark> Asked { get; private set; } = null!;

    public RevisionCounts Counts { get; private set; } = new(0, 0, 0, 0);

    /// <summary>All that differ, what needs a look before the rest.</summary>
    public IReadOnlyList<EditionDifference> Differing { get; private set; } = [];

    public IReadOnlyList<EditionDifference> OnPage { get; private set; } = [];

    /// <summary>A removed measure with open tasks, or another lead.</summary>
    public bool NeedsLook(EditionDifference one) =>
        one.Changes.HasFlag(EditionChanges.Lead) || (one.Changes.HasFlag(EditionChanges.Removed) && touched.Contains(one.OriginId));

    public bool Refused(EditionDifference one) => !ModelState.IsValid && one.Draft?.Id == Input.MeasureId;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostPair(CancellationToken ct) => Act(() =>
        service.Pair(Actor, new PairInput(Input.MeasureId, Input.Version, Input.FormerPosition ?? 0), ct), L["已配对，差异已重新比较。"], ct);

    public Task<IActionResult> OnPostPart(CancellationToken ct) => Act(() =>
        service.Part(Actor, Input.MeasureId, Input.Version, ct), L["已取消配对，两条措施分别列为删去和新增。"], ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await editions.Of(Actor, Id, ct);
        touched = await tasks.Touched(Actor, Shown.PlanId, ct);
        Differing = [.. Shown.Comparison.All.Where(d => d.Changes != EditionChanges.None).OrderByDescending(NeedsLook)];
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Differing.Count + Size - 1) / Size));
        OnPage = [.. Differing.Skip((PageNumber - 1) * Size).Take(Size)];
        var origins = OnPage.Select(d => d.OriginId).ToHashSet();
        Tasks = await tasks.Open(Actor, Shown.PlanId, origins, ct);
        Asked = (await revisions.Marks(Actor, Id, origins, ct)).ToLookup(m => m.OriginId);
        Counts = await revisions.Count(Actor, Id, ct);
    }

    private Task<IActionResult> Act(Func<Task> act, string done, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(done);
        return RedirectToPage("Differences", new { Id, p = PageNumber });
    }, ct);
}

/// <summary>A correction of a pairing, as typed.</summary>
public sealed class PairingInput
{
    public Guid MeasureId { get; set; }

    public int Version { get; set; }

    /// <summary>Position in the version before, as the page shows it.</summary>
    public int? FormerPosition { get; set; }
}

/// <summary>A difference on the page.</summary>
public sealed record DifferencePart(DifferencesModel Page, EditionDifference One)
{
    private static readonly DraftUnitRole[] Roles = [DraftUnitRole.Lead, DraftUnitRole.Cooperating, DraftUnitRole.Responsible];

    /// <summary>As the field errors name it.</summary>
    public PairingInput Input => Page.Input;

    /// <summary>What is listed of a measure, by name: its units by role, its dates, its targets.</summary>
    public IReadOnlyList<(string Name, CameAndWent Change)> Lists =>
    [
        .. Roles.Select(r => (EditionWords.UnitsOf(r), One.Units(r))),
        (EditionWords.Of(EditionChanges.Deadlines), One.Deadlines), (EditionWords.Of(EditionChanges.Targets), One.Targets),
    ];
}
