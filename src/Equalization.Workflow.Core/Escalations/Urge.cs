using Equalization.Workflow.Core.AnnualTasks;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>
/// An urge (催办) of one unit's part in a task, by the office or by the ladder itself, with the unit's answer beside it. At most one a part and day.
/// </summary>
public sealed class Urge
{
    public const int LongestText = 500;

    private Urge()
    {
    }

    /// <summary>Refuses an empty text (urge-text) and a part that is not the unit's to move (urge-not-theirs).</summary>
    public Urge(AnnualTask task, TaskUnit part, string? text, bool isAutomatic, Guid? byId, string by, DateTime now)
    {
        task.MustBeOpen();
        if (part.State is TaskUnitState.Declined or TaskUnitState.Released || (part.Role == UnitRole.Lead && task.State == TaskState.UnderReview))
        {
            throw new RuleBroken("urge-not-theirs", "该单位此时没有待办的事项，不需要催办。请先办结由领导小组办公室办理的裁定或审核。");
        }

        Text = TextOf(text);
        Id = Guid.CreateVersion7();
        JurisdictionId = task.JurisdictionId;
        TaskId = task.Id;
        TaskUnitId = part.Id;
        UnitId = part.UnitId;
        IsAutomatic = isAutomatic;
        ById = byId;
        By = by;
        At = now;
        On = ChinaTime.DayOf(now);
    }

    /// <summary>The words of an urge. Refuses none (urge-text) and too many (text-too-long).</summary>
    public static string TextOf(string? text) =>
        text.Needed(LongestText, "催办内容", new RuleBroken("urge-text", "请写明催办的事项和希望何时答复。") { Field = "Text" });

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid TaskUnitId { get; private set; }

    public Guid UnitId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Sent by the escalation ladder, not by a person.</summary>
    public bool IsAutomatic { get; private set; }

    public Guid? ById { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }

    public DateOnly On { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public string? AnsweredBy { get; private set; }

    public string? Answer { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refuses an empty answer (urge-answer) and a second one (urge-answered).</summary>
    public void GiveAnswer(string? answer, string by, DateTime now)
    {
        if (AnsweredAt is not null)
        {
            throw new RuleBroken("urge-answered", "这次催办已经答复，可能已由本单位他人办理。请刷新后查看。");
        }

        Answer = answer.Needed(1000, "答复", new RuleBroken("urge-answer", "请填写答复，说明进展和下一步安排。") { Field = "Answer" });
        AnsweredBy = by;
        AnsweredAt = now;
    }
}
