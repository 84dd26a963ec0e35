namespace Equalization.Workflow.Core.Accreditations.Problems;

/// <summary>Open: to be put right. Rectified: reported, waits for the re-check. Closed: re-checked and written off.</summary>
public enum ProblemState
{
    Open,
    Rectified,
    Closed,
}

/// <summary>
/// A problem found at a stage (问题台账): one unit puts it right by a day (included), the office re-checks and closes it. A rectification that does not hold goes back with
/// words and a new day; what was reported is kept.
/// </summary>
public sealed class AccreditationProblem
{
    public const int LongestText = 500;
    public const int LongestWords = 1000;
    public const int LongestSchool = 100;

    private readonly List<ProblemTurn> turns = [];

    private AccreditationProblem()
    {
    }

    /// <summary>Refuses an empty text (problem-text) and a term before the day it was found (problem-day).</summary>
    internal AccreditationProblem(Accreditation accreditation, int number, AccreditationStage stage, ProblemInput input, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = accreditation.JurisdictionId;
        AccreditationId = accreditation.Id;
        (Number, Stage, FoundBy, FoundAt) = (number, stage, by, now);
        Text = input.Text.Needed(LongestText, "问题", new RuleBroken("problem-text", "请写明发现的问题。") { Field = nameof(Text) });
        School = input.School.Within(LongestSchool, "学校", nameof(School));
        DueOn = Day(input.DueOn, now);
        (UnitId, TaskId) = (input.UnitId, input.TaskId);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid AccreditationId { get; private set; }

    /// <summary>Running within the round.</summary>
    public int Number { get; private set; }

    public AccreditationStage Stage { get; private set; }

    public string Text { get; private set; } = "";

    public string? School { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>The annual task by which it is put right; null where there is none.</summary>
    public Guid? TaskId { get; private set; }

    public DateOnly DueOn { get; private set; }

    public ProblemState State { get; private set; }

    public string FoundBy { get; private set; } = "";

    public DateTime FoundAt { get; private set; }

    public string? Rectification { get; private set; }

    public string? RectifiedBy { get; private set; }

    public DateTime? RectifiedAt { get; private set; }

    /// <summary>What the re-check found.</summary>
    public string? Recheck { get; private set; }

    public string? RecheckedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>The term of which the unit and the office were told that it has passed.</summary>
    public DateOnly? LateFor { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ProblemTurn> Turns => turns;

    /// <summary>Refuses what is not open (problem-not-open) and no words (problem-words).</summary>
    internal void Rectify(string? words, string by, DateTime now)
    {
        if (State != ProblemState.Open)
        {
            throw new RuleBroken("problem-not-open", "这个问题不在待整改状态，可能已由他人报告。请刷新后查看。");
        }

        Rectification = words.Needed(LongestWords, "整改情况", new RuleBroken("problem-words", "请写明整改情况：做了什么、结果如何。") { Field = "Words" });
        (State, RectifiedBy, RectifiedAt) = (ProblemState.Rectified, by, now);
    }

    /// <summary>The re-check bears it out. Refuses what is not rectified (problem-not-rectified) and no words (problem-words).</summary>
    internal void Close(string? words, string by, DateTime now)
    {
        var found = Rechecked(words);
        (Recheck, RecheckedBy, State, ClosedAt) = (found, by, ProblemState.Closed, now);
    }

    /// <summary>The re-check does not bear it out: a new term. Refuses as <see cref="Close"/>, and a day before today (problem-day).</summary>
    internal void Reopen(string? words, DateOnly? dueOn, string by, DateTime now)
    {
        var found = Rechecked(words);
        var day = Day(dueOn, now);
        turns.Add(new ProblemTurn(this, found, by, now));
        (State, DueOn, Rectification, RectifiedBy, RectifiedAt) = (ProblemState.Open, day, null, null, null);
    }

    internal void Tie(Guid? taskId) => TaskId = taskId;

    internal void TellLate() => LateFor = DueOn;

    private static DateOnly Day(DateOnly? day, DateTime now) => day is { } on && on >= ChinaTime.DayOf(now)
        ? on
        : throw new RuleBroken("problem-day", "整改期限应填今天或以后的日期，请改填。") { Field = nameof(DueOn) };

    private string Rechecked(string? words)
    {
        if (State != ProblemState.Rectified)
        {
            throw new RuleBroken("problem-not-rectified", "这个问题没有待复查的整改，可能已经复查。请刷新后查看。");
        }

        return words.Needed(LongestWords, "复查情况", new RuleBroken("problem-words", "请写明复查情况。") { Field = "Words" });
    }
}

/// <summary>A rectification that did not hold, and what the re-check said. Kept for good.</summary>
public sealed class ProblemTurn
{
    private ProblemTurn()
    {
    }

    internal ProblemTurn(AccreditationProblem problem, string recheck, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = problem.JurisdictionId;
        ProblemId = problem.Id;
        Rectification = problem.Rectification ?? "";
        RectifiedBy = problem.RectifiedBy ?? "";
        RectifiedAt = problem.RectifiedAt ?? now;
        (Recheck, RecheckedBy, At) = (recheck, by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid ProblemId { get; private set; }

    public string Rectification { get; private set; } = "";

    public string RectifiedBy { get; private set; } = "";

    public DateTime RectifiedAt { get; private set; }

    public string Recheck { get; private set; } = "";

    public string RecheckedBy { get; private set; } = "";

    public DateTime At { get; private set; }
}

/// <summary>A problem as the office enters it. TaskId: an annual task of the responsible unit.</summary>
public sealed record ProblemInput(string? Text, string? School, Guid UnitId, DateOnly? DueOn, Guid? TaskId);
