namespace Equalization.Workflow.Core.Plans.Drafts;

/// <summary>
/// Finds where a position of the source falls in a measure's body. The body is not a stretch of the source (number, title and units are left
/// out, page marks removed, words perhaps corrected), so the next words of the source are looked for in it.
/// </summary>
internal static class BodyCut
{
    private const int Probe = 8;

    /// <summary>The body before and after the position; where the words are not found, the halves are taken from the source itself.</summary>
    public static (string First, string Second) At(Measure measure, string source, int at)
    {
        var tail = source[at..(measure.SourceStart + measure.SourceLength)].TrimStart();
        var cut = Place(measure.Body, tail, (double)(at - measure.SourceStart) / measure.SourceLength);
        if (cut is { } place)
        {
            return (measure.Body[..place].TrimEnd(), measure.Body[place..].TrimStart());
        }

        var head = source[measure.SourceStart..at].Trim();
        var title = head.IndexOf(measure.Title, StringComparison.Ordinal);
        return (title < 0 ? head : head[(title + measure.Title.Length)..].TrimStart('。', '：', ':', ' ', '\n', '　'), tail.TrimEnd());
    }

    /// <summary>A text without the clause that became its title.</summary>
    public static string After(string text, string title) =>
        text.StartsWith(title, StringComparison.Ordinal) ? text[title.Length..].TrimStart('。', '：', ':', '；', ';', ' ', '\n', '　') : text;

    private static int? Place(string body, string tail, double share)
    {
        for (var length = Math.Min(Probe, tail.Length); length >= 3; length--)
        {
            var probe = tail[..length];
            var places = new List<int>();
            for (var at = body.IndexOf(probe, StringComparison.Ordinal); at >= 0; at = body.IndexOf(probe, at + 1, StringComparison.Ordinal))
            {
                places.Add(at);
            }

            if (places.Count > 0)
            {
                return places.MinBy(p => Math.Abs(((double)p / body.Length) - share));
            }
        }

        return null;
    }
}
