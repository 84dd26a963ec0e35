using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Equalization.Workflow.Core.Tables;

/// <summary>What a cell held when the file was saved. Uncalculated: a formula whose result the file does not carry. Error: such as #REF!.</summary>
public enum CellKind
{
    Empty,
    Text,
    Number,
    Day,
    Uncalculated,
    Error,
}

/// <summary>A cell of a table file, read the way people meant it: full-width digits are digits, 2026年9月1日 is a day.</summary>
public readonly record struct TableCell
{
    private static readonly string[] DayForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    /// <summary>As programs print them, also into a .csv and where a result was pasted as words.</summary>
    private static readonly FrozenSet<string> Errors = FrozenSet.Create("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!");

    private readonly string? text;
    private readonly decimal number;

    private TableCell(CellKind kind, string? text, decimal number, DateOnly day, bool isSpread, bool isPercent = false)
    {
        IsPercent = isPercent;
        Kind = kind;
        this.text = text;
        this.number = number;
        Held = day;
        IsSpread = isSpread;
    }

    public CellKind Kind { get; }

    /// <summary>It stands in the middle of merged cells and says what their first cell says.</summary>
    public bool IsSpread { get; }

    /// <summary>A number that the sheet shows as a percentage: 0.95 as 95%.</summary>
    public bool IsPercent { get; }

    private DateOnly Held { get; }

    /// <summary>As a person reads it, trimmed; empty for an empty cell and for one whose formula has no result.</summary>
    public string Text => Kind switch
    {
        CellKind.Text or CellKind.Error => text!,
        CellKind.Number => number.ToString("0.#############", CultureInfo.InvariantCulture),
        CellKind.Day => Held.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Empty or CellKind.Uncalculated => "",
    };

    public bool IsEmpty => Kind == CellKind.Empty;

    public static TableCell Of(string? text)
    {
        var said = text?.Trim(' ', '\t', '\r', '\n', '\u00a0', '\u3000', '\ufeff');
        return string.IsNullOrEmpty(said) ? default : said[0] == '#' && Errors.Contains(said) ? Error(said) : new(CellKind.Text, said, 0, default, false);
    }

    public static TableCell Of(decimal number, bool isPercent = false) => new(CellKind.Number, null, number, default, false, isPercent);

    public static TableCell Of(DateOnly day) => new(CellKind.Day, null, 0, day, false);

    public static TableCell Uncalculated { get; } = new(CellKind.Uncalculated, null, 0, default, false);

    public static TableCell Error(string shown) => new(CellKind.Error, shown, 0, default, false);

    /// <summary>The text, with a percentage as the sheet shows it.</summary>
    public string Shown => IsPercent ? (number * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%" : Text;

    /// <summary>The number it holds or writes: half or full width, with separators of thousands or a percent sign (12% is 12). Null for anything else.</summary>
    public decimal? Number
    {
        get
        {
            if (Kind == CellKind.Number)
            {
                return number;
            }

            var plain = Kind == CellKind.Text ? Plain(text!).TrimEnd('%') : "";
            return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var said)
                ? said
                : null;
        }
    }

    /// <summary>The day it holds or writes, such as 2026-9-1, 2026.9.1, 20260901 or 2026年9月1日. Null for anything else.</summary>
    public DateOnly? Day =>
        Kind == CellKind.Day ? Held
        : Kind is CellKind.Text or CellKind.Number && DateOnly.TryParseExact(Plain(Text), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : null;

    /// <summary>The same for the other cells of a merge.</summary>
    public TableCell Spread() => new(Kind, text, number, Held, isSpread: true, IsPercent);

    public override string ToString() => Text;

    private static string Plain(string written) =>
        written.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);
}
