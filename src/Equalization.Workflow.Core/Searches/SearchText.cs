using System.Globalization;
using System.Text;

namespace Equalization.Workflow.Core.Searches;

/// <summary>A piece of a text, and whether it is one of the words looked for.</summary>
public sealed record SearchRun(string Text, bool IsHit);

/// <summary>
/// How texts are compared: full and half width, upper and lower case, and the forms of quotes, brackets and dashes count as one; everything else counts as it is
/// written, and characters without width do not count at all. What was found in the compared form is marked in the original.
/// </summary>
public static class SearchText
{
    /// <summary>The longest query, in characters; a page refuses more.</summary>
    public const int LongestQuery = 500;

    /// <summary>How many words of a query count.</summary>
    public const int MostTerms = 10;

    /// <summary>How much of one text is searched, in characters.</summary>
    public const int LongestText = 20_000;

    /// <summary>Under this gram stand the entries that not everybody of their kind's readers may see.</summary>
    public const int Reserved = 1;

    private const int MostGrams = 12;
    private const int Before = 24;

    /// <summary>Each character in its compared form, in its place.</summary>
    public static string Normalise(string text) => string.Create(text.Length, text, (chars, source) =>
    {
        for (var i = 0; i < chars.Length; i++)
        {
            chars[i] = Normalise(source[i]);
        }
    });

    /// <summary>What of a text is searched, in its compared form: without characters that have no width, and cut after a whole character.</summary>
    public static string Searched(string text)
    {
        var compared = Visible(Normalise(text));
        return compared.Length <= LongestText ? compared : compared[..Whole(compared, LongestText)];
    }

    /// <summary>The words of a query in their compared form, each once, in order.</summary>
    public static IReadOnlyList<string> Terms(string? query) => [.. AllTerms(query).Take(MostTerms)];

    /// <summary>How many words the query has, those that do not count among them.</summary>
    public static int CountTerms(string? query) => AllTerms(query).Count();

    /// <summary>All grams of a text in its compared form: each character by itself, and each two that stand side by side without white space between.</summary>
    public static HashSet<int> GramsOf(string normalised)
    {
        var grams = new HashSet<int>();
        for (var i = 0; i < normalised.Length; i++)
        {
            if (IsBreak(normalised[i]))
            {
                continue;
            }

            grams.Add(Gram(normalised[i], '\0'));
            if (i + 1 < normalised.Length && !IsBreak(normalised[i + 1]))
            {
                grams.Add(Gram(normalised[i], normalised[i + 1]));
            }
        }

        return grams;
    }

    /// <summary>
    /// Grams that every text with these words has: all of the words that grams alone decide (<see cref="IsExact"/>), of the longer ones only some, spread over them.
    /// </summary>
    public static IReadOnlyList<int> QueryGrams(IReadOnlyList<string> terms)
    {
        var certain = terms.Where(IsExact).SelectMany(Cover).Distinct().ToList();
        var spread = terms.SelectMany(Cover).Except(certain).ToList();
        var room = MostGrams - certain.Count;
        return spread.Count <= room ? [.. certain, .. spread] : [.. certain, .. Enumerable.Range(0, room).Select(i => spread[i * spread.Count / room])];
    }

    /// <summary>Whether texts that have the grams are certain to have the words, so that none needs to be read.</summary>
    public static bool IsExact(IReadOnlyList<string> terms) => terms.All(IsExact);

    /// <summary>The same of one word.</summary>
    public static bool IsExact(string term) => term.Length <= 2;

    /// <summary>The text cut where the words stand in it.</summary>
    public static IReadOnlyList<SearchRun> Mark(string text, IReadOnlyList<string> terms)
    {
        var (compared, places) = Placed(text);
        var hit = new bool[text.Length];
        foreach (var term in terms)
        {
            for (var at = compared.IndexOf(term, StringComparison.Ordinal); at >= 0; at = compared.IndexOf(term, at + 1, StringComparison.Ordinal))
            {
                Array.Fill(hit, true, places[at], places[at + term.Length - 1] + 1 - places[at]);
            }
        }

        var runs = new List<SearchRun>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            for (end = start + 1; end < text.Length && hit[end] == hit[start]; end++)
            {
            }

            runs.Add(new SearchRun(text[start..end], hit[start]));
        }

        return runs;
    }

    /// <summary>The part of a text around the first word found in it; from its beginning when none is. Cut ends are marked with an ellipsis.</summary>
    public static string Excerpt(string text, IReadOnlyList<string> terms, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var (compared, places) = Placed(text);
        var first = terms.Select(t => compared.IndexOf(t, StringComparison.Ordinal)).Where(at => at >= 0).Select(at => places[at]).DefaultIfEmpty(0).Min();
        var start = Whole(text, Math.Clamp(first - Before, 0, text.Length - length));
        var end = Whole(text, start + length);
        return new StringBuilder().Append(start > 0 ? "…" : "").Append(text, start, end - start).Append(end < text.Length ? "…" : "").ToString();
    }

    /// <summary>Not between the two halves of one character.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static IEnumerable<int> Cover(string term)
    {
        if (term.Length == 1)
        {
            yield return Gram(term[0], '\0');
        }

        for (var i = 0; i + 1 < term.Length; i += 2)
        {
            yield return Gram(term[i], term[i + 1]);
        }

        if (term.Length > 2 && term.Length % 2 == 1)
        {
            yield return Gram(term[^2], term[^1]);
        }
    }

    private static IEnumerable<string> AllTerms(string? query) =>
        Visible(Normalise(query ?? "")).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct();

    /// <summary>The text in its compared form, and where each character of that stands in the text.</summary>
    private static (string Compared, int[] Places) Placed(string text) =>
        (Visible(Normalise(text)), [.. Enumerable.Range(0, text.Length).Where(i => !IsHidden(text[i]))]);

    private static string Visible(string normalised) => normalised.Any(IsHidden) ? string.Concat(normalised.Where(c => !IsHidden(c))) : normalised;

    /// <summary>A joiner, a soft hyphen, a byte order mark and the like, as they come along when a text is pasted.</summary>
    private static bool IsHidden(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static int Gram(char first, char second) => unchecked((first << 16) | second);

    private static bool IsBreak(char c) => c is ' ' or '\n';

    private static char Normalise(char c) => c switch
    {
        '\n' => '\n',
        _ when char.IsWhiteSpace(c) || char.IsControl(c) => ' ',
        >= '\uFF01' and <= '\uFF5E' => Narrow((char)(c - 0xFEE0)),
        '〔' or '【' or '〖' => '(',
        '〕' or '】' or '〗' => ')',
        '[' or '{' => '(',
        ']' or '}' => ')',
        '“' or '”' or '「' or '」' or '『' or '』' or '‘' or '’' or '\'' => '"',
        '—' or '–' or '―' or '－' or '‐' or '‑' or '−' => '-',
        '。' or '．' => '.',
        '、' => ',',
        '～' or '〜' => '~',
        _ => char.ToLowerInvariant(c),
    };

    private static char Narrow(char c) => c switch
    {
        '[' or '{' => '(',
        ']' or '}' => ')',
        '\'' => '"',
        _ => char.ToLowerInvariant(c),
    };
}
