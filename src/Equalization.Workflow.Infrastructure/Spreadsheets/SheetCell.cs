namespace Equalization.Workflow.Infrastructure.Spreadsheets;

/// <summary>How a cell's number is shown; text and empty cells have none.</summary>
public enum SheetKind
{
    Empty,
    Text,
    Number,

    /// <summary>A share; 0.62 shows as 62%.</summary>
    Percent,

    /// <summary>A day, as the count of days that spreadsheets use.</summary>
    Day,

    /// <summary>Reckoned by the spreadsheet program; written without a result.</summary>
    Formula,
}

/// <summary>One cell's value. Text is always text: what begins with = + - @ is never reckoned.</summary>
public readonly record struct SheetCell
{
    // Spreadsheets hold 1900 for a leap year; days before March of it would be off by one.
    private static readonly DateOnly FirstDay = new(1900, 3, 1);
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public SheetKind Kind { get; private init; }

    public string? Text { get; private init; }

    public double Number { get; private init; }

    public static implicit operator SheetCell(string? text) => string.IsNullOrEmpty(text) ? default : new() { Kind = SheetKind.Text, Text = text };

    public static implicit operator SheetCell(int number) => new() { Kind = SheetKind.Number, Number = number };

    public static implicit operator SheetCell(decimal number) => new() { Kind = SheetKind.Number, Number = (double)number };

    public static implicit operator SheetCell(DateOnly day) => day < FirstDay
        ? new() { Kind = SheetKind.Text, Text = $"{day:yyyy-MM-dd}" }
        : new() { Kind = SheetKind.Day, Number = day.DayNumber - DayZero.DayNumber };

    /// <summary>A formula without its sign =, of our own making: never of what people typed.</summary>
    public static SheetCell Formula(string formula) => new() { Kind = SheetKind.Formula, Text = formula };

    /// <summary>From a value out of 100; null gives an empty cell.</summary>
    public static SheetCell Percent(decimal? ofHundred) => ofHundred is { } value ? new() { Kind = SheetKind.Percent, Number = (double)(value / 100m) } : default;
}

/// <summary>How a column's cells look: to be filled in, only to be read (grey), or a mark that nobody reads (grey, in one line).</summary>
public enum SheetLook
{
    Open,
    Fixed,
    Mark,
}

/// <summary>A column's head and its width in characters.</summary>
public sealed record SheetColumn(string Head, double Width, SheetLook Look = SheetLook.Open);

/// <summary>A sheet's frame: one head row, bold, that stays while the rest scrolls and repeats on each printed page.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns)
{
    private const int LongestName = 31;

    /// <summary>The name as spreadsheets allow it: 31 characters, none of []:*?/\, no apostrophe at either end.</summary>
    public string SafeName
    {
        get
        {
            var name = string.Concat(Name.Where(c => !char.IsControl(c)).Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim().Trim('\'');
            name = name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
            return name.Length == 0 || name.Equals("History", StringComparison.OrdinalIgnoreCase) ? "Sheet1" : name;
        }
    }
}
