namespace Equalization.Workflow.Core.Clocks;

/// <summary>Who a working day is booked to. Unit: a unit that was asked to coordinate; Nobody: the task was off the ledger, or held (中止).</summary>
public enum HolderKind
{
    Lead,
    Cooperating,
    Office,
    Unit,
    Nobody,
}

/// <summary>One holder; the office and nobody have no unit.</summary>
public readonly record struct Holder(HolderKind Kind, Guid? UnitId)
{
    public static readonly Holder Office = new(HolderKind.Office, null);

    public static readonly Holder Nobody = new(HolderKind.Nobody, null);
}

/// <summary>Why the item lay with its holder; the names of the cases are the rules of <see cref="ClockLedger"/>.</summary>
public enum HeldBecause
{
    /// <summary>Issued, the lead unit has not signed.</summary>
    ToSign,
    Working,

    /// <summary>A unit's decline waits for the office's decision.</summary>
    DeclineAsked,
    ExtensionAsked,
    CompletionAsked,

    /// <summary>A matter to coordinate waits for its answer.</summary>
    HelpAsked,

    /// <summary>A unit holds that the duty is not its own, until the office has decided.</summary>
    DutyDisputed,

    /// <summary>The lead unit signed; this one let its term to sign pass.</summary>
    PartUnsigned,

    /// <summary>The part's own day, earlier than the task's, has passed.</summary>
    PartOverdue,

    /// <summary>The lead unit has reported its own part complete and waits for this one.</summary>
    PartAwaited,

    /// <summary>Written off, until it was reopened.</summary>
    OffTheLedger,

    /// <summary>The office stopped the clock: another body has to act first.</summary>
    OnHold,
}

/// <summary>
/// Days on which one holder held the item for one reason, first and last included. A day belongs to who held it when the day began, so that the day of
/// an act is the actor's and the next one's term runs from the day after, as all terms in working days do.
/// </summary>
public sealed record HeldSpan(Holder Holder, DateOnly From, DateOnly To, int WorkingDays, HeldBecause Because)
{
    /// <summary>Of the working days, those after the due day that held on that day.</summary>
    public int LateWorkingDays { get; init; }
}
