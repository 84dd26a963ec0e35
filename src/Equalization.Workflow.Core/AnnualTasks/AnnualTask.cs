using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>
/// Issued: the lead unit has not signed. UnderWay: signed, work goes on. UnderReview: the completion request lies with the office.
/// Returned: the office sent it back, work goes on. WrittenOff: 销账. Withdrawn: taken back by the office, or given up with the lead.
/// </summary>
public enum TaskState
{
    Issued,
    UnderWay,
    UnderReview,
    Returned,
    WrittenOff,
    Withdrawn,
}

/// <summary>
/// An annual task (年度任务): one measure in one year for one lead unit, with its ledger number. Due days are the last day, included;
/// the first one never changes, the current one moves only by decision.
/// </summary>
public sealed partial class AnnualTask
{
    private readonly List<TaskUnit> units = [];
    private readonly List<TaskTarget> targets = [];
    private readonly List<RequiredEvidence> required = [];

    private AnnualTask()
    {
    }

    /// <summary>Refuses a due day before the start (due-before-start).</summary>
    public AnnualTask(
        Guid jurisdictionId, Guid planId, Guid measureId, int measurePosition, LedgerNumber number, string title, string content,
        string criteria, Guid leadUnitId, DateOnly startOn, DateOnly dueOn, int ruleSetNumber, DateTime issuedAt)
    {
        if (dueOn < startOn)
        {
            throw new RuleBroken("due-before-start", "完成期限 {0} 早于开始日期 {1}，请改填期限。", dueOn, startOn) { Field = "DueOn" };
        }

        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        PlanId = planId;
        MeasureId = measureId;
        MeasurePosition = measurePosition;
        Year = number.Year;
        Number = number.ToString();
        Title = title;
        Content = content;
        Criteria = criteria;
        LeadUnitId = leadUnitId;
        StartOn = startOn;
        FirstDueOn = dueOn;
        CurrentDueOn = dueOn;
        RuleSetNumber = ruleSetNumber;
        IssuedAt = issuedAt;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid PlanId { get; private set; }

    public Guid MeasureId { get; private set; }

    /// <summary>The measure's order in its plan, kept here so that lists group without a join.</summary>
    public int MeasurePosition { get; private set; }

    public int Year { get; private set; }

    /// <summary>A <see cref="LedgerNumber"/> as written; unique in the jurisdiction.</summary>
    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Content { get; private set; } = "";

    /// <summary>Acceptance criteria (验收标准), fixed at issue.</summary>
    public string Criteria { get; private set; } = "";

    /// <summary>How often its text was replaced by decision.</summary>
    public int AmendedTimes { get; private set; }

    public Guid LeadUnitId { get; private set; }

    public TaskState State { get; private set; }

    public DateOnly StartOn { get; private set; }

    public DateOnly FirstDueOn { get; private set; }

    public DateOnly CurrentDueOn { get; private set; }

    public int ExtensionCount { get; private set; }

    public int ReturnCount { get; private set; }

    public int RuleSetNumber { get; private set; }

    public DateTime IssuedAt { get; private set; }

    public RiskClass Risk { get; private set; }

    public TaskClass Class { get; private set; }

    /// <summary>The day on which the completion request came to the office; null unless under review.</summary>
    public DateOnly? ReviewSince { get; private set; }

    /// <summary>The day it was written off or withdrawn; null while open. Lists of open work filter by it.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>First day on which its clock stands still (中止), included; null while it runs.</summary>
    public DateOnly? HeldSince { get; private set; }

    /// <summary>When it was held before, up to each resumption.</summary>
    public HeldDays Held { get; private set; } = HeldDays.None;

    /// <summary>Working days it was held after its present due day: no lateness counts them.</summary>
    public int HeldLateDays { get; private set; }

    /// <summary>Withdrawn because other tasks go on for it: its measure counts as issued.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>The lead unit's light as of the last sweep or act; screens judge anew, lists filter by this.</summary>
    public Light Light { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<TaskUnit> Units => units;

    public IReadOnlyList<TaskTarget> Targets => targets;

    public IReadOnlyList<RequiredEvidence> Required => required;

    public bool IsOpen => ClosedOn is null;

    /// <summary>Number of the text that holds: 1 as issued.</summary>
    public int ContentNumber => AmendedTimes + 1;

    public TaskText Text => new(Title, Content, Criteria);

    /// <summary>The part of the unit that leads now; a unit that gave the lead up has another role.</summary>
    public TaskUnit Lead => units.Single(u => u.Role == UnitRole.Lead);

    public void Add(TaskUnit unit) => units.Add(unit);

    public void Add(TaskTarget target) => targets.Add(target);

    public void Add(RequiredEvidence kind) => required.Add(kind);

    /// <summary>Refuses any act on a task that is written off or withdrawn (task-closed).</summary>
    public void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new RuleBroken("task-closed", State == TaskState.WrittenOff
                ? "该任务已销账，不再接收报告和申请。确需补充的，请联系领导小组办公室。"
                : "该任务已撤回，不再接收报告和申请。请以新下达的任务为准。");
        }
    }

