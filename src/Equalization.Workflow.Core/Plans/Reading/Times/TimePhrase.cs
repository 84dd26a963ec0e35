using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Times;

/// <summary>The years a plan runs over, for phrases that name no year of their own.</summary>
internal readonly record struct PlanYears(int? From, int? To)
{
    public int? Only => From is not null && From == To ? From : null;

    /// <summary>The first year that the text names a start for (2012年起); where the plan names no period, a bare 5年内 counts from it.</summary>
    public int? Begins { get; init; }

    /// <summary>The year that the plan speaks in: of its date, else the one of its title. 明年 is reckoned from it.</summary>
    public int? Present { get; init; }
}

/// <summary>A stretch of text that names a time.</summary>
/// <param name="Year">The year that targets beside it hold for; null when it has none of its own.</param>
/// <param name="IsBaseline">A year that is past and done (在2021年…的基础上); not a deadline.</param>
internal sealed record TimePhrase(int Start, int End, DeadlineKind Kind, DateOnly? Day, DateOnly? StartOn, int? Year, bool IsBaseline = false)
{
    public string? Milestone { get; init; }

    public string? Inferred { get; init; }

    /// <summary>In what other way the phrase may be meant; null when it is plain.</summary>
    public string? Doubt { get; init; }

    public string? Period { get; init; }

    public ReadingRule Rule => this switch
    {
        { Kind: DeadlineKind.Recurring } => ReadingRules.TimeRecurring,
        { Kind: DeadlineKind.Ongoing } => ReadingRules.TimeOngoing,
        { Kind: DeadlineKind.Start } => ReadingRules.TimeStart,
        { Inferred: not null, StartOn: not null } => ReadingRules.TimeFiveYears,
        { Inferred: not null } => ReadingRules.TimeOfPlan,
        { Day: null } => ReadingRules.TimeOpen,
        { StartOn: not null } => ReadingRules.TimeSpan,
        _ => ReadingRules.TimeYear,
    };

    public DraftDeadline ToDeadline(SourceView view) => new(view.Text(Start, End), Day, Kind, StartOn, view.Span(Start, End))
    {
        Milestone = Milestone,
        Inferred = Inferred,
        Doubt = Doubt,
        Period = Period,
        Rule = Rule,
    };
}
