namespace Equalization.Workflow.Core.AnnualTasks.Changes;

/// <summary>The parts of a task that came to cooperate by a decision, and those that were released by it.</summary>
public sealed record ChangedParts(IReadOnlyList<TaskUnit> Came, IReadOnlyList<TaskUnit> Went);

/// <summary>Changes of a task's day and of who cooperates. All refuse a task that is closed (task-closed), held (task-held) or under review (task-under-review).</summary>
public static class TaskChanges
{
    /// <summary>Sets another due day, also an earlier one. Refuses the day that holds (due-same) and one before today (due-in-past).</summary>
    public static void SetDue(this AnnualTask task, DateOnly dueOn, DateOnly today)
    {
        MustAllow(task);
        if (dueOn == task.CurrentDueOn)
        {
            throw new RuleBroken("due-same", "该任务的期限已经是 {0}，不需要调整。", dueOn);
        }

        task.MoveDue(dueOn, today);
    }

    /// <summary>
    /// Units come to cooperate and sign by <paramref name="signDueOn"/>; others are released and keep their rows. Refuses a coming unit that takes part or led before (part-stands)
    /// and a leaving one that does not cooperate (part-missing).
    /// </summary>
    public static ChangedParts ChangeCooperating(this AnnualTask task, IReadOnlyCollection<Guid> come, IReadOnlyCollection<Guid> go, DateOnly signDueOn)
    {
        MustAllow(task);
        if (task.Units.Any(u => come.Contains(u.UnitId) && (u.TakesPart || u.Role != UnitRole.Cooperating)))
        {
            throw new RuleBroken("part-stands", "要增加的单位中有的已参与本任务，或曾牵头本任务，不能增为配合单位。请在任务上按新的分工重新下达。");
        }

        var went = task.Units.Where(u => go.Contains(u.UnitId) && u is { Role: UnitRole.Cooperating, TakesPart: true }).ToList();
        if (went.Count != go.Count)
        {
            throw new RuleBroken("part-missing", "要退出的单位中有的已不是本任务的配合单位。请刷新后查看。");
        }

        went.ForEach(u => u.Leave());
        return new ChangedParts([.. come.Select(id => Take(task, id, signDueOn))], went);
    }

    /// <summary>What a cooperating unit has to do, where the plan says no more than that it cooperates.</summary>
    public static string DutyOf(string title) => $"配合牵头单位完成“{title}”";

    private static void MustAllow(AnnualTask task)
    {
        task.MustBeOpen();
        task.MustNotBeHeld();
        task.MustNotBeUnderReview();
    }

    private static TaskUnit Take(AnnualTask task, Guid unitId, DateOnly signDueOn)
    {
        if (task.Units.SingleOrDefault(u => u.UnitId == unitId) is { } before)
        {
            before.ComeBack(task, signDueOn);
            return before;
        }

        var part = new TaskUnit(task, unitId, UnitRole.Cooperating, DutyOf(task.Title), signDueOn);
        task.Add(part);
        return part;
    }
}
