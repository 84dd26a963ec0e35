using Equalization.Workflow.Core.Reviews;

namespace Equalization.Workflow.Core.LookBacks;

/// <summary>ToCheck: drawn, waits for the office. Sound: really done. Reopened: not done, the task is back on the ledger.</summary>
public enum LookBackState
{
    ToCheck,
    Sound,
    Reopened,
}

/// <summary>A write-off that is looked at again (回头看): drawn by lot, found sound or not, by somebody who did not review it.</summary>
public sealed class LookBack
{
    public const int LongestFinding = 2000;

    private LookBack()
    {
    }

    public LookBack(LookBackDraw draw, WriteOff writeOff, DateOnly dueOn)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = draw.JurisdictionId;
        DrawId = draw.Id;
        TaskId = writeOff.TaskId;
        WriteOffId = writeOff.Id;
        DueOn = dueOn;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid DrawId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid WriteOffId { get; private set; }

    public LookBackState State { get; private set; }

    /// <summary>Last day, included, on which the office looks again in time.</summary>
    public DateOnly DueOn { get; private set; }

    public string? Finding { get; private set; }

    public Guid? CheckedById { get; private set; }

    public string? CheckedBy { get; private set; }

    public DateTime? CheckedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>
    /// Refuses an empty finding (look-back-finding), a second one (look-back-checked), and whoever reviewed the completion (own-look-back).
    /// </summary>
    public void Check(bool isSound, string? finding, Guid reviewerId, Guid byId, string by, DateTime now)
    {
        if (State != LookBackState.ToCheck)
        {
            throw new RuleBroken("look-back-checked", "这一项已经复核，可能已由他人办理。请刷新后查看。");
        }

        if (byId == reviewerId)
        {
            throw new RuleBroken("own-look-back", "您审核过这项办结，不能再复核。请由领导小组办公室的其他人员复核。");
        }

        Finding = finding.Needed(LongestFinding, "复核情况", new RuleBroken("look-back-finding", "请写明复核情况：看了什么、核对了什么、结论是什么。") { Field = nameof(Finding) });
        State = isSound ? LookBackState.Sound : LookBackState.Reopened;
        (CheckedById, CheckedBy, CheckedAt) = (byId, by, now);
    }
}