    /// <summary>The lead unit signed: work begins.</summary>
    public void Begin()
    {
        MustBeOpen();
        if (State == TaskState.Issued)
        {
            State = TaskState.UnderWay;
        }
    }

    /// <summary>Refuses what has no place while the clock stands still (task-held).</summary>
    public void MustNotBeHeld()
    {
        if (HeldSince is { } since)
        {
            throw new RuleBroken("task-held", "该任务自 {0} 起中止，恢复之前不办理此项。请等待恢复，或联系领导小组办公室。", since);
        }
    }

    /// <summary>Refuses unless work is under way (task-not-under-way) and while it is held (task-held).</summary>
    public void MustBeUnderWay()
    {
        MustBeOpen();
        MustNotBeHeld();
        switch (State)
        {
            case TaskState.UnderWay or TaskState.Returned:
                return;
            case TaskState.Issued:
                throw new RuleBroken("task-not-signed", "牵头单位尚未签收，请先签收任务。");
            case TaskState.UnderReview:
                throw new RuleBroken("task-under-review", "办结申请正在审核，审核结束前不能办理。请等待领导小组办公室答复。");
            case TaskState.WrittenOff or TaskState.Withdrawn:
                MustBeOpen();
                return;
        }
    }

    public void EnterReview(DateOnly today)
    {
        MustBeUnderWay();
        State = TaskState.UnderReview;
        ReviewSince = today;
    }

    public void Rate(RiskClass risk) => Risk = risk;

    public void Classify(TaskClass taskClass) => Class = taskClass;

    /// <summary>The office sends the completion back; the clock runs to the new day. Refuses a day before today (due-in-past).</summary>
    public void Return(DateOnly newDueOn, DateOnly today)
    {
        MustBeUnderReview();
        MoveDue(newDueOn, today);
        State = TaskState.Returned;
        ReviewSince = null;
        ReturnCount++;
    }

    /// <summary>Moves the current due day by decision; the first stays. Refuses a day before today (due-in-past), and while held (task-held).</summary>
    public void Extend(DateOnly newDueOn, DateOnly today)
    {
        MustBeOpen();
        MustNotBeHeld();
        MoveDue(newDueOn, today);
        ExtensionCount++;
    }

    /// <summary>Takes an extension back that was granted by mistake. Refuses as <see cref="Extend"/>.</summary>
    public void UndoExtension(DateOnly dueOn, DateOnly today)
    {
        MustBeOpen();
        MustNotBeHeld();
        MoveDue(dueOn, today);
        ExtensionCount--;
    }

    public void WriteOff(DateOnly today)
    {
        MustBeUnderReview();
        State = TaskState.WrittenOff;
        ReviewSince = null;
        ClosedOn = today;
        units.ForEach(u => u.Finish(today));
    }

    /// <summary>
    /// Puts it back on the ledger after a look-back, under its number; units that had not signed sign by <paramref name="signDueOn"/>. Refuses a task that is
    /// not written off (not-written-off) and a day before today (due-in-past).
    /// </summary>
    public void Reopen(DateOnly newDueOn, DateOnly today, DateOnly signDueOn)
    {
        if (State != TaskState.WrittenOff)
        {
            throw new RuleBroken("not-written-off", "该任务不在已销账状态，不能重新列入台账。请刷新后查看。");
        }

        MoveDue(newDueOn, today);
        State = TaskState.Returned;
        ClosedOn = null;
        units.ForEach(u => u.Reopen(signDueOn));
    }

    /// <summary>Books the lead unit's light so that lists can filter by it.</summary>
    public void BookLight(Light light) => Light = light;

    private void MustBeUnderReview()
    {
        MustBeOpen();
        if (State != TaskState.UnderReview)
        {
            throw new RuleBroken("not-under-review", "该任务没有待审核的办结申请，可能已由他人审核。请刷新后查看。");
        }
    }

    internal void MoveDue(DateOnly newDueOn, DateOnly today)
    {
        if (newDueOn < today)
        {
            throw new RuleBroken("due-in-past", "新期限 {0} 早于今天，请填写今天或以后的日期。", newDueOn) { Field = "NewDueOn" };
        }

        units.ForEach(u => u.FollowDue(CurrentDueOn, newDueOn));

        HeldLateDays = newDueOn == CurrentDueOn ? HeldLateDays : 0;
        CurrentDueOn = newDueOn;
    }
}
