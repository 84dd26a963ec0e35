using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Snapshots;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>Open: the unit's term runs. Confirmed. Objected. Told: the term passed in silence, which the rule takes as told.</summary>
public enum CheckState
{
    Open,
    Confirmed,
    Objected,
    Told,
}

/// <summary>What the office made of an objection. Corrected: the line stands with a correction beside it. Struck: it is taken off. Kept: it stands.</summary>
public enum ObjectionAnswer
{
    Corrected,
    Struck,
    Kept,
}

/// <summary>
/// One matter on a bulletin: a unit's part in a task, with the figures of the snapshot's row it was read from (page and row count from 1). Nothing of
/// that can be typed; what is wrong is corrected beside it or struck, with the objection kept.
/// </summary>
public sealed class BulletinLine
{
    public const int LongestObjection = 1000;

    private BulletinLine()
    {
    }

    internal BulletinLine(Bulletin bulletin, int position, SnapshotLine row, Guid taskId, Guid leadUnitId, string title)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = bulletin.JurisdictionId;
        BulletinId = bulletin.Id;
        TaskId = taskId;
        Position = position;
        TaskNumber = row.Task;
        TaskTitle = title;
        LeadUnitId = leadUnitId;
        UnitId = row.UnitId;
        Role = row.Role;
        Light = row.Light;
        DueOn = row.DueOn;
        FirstDueOn = row.FirstDueOn ?? row.DueOn;
        DoneOn = row.ClosedOn;
        LateDays = row.Late;
        ChargedDays = row.ChargedDays;
        Reported = row.Done;
        Expected = row.Expected;
        SnapshotPage = row.Page;
        SnapshotRow = row.Row;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid BulletinId { get; private set; }

    /// <summary>Null in lines from before it was kept.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>The step of the ladder that was signed to have the matter named; null for a line that the snapshot alone gives.</summary>
    public Guid? StepId { get; private set; }

    /// <summary>From 1, as on the paper.</summary>
    public int Position { get; private set; }

    public string TaskNumber { get; private set; } = "";

    public string TaskTitle { get; private set; } = "";

    public Guid LeadUnitId { get; private set; }

    /// <summary>The unit the line is about, which answers it.</summary>
    public Guid UnitId { get; private set; }

    public UnitRole Role { get; private set; }

    public Light Light { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateOnly FirstDueOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    /// <summary>Working days past the due day, as sealed; 0 for one that is red for its progress alone.</summary>
    public int LateDays { get; private set; }

    /// <summary>Of these, those on which the unit itself held the task; null where the day was sealed before that was told.</summary>
    public int? ChargedDays { get; private set; }

    /// <summary>Percent reported, null when nothing was.</summary>
    public decimal? Reported { get; private set; }

    public decimal Expected { get; private set; }

    public int SnapshotPage { get; private set; }

    public int SnapshotRow { get; private set; }

    public CheckState Check { get; private set; }

    public string? Objection { get; private set; }

    /// <summary>Who confirmed or objected; for the office's file, never on the paper.</summary>
    public string? CheckedBy { get; private set; }

    public DateTime? CheckedAt { get; private set; }

    public ObjectionAnswer? Answer { get; private set; }

    /// <summary>The office's words: the correction as it stands on the paper, or why it is struck or kept.</summary>
    public string? AnswerText { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Why it was taken off before the bulletin was signed: the office's reason, or how the matter ended.</summary>
    public string? DroppedBecause { get; private set; }

    public string? DroppedBy { get; private set; }

    public DateTime? DroppedAt { get; private set; }

    /// <summary>It is on the paper: neither dropped nor struck after an objection.</summary>
    public bool Stands => DroppedAt is null && Answer != ObjectionAnswer.Struck;

    public int Version { get; private set; }

    /// <summary>A unit may come back to a line until the check is over, and the last word counts.</summary>
    public void Confirm(string by, DateTime now)
    {
        (Check, Objection, CheckedBy, CheckedAt) = (CheckState.Confirmed, null, by, now);
    }

    /// <summary>Refuses without a reason (objection-text).</summary>
    public void Object(string? objection, string by, DateTime now)
    {
        Objection = objection.Needed(
            LongestObjection, "异议", new RuleBroken("objection-text", "请写明与事实不符之处和正确的情况。") { Field = nameof(Objection) });
        (Check, CheckedBy, CheckedAt) = (CheckState.Objected, by, now);
    }

    /// <summary>Refuses a line that nobody objected to (no-objection) and an answer without words (answer-text).</summary>
    public void AnswerObjection(ObjectionAnswer answer, string? text, DateTime now)
    {
        if (Check != CheckState.Objected)
        {
            throw new RuleBroken("no-objection", "这一条没有异议，不需要答复。请刷新后查看。");
        }

        AnswerText = text.Needed(LongestObjection, "答复", new RuleBroken("answer-text", "请写明更正的内容，或者删去、维持的理由。") { Field = "AnswerText" });
        (Answer, AnsweredAt) = (answer, now);
    }

    /// <summary>The office takes it off while it writes. Refuses a second time (line-dropped) and without a reason (drop-reason).</summary>
    public void Drop(string? reason, string by, DateTime now)
    {
        if (DroppedAt is not null)
        {
            throw new RuleBroken("line-dropped", "这一条已经移出，不需要再次办理。请刷新后查看。");
        }

        DroppedBecause = reason.Needed(LongestObjection, "移出理由", new RuleBroken("drop-reason", "请写明移出这一条的理由。") { Field = "Reason" });
        (DroppedBy, DroppedAt) = (by, now);
    }

    internal void ListBy(Guid stepId) => StepId = stepId;

    /// <summary>The matter has ended, so nothing is left to name.</summary>
    internal void Settle(string because, DateTime now) => (DroppedBecause, DroppedBy, DroppedAt) = (because, "系统", now);

    internal void CountAsTold() => Check = Check == CheckState.Open && Stands ? CheckState.Told : Check;
}
