using System.Globalization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// Fills the places of a text: days, instants and reporting periods in the page's own form, and in English “{0} {0:day|days}” by number.
/// </summary>
public sealed class TextFormat(CultureInfo culture) : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? formatType) =>
        formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        DateOnly day => Dates.Day(day, culture),
        DateTime instant => Dates.Instant(instant, culture),
        int or long when format is not null && format.Split('|') is [var one, var many] =>
            Convert.ToInt64(arg, CultureInfo.InvariantCulture) is 1 or -1 ? one : many,
        string text => Dates.Period(text, culture),
        IFormattable value => value.ToString(format, culture),
        _ => arg?.ToString() ?? "",
    };
}
