namespace Equalization.Workflow.Core.Searches;

/// <summary>
/// Something found, in the ledger's own words. ParentId: the task of a report, the plan of a measure. VersionId: of a measure of a draft, the draft.
/// Note: the unit and term of a report, the unit of evidence.
/// </summary>
public sealed record SearchHit(SearchKind Kind, Guid Id, string? Number, string Title, string Text)
{
    public Guid? ParentId { get; init; }

    public Guid? VersionId { get; init; }

    public string? Note { get; init; }
}

/// <summary>What was found of one kind. Total counts all; with More it is what was counted before the counting ended.</summary>
public sealed record SearchGroup(SearchKind Kind, int Total, bool More, IReadOnlyList<SearchHit> Hits);

/// <summary>
/// What a search came to. Terms: the words as compared, none for an empty query. Cut: the query had more words than count. Percent: how much of the
/// ledger is indexed; below 100 only while the index is first being made.
/// </summary>
public sealed record SearchResult(IReadOnlyList<string> Terms, bool Cut, int Percent, IReadOnlyList<SearchGroup> Groups)
{
    /// <summary>The page of the kind that was asked for; never beyond the last.</summary>
    public int Page { get; init; } = 1;

    /// <summary>More entries had the characters of the words than are compared for one search: older ones were not looked at.</summary>
    public bool GaveUp { get; init; }

    public int Total => Groups.Sum(g => g.Total);
}
