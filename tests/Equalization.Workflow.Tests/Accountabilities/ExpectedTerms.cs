namespace Equalization.Workflow.Tests.Accountabilities;

/// <summary>
/// A right or duty of ESCALATION.md §7 by the default settings; written from the rules before the code, and held against it. Days are calendar days, the day a
/// term begins at is not counted.
/// </summary>
/// <param name="From">What the term runs from.</param>
/// <param name="Holder">Whose it is.</param>
/// <param name="Confirmed">Whether a source tells the term.</param>
public sealed record ExpectedTerm(string Term, string From, int Days, string Holder, bool Confirmed);

/// <summary>One case of ESCALATION.md §7 and §11 that an accountability case must meet, with the outcome in the rules' words.</summary>
public sealed record ExpectedCase(string Case, string Outcome);

/// <summary>The table, and the cases.</summary>
public static class ExpectedTerms
{
    public static readonly IReadOnlyList<ExpectedTerm> Terms =
    [
        new("Inquiry", "end of the supervision", 60, "Office", true),
        new("Statement", "receipt of the notice", 10, "Unit", false),
        new("Review", "receipt of the decision", 30, "Unit", true),
        new("ReviewAnswer", "the request for review", 30, "Office", true),
        new("AppealAfterReview", "receipt of the review decision", 15, "Unit", true),
        new("Appeal", "receipt of the decision, without review", 15, "Unit", true),
        new("AppealAnswer", "the appeal", 60, "Upper", true),
        new("Correction", "the appeal decision", 15, "Office", true),
    ];

    public const int RepeatWindow = 365;

    public static readonly IReadOnlyList<ExpectedCase> Cases =
    [
        new("复核 asked on day 30 / 31 after receipt", "accepted / late, recorded as late"),
        new("申诉 on day 15 / 16 after receipt of the decision, without review", "accepted / late, recorded as late"),
        new("申诉 on day 15 / 16 after receipt of the review decision", "accepted / late, recorded as late"),
        new("second 问责 at day 365 / day 366 after the first", "heavier / not"),
        new("statement after its term", "kept and marked late"),
        new("no statement", "recorded when the term ends, the course goes on"),
        new("paper not signed for", "its term has not begun"),
        new("office silent on a review", "its own delay; the unit may appeal"),
        new("appeal decision changes the decision", "the first office corrects within 15 days; later is its own delay"),
        new("task settled before the notice", "case closed with that reason"),
        new("task settled after the notice", "case goes on, papers say so"),
        new("anybody off the list", "finds no case"),
    ];
}
