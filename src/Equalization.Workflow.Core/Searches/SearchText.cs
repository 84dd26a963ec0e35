using System.Text;

namespace Equalization.Workflow.Core.Searches;

/// <summary>A piece of a text, and whether it is one of the words looked for.</summary>
public sealed record SearchRun(string Text, bool IsHit);

/// <summary>
/// How texts are compared: full and half width, upper and lower case, and the forms of quotes, brackets and dashes count as one; everything else counts as it is
/// written. Every character stays in its place, so what was found in the compared form is marked in the original.
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

    public static string Normalise(string text) => string.Create(text.Length, text, (chars, source) =>
    {
        for (var i = 0; i < chars.Length; i++)
        {
            chars[i] = Normalise(source[i]);
        }
    });

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

    /// <summary>Grams that every text with these words has: of a long query only some, spread over it.</summary>
    public static IReadOnlyList<int> QueryGrams(IReadOnlyList<string> terms)
    {
        var all = terms.SelectMany(Cover).Distinct().ToList();
        return all.Count <= MostGrams ? all : [.. Enumerable.Range(0, MostGrams).Select(i => all[i * all.Count / MostGrams])];
    }

    /// <summary>Whether texts that have the grams are certain to have the words, so that none needs to be read.</summary>
    public static bool IsExact(IReadOnlyList<string> terms) => terms.All(t => t.Length <= 2);

    /// <summary>The text cut where the words stand in it.</summary>
    public static IReadOnlyList<SearchRun> Mark(string text, IReadOnlyList<string> terms)
    {
        var normalised = Normalise(text);
        var hit = new bool[text.Length];
        foreach (var term in terms)
        {
            for (var at = normalised.IndexOf(term, StringComparison.Ordinal); at >= 0; at = normalised.IndexOf(term, at + 1, StringComparison.Ordinal))
            {
                Array.Fill(hit, true, at, term.Length);
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

        var normalised = Normalise(text);
        var first = terms.Select(t => normalised.IndexOf(t, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(0).Min();
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
        Normalise(query ?? "").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct();

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
