using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Duplicates;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.Pages.Processes;
using Equalization.Workflow.Web.Processes;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>One task: its head, whose turn it is, the whole story, and behind tabs its figures, evidence, units and audit rows.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(
    TaskFileQueries files, ReportQueries reports, EvidenceQueries evidence, HelpQueries help, UrgeQueries urges, ProcessFileQueries processes,
    ClockQueries clocks, PaperQueries papers, InstructionQueries instructions, AmendmentQueries amendments, SignForService signing, ReportService reporting, UrgeService urging, RiskService risks,
    ClassService classes, RecurrenceQueries recurrences, RequestQueries requests, DuplicateQueries duplicates, SharedReportService sharing, TieQueries ties) : ProcessPage
{
    /// <summary>The process that leads a task from its issue to its end; the others of the task are listed beside it.</summary>
    private const string LeadingProcess = "annual-task";

    /// <summary>What the buttons of this page post; each uses its own part of it.</summary>
    public sealed class ActInput
    {
        public Guid TaskUnitId { get; set; }

        public int Version { get; set; }

        public string? Reason { get; set; }

        public string? Decision { get; set; }

        public bool Release { get; set; }

        public Guid PersonId { get; set; }

        public Guid UrgeId { get; set; }

        public string? Text { get; set; }

        public string? Answer { get; set; }

        public RiskClass Risk { get; set; }

        public TaskClass Class { get; set; }

        public Guid OtherTaskId { get; set; }

        public Guid UnitId { get; set; }

        public Guid LinkId { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Empty: the story. progress, evidence, units, process, clock, audit.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public StoryFilter Filter { get; set; }

    /// <summary>Lines of history shown; grows by a page with each “更早”.</summary>
    [BindProperty(SupportsGet = true, Name = "n")]
    public int Size { get; set; } = TaskFileQueries.StorySize;

    [BindProperty]
    public ActInput Input { get; set; } = new();

    public TaskFile Shown { get; private set; } = null!;

    public (IReadOnlyList<TargetRow> Targets, IReadOnlyList<ReportRow> Reports) Progress { get; private set; }

    public IReadOnlyList<HelpRow> Help { get; private set; } = [];

    /// <summary>The gaps the task is to close; there on the tab progress only.</summary>
    public IReadOnlyList<TiedGap> Gaps { get; private set; } = [];

    public IReadOnlyList<CitedEvidence> Evidence { get; private set; } = [];

    /// <summary>Official papers of the task that this reader may see; those of cases are not among them.</summary>
    public IReadOnlyList<PaperCard> Papers { get; private set; } = [];

    public IReadOnlyList<AuditRow> Audit { get; private set; } = [];

    /// <summary>The task's processes, and of these the one that leads it, laid open.</summary>
    public IReadOnlyList<InstanceRow> Processes { get; private set; } = [];

    public ProcessFile? Leading { get; private set; }

    /// <summary>Days by holder; there on the tab clock only.</summary>
    public ClockPage? Clock { get; private set; }

    public ProcessView? Picture { get; private set; }

    public IReadOnlyList<(Guid Id, string Name, string Post)> Colleagues { get; private set; } = [];

    /// <summary>The series the task belongs to; null where it comes once.</summary>
    public RecurrenceRow? Recurrence { get; private set; }

    public IReadOnlyList<InstructionRow> Instructions { get; private set; } = [];

    /// <summary>Decisions that changed the task after its issue, newest first.</summary>
    public IReadOnlyList<AmendmentCard> Amendments { get; private set; } = [];

    /// <summary>Tasks it came of, and tasks that go on for it.</summary>
    public IReadOnlyList<RelatedTask> Related { get; private set; } = [];

    public bool MayAmend => Shown.Head.State != TaskState.Withdrawn && Actor.IsOffice(Actor.JurisdictionId);

    /// <summary>What other plans ask of the task's units that looks like the same.</summary>
    public IReadOnlyList<DuplicateTask> Duplicates { get; private set; } = [];

    /// <summary>Help asked for and disputes raised on the task that the reader sees.</summary>
    public IReadOnlyList<RequestRow> Requests { get; private set; } = [];

    public bool MayAsk => Shown.Head.IsOpen && Shown.Mine.Part is { TakesPart: true };

    public bool MayDispute => MayAsk && Shown.Mine.Part is { State: TaskUnitState.Signed };

    public bool MayInstruct => Actor.Role == Role.Leader;

    public UrgePage Urging { get; private set; } = new([], []);

    public bool MaySetRisk => Shown.Head.IsOpen && Actor.IsOffice(Actor.JurisdictionId);

    public bool MayReadAudit => AuditPermissions.MayRead(Actor);

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostSign(CancellationToken ct) => Act(
        () => signing.SignFor(Actor, Input.TaskUnitId, Input.Version, ct), Texts.Mark("已签收任务。"), ct);

    public Task<IActionResult> OnPostDecline(CancellationToken ct) => Act(
        () => signing.Decline(Actor, Input.TaskUnitId, Input.Version, Input.Reason ?? "", ct), Texts.Mark("已提出退回，等待领导小组办公室裁定。"), ct);

    public Task<IActionResult> OnPostDecide(CancellationToken ct) => Act(
        () => signing.DecideDecline(Actor, Input.TaskUnitId, Input.Version, Input.Release, Input.Decision ?? "", ct), Texts.Mark("已裁定退回，并通知该单位。"), ct);

    public Task<IActionResult> OnPostHandOn(CancellationToken ct) => Act(
        () => signing.HandOn(Actor, Input.TaskUnitId, Input.Version, Input.PersonId, ct), Texts.Mark("已转办，并通知接办人。"), ct);

    public Task<IActionResult> OnPostNoChange(CancellationToken ct) => Act(
        () => reporting.NoChange(Actor, Input.TaskUnitId, null, null, ct), Texts.Mark("已按上期数据报告无变化。"), ct);

    public Task<IActionResult> OnPostUrge(CancellationToken ct) => Act(
        () => urging.Send(Actor, Input.TaskUnitId, Input.Text, ct), Texts.Mark("已催办，并通知该单位。"), ct);

    public Task<IActionResult> OnPostAnswerUrge(CancellationToken ct) => Act(
        () => urging.Answer(Actor, Input.UrgeId, Input.Version, Input.Answer, ct), Texts.Mark("已答复催办，并通知领导小组办公室。"), ct);

    public Task<IActionResult> OnPostRisk(CancellationToken ct) => Act(
        () => risks.Set(Actor, Id, Input.Version, Input.Risk, Input.Reason, ct), Texts.Mark("已调整风险等级。"), ct);

    public Task<IActionResult> OnPostClass(CancellationToken ct) => Act(
        () => classes.Set(Actor, Id, Input.Version, Input.Class, Input.Reason, ct), Texts.Mark("已调整任务类别。"), ct);

    public Task<IActionResult> OnPostShare(CancellationToken ct) => Act(
        () => sharing.Accept(Actor, Id, Input.OtherTaskId, Input.UnitId, ct), Texts.Mark("已确认为同一要求，并通知该单位。"), ct);

    public Task<IActionResult> OnPostUnshare(CancellationToken ct) => Act(
        () => sharing.End(Actor, Input.LinkId, Input.Version, ct), Texts.Mark("已解除同一要求。"), ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await files.Load(Actor, Id, Filter, Math.Clamp(Size, TaskFileQueries.StorySize, 1000), ct);
        Urging = await urges.OfTask(Actor, Id, ct);
        Instructions = await instructions.OfTask(Actor, Id, ct);
        Amendments = await amendments.OfTask(Actor, Id, ct);
        Duplicates = await duplicates.OfTask(Actor, Id, ct);
        Requests = await requests.OfTask(Actor, Id, ct);
        Recurrence = await recurrences.OfTask(Actor, Id, ct);
        Related = await amendments.Related(Actor, Id, ct);
        switch (Tab)
        {
            case "progress":
                Progress = await reports.OfTask(Actor, Id, ct);
                Help = await help.OfTask(Actor, Id, ct);
                Gaps = await ties.OfTask(Actor, Id, ct);
                break;
            case "evidence":
                Evidence = await evidence.OfTask(Actor, Id, ct);
                Papers = await papers.OfTask(Actor, Id, ct);
                break;
            case "process":
                Processes = await processes.OfTask(Actor, Id, ct);
                if (Processes.FirstOrDefault(p => p.DefinitionId == LeadingProcess) is { } leading)
                {
                    Leading = await processes.Load(Actor, leading.Id, 1, ct);
                    Picture = ViewOf(Leading.Instance);
                }

                break;
            case "clock":
                Clock = await clocks.OfTask(Actor, Id, ct);
                break;
            case "audit" when MayReadAudit:
                Audit = await files.Audit(Actor, Id, ct);
                break;
        }

        if (Shown.Mine.MayHandOn)
        {
            Colleagues = await files.Colleagues(Actor, ct);
        }
    }

    private Task<IActionResult> Act(Func<Task> act, string done, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(L[done]);
        return RedirectToPage(new { Id });
    }, ct);
}
