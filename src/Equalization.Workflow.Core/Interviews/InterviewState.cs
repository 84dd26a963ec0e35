namespace Equalization.Workflow.Core.Interviews;

/// <summary>
/// Draft: the office writes. ToSign: with the leader. Noticed: the notice is served. Held: the minutes are to be written and signed. Minuted: the unit
/// confirms them or objects. FollowUp: report, plan and promises run. Closed, NoShow, Cancelled, Settled (the task ended first): the end.
/// </summary>
public enum InterviewState
{
    Draft,
    ToSign,
    Noticed,
    Held,
    Minuted,
    FollowUp,
    Closed,
    NoShow,
    Cancelled,
    Settled,
}

/// <summary>What the unit said of the minutes. Told: it was silent until the term ended.</summary>
public enum MinutesCheck
{
    Open,
    Confirmed,
    Objected,
    Told,
}
