namespace Equalization.Workflow.Tests.Escalations;

/// <summary>
/// What ESCALATION.md §1, §3, §6 and §7 ask of a rung by the default settings; written from the rules before the code, and held against it.
/// Signer: who lets it leave. Days are working days.
/// </summary>
/// <param name="AfterSilence">Working days from the end of the rung before, when nobody answered, until this one is proposed.</param>
/// <param name="AfterAnswer">The same where the rung before was answered and the task is still open.</param>
/// <param name="Term">Working days the unit has to answer; 0 where the rung asks for no answer of its own.</param>
/// <param name="Prefix">How its paper's number begins; null where it has no paper of its own.</param>
/// <param name="Settles">What ends it.</param>
public sealed record ExpectedRung(
    string Rung, string Trigger, string? Document, string? Prefix, string Signer, int AfterSilence, int AfterAnswer, int Term, string Settles);

/// <summary>One case of ESCALATION.md §11 that the ladder must meet, with the outcome in the rules' words.</summary>
public sealed record ExpectedCase(string Case, string Outcome);

/// <summary>The table: rungs 1 to 6 with the default settings for a general task, and the cases.</summary>
public static class ExpectedLadder
{
    public static readonly IReadOnlyList<ExpectedRung> Rungs =
    [
        new("Urge", "due and not done", "催办通知", null, "Program", 1, 1, 5, "done or new date"),
        new("Supervision", "rung 1 unanswered or not done in its term", "督办通知单", "督〔", "Office", 1, 1, 10, "done or new date"),
        new("Letter", "rung 2 not done in its term", "督办函", "督函〔", "Leader", 1, 10, 10, "done or new date"),
        new("Bulletin", "still open after rung 3", null, null, "Office", 1, 10, 0, "done or new date"),
        new("Interview", "named and still open", "约谈通知书", "约〔", "Leader", 10, 10, 0, "done or new date"),
        new("Accountability", "after 约谈 not rectified", null, null, "Leader", 20, 20, 0, "done or new date"),
    ];

    public static readonly IReadOnlyList<ExpectedCase> Cases =
    [
        new("due today, 23:59 in China", "not overdue, no ladder"),
        new("item finished while a 督办单 is open", "ladder ends, paper stays and is marked settled, no further notice"),
        new("new date granted while a proposal lies open", "proposal ends, signing it is refused"),
        new("signed twice", "second signature refused"),
        new("poor answer", "sent back with a reason and a new term, reject count raised"),
        new("exempted", "ladder stops, decision kept with who, when and why, papers stay"),
        new("signing without the right password", "refused, nothing leaves, the try is counted"),
        new("started higher", "lower rungs not fired, reason kept"),
        new("the same rung for the same day", "refused"),
        new("a later day passed", "a new ladder from its first rung"),
    ];
}
