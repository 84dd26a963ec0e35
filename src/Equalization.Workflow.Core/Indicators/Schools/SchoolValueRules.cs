using Equalization.Workflow.Core.Indicators.Sheets;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>What must hold for values that a person enters: bounds, whole numbers of people and things, and no more digits than the columns keep.</summary>
public static class SchoolValueRules
{
    /// <summary>As many as the columns keep; equipment is kept in 元.</summary>
    public const int Decimals = 4;

    private static readonly HashSet<string> Measured = [SchoolColumns.TeachingArea, SchoolColumns.IndoorSportsArea, SchoolColumns.SportsArea, SchoolColumns.Equipment];

    /// <summary>
    /// Refuses, each at its field, a value out of bounds (school-negative), a part of a person or thing (school-whole), too many decimals (school-decimals), what
    /// is no year of building (school-built), a word too long (text-too-long), and a special count without its reason (school-allowance).
    /// </summary>
    public static void Require(SchoolValues values)
    {
        foreach (var (column, value) in values.Numbers)
        {
            if (value is { } number)
            {
                RequireNumber(column, number, $"Numbers[{column}]");
            }
        }

        RequireMore(SchoolChanges.MoreTeachers, values.MoreTeachers, "MoreTeachers");
        RequireMore(SchoolChanges.MoreArea, values.MoreArea, "MoreArea");
        values.Words[SchoolColumns.Setting].Within(SchoolRecord.LongestWord, SchoolColumns.Setting, "Setting");
        values.Words[SchoolColumns.Founder].Within(SchoolRecord.LongestWord, SchoolColumns.Founder, "Founder");
    }

    internal static void RequireDecimals(string column, decimal value, string field)
    {
        var isMoney = column == SchoolColumns.Equipment;
        var kept = isMoney ? value * SchoolValues.Wan : value;
        if (decimal.Round(kept, Decimals) != kept)
        {
            throw isMoney
                ? new RuleBroken("school-decimals", "折合成元后小数最多 {0} 位。请四舍五入后填写。", Decimals) { Field = field }
                : new RuleBroken("school-decimals", "小数最多 {0} 位。请四舍五入后填写。", Decimals) { Field = field };
        }
    }

    private static void RequireNumber(string column, decimal value, string field)
    {
        if (column == SchoolColumns.BuiltIn)
        {
            RequireBuilt(column, value, field);
            return;
        }

        RequireWithin(column, value, column == SchoolColumns.Equipment ? SchoolFigures.Largest / SchoolValues.Wan : SchoolFigures.Largest, field);
        RequireDecimals(column, value, field);
        if (!Measured.Contains(column) && value != decimal.Truncate(value))
        {
            throw new RuleBroken("school-whole", "人数和间数应为整数。请核对后改正。") { Field = field };
        }
    }

    private static void RequireBuilt(string column, decimal value, string field)
    {
        if (value is < SchoolCells.FirstBuilt or > SchoolCells.LastBuilt || value != decimal.Truncate(value))
        {
            throw new RuleBroken("school-built", "“{0}”应为 {1} 至 {2} 之间的年份。请核对后改正。", column, SchoolCells.FirstBuilt, SchoolCells.LastBuilt) { Field = field };
        }
    }

    private static void RequireWithin(string column, decimal value, decimal most, string field)
    {
        if (value < 0 || value > most)
        {
            throw new RuleBroken("school-negative", "“{0}”应在 0 和 {1} 之间。请核对数字和单位。", column, most) { Field = field };
        }
    }

    private static void RequireMore(string column, Allowance? more, string field)
    {
        if (more is not null)
        {
            RequireWithin(column, more.Amount, SchoolFigures.Largest, field);
            RequireDecimals(column, more.Amount, field);
            more.Reason.Needed(SchoolRecord.LongestReason, "理由", new RuleBroken("school-allowance", "按特殊规则另计的，请写明理由和依据。") { Field = field + "Reason" });
        }
    }
}
