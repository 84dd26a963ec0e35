using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Plans;

/// <summary>What an edition in force asks of tasks under way: each is accepted or left as it is, one by one or many after one look; every filter is in the address.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class RevisionsModel(RevisionQueries queries, RevisionService service) : WorkPage
{
    public const int Size = 30;

    /// <summary>The version of the plan.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public RevisionState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public RevisionKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid? Unit { get; set; }

    /// <summary>The origin of one measure.</summary>
    [BindProperty(SupportsGet = true, Name = "measure")]
    public Guid? Measure { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public RevisionInput Input { get; set; } = new();

    public RevisionList Shown { get; private set; } = null!;

    /// <summary>What became of those just decided together; null before.</summary>
    public IReadOnlyList<RevisionResult>? Results { get; private set; }

    public int Open => Shown.Page.Rows.Count(r => r.State == RevisionState.Open);

    public bool Refused(RevisionRow row) => !ModelState.IsValid && row.Id == Input.ProposalId;

    public string Here(string handler) => Address.With(Request, ("handler", handler));

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostAccept(CancellationToken ct) =>
        One(() => service.Accept(Actor, Input.ProposalId, Input.Version, Input.DueOn, ct), Texts.Mark("已采纳并办理，有关单位已收到通知。"), ct);

    public Task<IActionResult> OnPostKeep(CancellationToken ct) =>
        One(() => service.Keep(Actor, Input.ProposalId, Input.Version, Input.Reason, ct), Texts.Mark("任务保留原样，理由已记录。"), ct);

    public Task<IActionResult> OnPostAcceptAll(CancellationToken ct) => Many(picks => service.AcceptAll(Actor, picks, ct), ct);

    public Task<IActionResult> OnPostKeepAll(CancellationToken ct) => Many(picks => service.KeepAll(Actor, picks, Input.Reason, ct), ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.Page(Actor, Id, new RevisionFilter(State, Kind, Unit, Measure), PageNumber, Size, ct);
        PageNumber = Shown.Page.Page;
    }

    private Task<IActionResult> One(Func<Task> decide, string done, CancellationToken ct) => Try(async () =>
    {
        await decide();
        this.Say(L[done]);
        return Redirect(Address.With(Request));
    }, ct);

    private Task<IActionResult> Many(Func<IReadOnlyList<RevisionPick>, Task<IReadOnlyList<RevisionResult>>> decide, CancellationToken ct) => Try(async () =>
    {
        Results = await decide(Input.Picks());
        Input = new RevisionInput();
        await Load(ct);
        return Page();
    }, ct);
}

/// <summary>A decision on one proposal or on those ticked, as posted.</summary>
public sealed class RevisionInput
{
    public Guid ProposalId { get; set; }

    public int Version { get; set; }

    /// <summary>Another day than the edition's.</summary>
    public DateOnly? DueOn { get; set; }

    public string? Reason { get; set; }

    public List<string> Picked { get; set; } = [];

    public static string Write(RevisionRow row) => $"{row.Id}:{row.Version.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Told by its id, for the version may have moved on since.</summary>
    public bool Has(RevisionRow row) => Picked.Exists(p => p.StartsWith($"{row.Id}:", StringComparison.Ordinal));

    /// <summary>Refuses what no list of ours posts (stale).</summary>
    public IReadOnlyList<RevisionPick> Picks() => Picked.ConvertAll(picked =>
        picked.Split(':') is [var id, var version] && Guid.TryParse(id, out var proposal) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new RevisionPick(proposal, number) : throw RuleBroken.Changed());
}

/// <summary>A proposal on the page.</summary>
public sealed record RevisionPart(RevisionsModel Page, RevisionRow Row)
{
    /// <summary>As the field errors name it.</summary>
    public RevisionInput Input => Page.Input;
}
