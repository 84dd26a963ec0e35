using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Handovers;

/// <summary>Where a handover stands. Refused: the successor has said no and the office decides. Dropped: the office has let it be.</summary>
public enum HandoverState
{
    Open,
    Refused,
    Done,
    Dropped,
}

/// <summary>
/// That a post changes hands (岗位交接): what is open in it goes from one person to the next by a list that both confirm. A refusal goes to the office, which
/// decides. What was done before keeps the old name.
/// </summary>
public sealed class Handover
{
    public const int LongestReason = 500;

    private readonly List<HandoverItem> items = [];

    private Handover()
    {
    }

    public Handover(Membership from, string fromName, Membership to, string toName, string openedBy, DateTime openedAt)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = from.JurisdictionId;
        UnitId = from.UnitId;
        FromPostId = from.Id;
        FromPersonId = from.PersonId;
        FromName = fromName;
        ToPostId = to.Id;
        ToPersonId = to.PersonId;
        ToName = toName;
        OpenedBy = openedBy;
        OpenedAt = openedAt;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid UnitId { get; private set; }

    public Guid FromPostId { get; private set; }

    public Guid FromPersonId { get; private set; }

    public string FromName { get; private set; } = "";

    public Guid ToPostId { get; private set; }

    public Guid ToPersonId { get; private set; }

    public string ToName { get; private set; } = "";

    public HandoverState State { get; private set; }

    public string OpenedBy { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    public string? GivenBy { get; private set; }

    public DateTime? GivenAt { get; private set; }

    public string? TakenBy { get; private set; }

    public DateTime? TakenAt { get; private set; }

    /// <summary>Why the successor does not take it.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What the office decided on a refusal, and who.</summary>
    public string? Decision { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<HandoverItem> Items => items;

    public void List(IEnumerable<HandoverItem> open) => items.AddRange(open);

    /// <summary>Refuses a second time and once it is decided (handover-over).</summary>
    public void Give(string by, DateTime at)
    {
        MustBe(HandoverState.Open, GivenAt is null);
        GivenBy = by;
        GivenAt = at;
        FinishWhenBoth(at);
    }

    /// <summary>As <see cref="Give"/>.</summary>
    public void Take(string by, DateTime at)
    {
        MustBe(HandoverState.Open, TakenAt is null);
        TakenBy = by;
        TakenAt = at;
        FinishWhenBoth(at);
    }

    /// <summary>Refuses without a reason (handover-reason) and after having taken it (handover-over).</summary>
    public void Refuse(string? reason)
    {
        MustBe(HandoverState.Open, TakenAt is null);
        Refusal = Needed(reason, "Reason");
        State = HandoverState.Refused;
    }

    /// <summary>The office's word on a refusal: it goes over all the same, or stays where it is.</summary>
    public void Decide(bool goesOver, string? decision, string by, DateTime at)
    {
        MustBe(HandoverState.Refused, true);
        Decision = Needed(decision, "Reason");
        DecidedBy = by;
        DoneAt = at;
        State = goesOver ? HandoverState.Done : HandoverState.Dropped;
    }

    private static string Needed(string? text, string field) =>
        text.Needed(LongestReason, "理由", new RuleBroken("handover-reason", "请写明理由，对方和领导小组办公室都会看到。") { Field = field });

    private void FinishWhenBoth(DateTime at)
    {
        if (GivenAt is not null && TakenAt is not null)
        {
            State = HandoverState.Done;
            DoneAt = at;
        }
    }

    private void MustBe(HandoverState state, bool isFree)
    {
        if (State != state || !isFree)
        {
            throw new RuleBroken("handover-over", "这份交接清单已有结果，或者您已确认过。请刷新页面查看。");
        }
    }
}

/// <summary>What an open item is. The unit's own matters (all but Task) follow the post by themselves; the list hands their state over.</summary>
public enum HandoverItemKind
{
    Task,
    Report,
    Extension,
    Completion,
    Help,
    Supervision,
}

/// <summary>One open item as it stood when the list was made.</summary>
public sealed class HandoverItem
{
    public const int LongestTitle = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid HandoverId { get; init; }

    public HandoverItemKind Kind { get; init; }

    public Guid TaskId { get; init; }

    /// <summary>The task unit, report, request, help request or paper.</summary>
    public Guid SubjectId { get; init; }

    public string Title { get; init; } = "";

    public DateOnly? DueOn { get; init; }

    public int Position { get; init; }
}
