namespace Equalization.Workflow.Core.Plans.Reading.Sources;

/// <summary>Chinese numerals up to 九十九, as headings are numbered with them.</summary>
internal static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    public static bool IsNumeral(char c) => c == '十' || Digits.Contains(c) || c == '零' || c == '两';

    /// <summary>The value of a numeral that fills the range, or 0.</summary>
    public static int Value(string text, int start, int end)
    {
        var value = 0;
        var last = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c == '十')
            {
                value += (last == 0 ? 1 : last) * 10;
                last = 0;
                continue;
            }

            last = c == '两' ? 2 : Digits.IndexOf(c);
            if (last < 0)
            {
                return 0;
            }
        }

        return value + last;
    }

    /// <summary>Decimal digits from start on; -1 when there are none or more than nine.</summary>
    public static int DigitsAt(SourceView view, int start, out int end)
    {
        var value = 0;
        end = start;
        while (Signs.IsDigit(view[end]) && end - start < 10)
        {
            value = end - start < 9 ? value * 10 + (view[end] - '0') : -1;
            end++;
        }

        return end == start ? -1 : value;
    }
}
