using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Core.Indicators.Rebalancings;

/// <summary>Asked: waits for the job. Running: being searched. Done: has its answer. Refused: ended without one, with the reason.</summary>
public enum RebalancingState
{
    Asked,
    Running,
    Done,
    Refused,
}

/// <summary>
/// A search for the least transfers of teachers, or the least additions of things, that bring a county under its limit: what was set, how far it is, what came of it. It changes
/// no school; what follows from it is a task, which the audit has.
/// </summary>
[NotAudited]
public sealed class Rebalancing
{
    /// <summary>A search that its process did not survive so often is not begun again.</summary>
    public const int MostTries = 3;

    /// <summary>More lines than any plan of a county has; all of a plan are read at once where they are laid in or taken away.</summary>
    public const int MostMoves = 20_000;

    private Rebalancing()
    {
    }

    public Rebalancing(Guid jurisdictionId, Guid personId, string askedBy, DateTime askedAt, RebalancingTopic topic, RebalancingTerms terms)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        PersonId = personId;
        AskedBy = askedBy;
        AskedAt = askedAt;
        (Year, County, Level, Indicator) = topic;
        PackedTerms = terms.Pack();
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid PersonId { get; private set; }

    public string AskedBy { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    public int Year { get; private set; }

    public string County { get; private set; } = "";

    public Level Level { get; private set; }

    public int Indicator { get; private set; }

    /// <summary>The <see cref="RebalancingTerms"/> as text.</summary>
    public string PackedTerms { get; private set; } = "";

    public RebalancingState State { get; private set; }

    public int Tries { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    /// <summary>The least number, known while the search for more schools over their line goes on.</summary>
    public int? Reached { get; private set; }

    /// <summary>SHA-256 of the numbers it was reckoned from; other numbers, another mark.</summary>
    public string? Mark { get; private set; }

    /// <summary>The <see cref="RebalancingAnswer"/> as text.</summary>
    public string? PackedAnswer { get; private set; }

    public string? Refusal { get; private set; }

    public string RefusalArguments { get; private set; } = "[]";

    public int Version { get; private set; }

    public RebalancingTopic Topic => new(Year, County, Level, Indicator);

    public RebalancingTerms Terms => RebalancingTerms.Unpack(PackedTerms);

    public RebalancingAnswer? Answer => PackedAnswer is null ? null : RebalancingAnswer.Unpack(PackedAnswer);

    public bool IsEnded => State is RebalancingState.Done or RebalancingState.Refused;

    public void Begin(DateTime now)
    {
        State = RebalancingState.Running;
        StartedAt = now;
        Tries++;
    }

    public void Reach(int least) => Reached = least;

    public void End(RebalancingAnswer answer, string mark, DateTime now)
    {
        State = RebalancingState.Done;
        PackedAnswer = answer.Pack();
        Mark = mark;
        FinishedAt = now;
    }

    public void Refuse(RuleBroken reason, DateTime now)
    {
        State = RebalancingState.Refused;
        Refusal = reason.Format;
        RefusalArguments = TextArguments.Pack([.. reason.Arguments]);
        FinishedAt = now;
    }
}

/// <summary>
/// One line of a plan: teachers who go from one school to another, or what a school receives anew. Amount is as the data counts it: teachers, ㎡, 元, rooms.
/// </summary>
[NotAudited]
public sealed class RebalancingMove
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid RebalancingId { get; init; }

    public int Position { get; init; }

    /// <summary>Null for an addition.</summary>
    public Guid? FromId { get; init; }

    public Guid ToId { get; init; }

    public decimal Amount { get; init; }

    /// <summary>The annual task it was turned into; null while it was not.</summary>
    public Guid? TaskId { get; set; }
}
