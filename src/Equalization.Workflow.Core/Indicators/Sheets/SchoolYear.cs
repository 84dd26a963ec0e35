using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Equalization.Workflow.Core.Indicators.Sheets;

/// <summary>A school year (学年) by the calendar year in which it begins: 2023 is 2023—2024学年.</summary>
public static partial class SchoolYear
{
    private const int First = 1990;
    private const int Last = 2100;
    private const int FirstMonth = 9;

    /// <summary>Null for what names no year, and for two years that do not follow one another.</summary>
    public static int? Of(string written)
    {
        var found = Written().Match(written.Normalize(NormalizationForm.FormKC));
        if (!found.Success || int.Parse(found.Groups["from"].Value, CultureInfo.InvariantCulture) is var from && !IsYear(from))
        {
            return null;
        }

        var to = found.Groups["to"].Value;
        return to.Length == 0 || (from + 1) % 100 == int.Parse(to, CultureInfo.InvariantCulture) % 100 ? from : null;
    }

    /// <summary>The school year of a day; it begins in September.</summary>
    public static int On(DateOnly day) => day.Month >= FirstMonth ? day.Year : day.Year - 1;

    public static bool IsYear(int year) => year is >= First and <= Last;

    public static string WordOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}—{year + 1}学年");

    [GeneratedRegex(@"^\s*(?<from>\d{4})\s*(?:年|学年|学年度|年度)?\s*(?:[-—–―~～/至到]+\s*(?<to>\d{4}|\d{2})\s*(?:年|学年|学年度|年度)?)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
