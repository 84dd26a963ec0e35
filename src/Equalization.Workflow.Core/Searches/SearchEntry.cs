namespace Equalization.Workflow.Core.Searches;

/// <summary>
/// Something that can be found: its words in their compared form, and what narrows who may see it. Made from the ledger by a job; nothing is proved by it, and what
/// is shown is read from the ledger.
/// </summary>
[NotAudited]
public sealed class SearchEntry
{
    private const int KindBits = 27;

    private SearchEntry()
    {
    }

    internal SearchEntry(Guid jurisdictionId, int number, SearchDocument document)
    {
        JurisdictionId = jurisdictionId;
        Number = number;
        Kind = document.Kind;
        SubjectId = document.SubjectId;
        Take(document);
    }

    public Guid JurisdictionId { get; private set; }

    /// <summary>Counted within the kind, whose number stands in the upper bits: a later entry has the greater number.</summary>
    public int Number { get; private set; }

    public SearchKind Kind { get; private set; }

    /// <summary>The task, report, unit …; of evidence the version.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The task that decides who sees it; null where no task does.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>The unit whose own it is; null where that does not count.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Not for all who read its kind: a report before its approval, evidence that nothing cites, a measure of a draft.</summary>
    public bool IsReserved { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The first number of a kind.</summary>
    public static int First(SearchKind kind) => (int)kind << KindBits;

    /// <summary>The kind of all entries of a chunk.</summary>
    public static SearchKind KindOf(int chunk) => (SearchKind)(chunk >> (KindBits - DocSet.ChunkBits));

    /// <summary>What the entry is found under.</summary>
    internal HashSet<int> Grams() => GramsOf(Text, IsReserved);

    internal static HashSet<int> GramsOf(string text, bool isReserved)
    {
        var grams = SearchText.GramsOf(text);
        if (isReserved)
        {
            grams.Add(SearchText.Reserved);
        }

        return grams;
    }

    internal void Take(SearchDocument document) => (TaskId, UnitId, IsReserved, Text) = (document.TaskId, document.UnitId, document.IsReserved, document.Text);
}

/// <summary>What the ledger says of something that can be found; Text in its compared form.</summary>
internal sealed record SearchDocument(SearchKind Kind, Guid SubjectId, Guid? TaskId, Guid? UnitId, bool IsReserved, string Text)
{
    /// <summary>What it is found under, known before the transaction that writes it begins.</summary>
    public HashSet<int> Grams { get; } = SearchEntry.GramsOf(Text, IsReserved);

    /// <summary>From the fields of the thing, each a line of its own so that no word runs over two.</summary>
    public static SearchDocument Of(SearchKind kind, Guid id, Guid? taskId, Guid? unitId, bool isReserved, params IEnumerable<string?> fields)
    {
        var text = string.Join('\n', fields.OfType<string>().Where(f => f.Length > 0));
        return new SearchDocument(kind, id, taskId, unitId, isReserved, SearchText.Searched(text));
    }
}
