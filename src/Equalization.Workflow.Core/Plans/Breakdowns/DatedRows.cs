using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Breakdowns;

/// <summary>Checks the rows of deadlines and targets: each is made what the form would make of it, and held by the same rules.</summary>
internal static class DatedRows
{
    private const int LongestDeadline = 100;
    private const int LongestTarget = 500;
    private const int LongestMetric = 300;
    private const int LongestUnit = 20;
    private const int LongestPerUnit = 40;

    public static void Deadline(PlanVersion draft, ReturnedRow row, Measure? measure, MeasureDeadline? former)
    {
        if (Nothing(row))
        {
            return;
        }

        CellLimits.AtMost(row, BreakdownTables.DeadlineWords, LongestDeadline);
        var day = Day(row, BreakdownTables.Day);
        var start = Day(row, BreakdownTables.StartOn);
        var word = row.Says(BreakdownTables.DeadlineKindColumn);
        var kind = BreakdownTables.DeadlineKinds.Where(k => k.Word == word).Select(k => (DeadlineKind?)k.Kind).FirstOrDefault() ?? (word.Length == 0 && former is null ? DeadlineKind.By : null);
        if (kind is null)
        {
            row.Line.Refuse(BreakdownTables.DeadlineKindColumn, new RuleBroken("deadline-kind-word", "期限类型只能是：截止、起始、每年、长期。"));
        }

        row.Note();
        if (measure is null || !row.Line.IsRight)
        {
            return;
        }

        var input = new DeadlineInput(measure.Id, measure.Version, former?.Id, row.Says(BreakdownTables.DeadlineWords), kind!.Value, day, start);
        row.Line.Holds(
            field => field switch
            {
                nameof(MeasureDeadline.Day) => BreakdownTables.Day,
                _ => BreakdownTables.DeadlineWords,
            },
            () => TargetService.Deadline(measure, former, input).MustHold());
        row.Line.Apply = db =>
        {
            var made = TargetService.Deadline(measure, former, input);
            if (former is null)
            {
                measure.Add(made);
            }

            Put(db, draft, measure, former, made);
        };
    }

    public static void Target(PlanVersion draft, ReturnedRow row, Measure? measure, Target? former)
    {
        if (Nothing(row))
        {
            return;
        }

        CellLimits.AtMost(row, BreakdownTables.TargetWords, LongestTarget);
        CellLimits.AtMost(row, BreakdownTables.Metric, LongestMetric);
        CellLimits.AtMost(row, BreakdownTables.Unit, LongestUnit);
        CellLimits.AtMost(row, BreakdownTables.PerUnit, LongestPerUnit);
        var year = Number(row, BreakdownTables.Year);
        if (year is { } odd && (odd != Math.Floor(odd) || odd is < 0 or > 9999))
        {
            row.Line.Refuse(BreakdownTables.Year, new RuleBroken("target-year", "目标年份 {0} 不成立，请填写四位年份，没有年份的留空。", odd));
        }

        var word = row.Says(BreakdownTables.Comparing);
        var comparator = BreakdownTables.Comparators.Where(c => c.Word == word).Select(c => (Comparator?)c.Comparator).FirstOrDefault();
        if (word.Length > 0 && comparator is null)
        {
            row.Line.Refuse(BreakdownTables.Comparing, new RuleBroken("comparator-word", "比较方式只能是：不低于、不超过、等于、介于；没有数值的留空。"));
        }

        var (value, upper) = (Number(row, BreakdownTables.Value), Number(row, BreakdownTables.Upper));
        var (yearly, aspirational) = (Flag(row, BreakdownTables.Yearly), Flag(row, BreakdownTables.Aspirational));
        row.Note();
        if (measure is null || !row.Line.IsRight)
        {
            return;
        }

        var input = new TargetInput(
            measure.Id, measure.Version, former?.Id, (int?)year, row.Says(BreakdownTables.TargetWords), row.Says(BreakdownTables.Metric), comparator, value, upper,
            row.Says(BreakdownTables.Unit), aspirational, yearly, row.Says(BreakdownTables.PerUnit));
        row.Line.Holds(
            field => field switch
            {
                nameof(Plans.Target.Year) => BreakdownTables.Year,
                nameof(Plans.Target.Value) => BreakdownTables.Value,
                nameof(Plans.Target.Upper) => BreakdownTables.Upper,
                _ => BreakdownTables.TargetWords,
            },
            () => TargetService.Target(measure, former, input).MustHold());
        row.Line.Apply = db =>
        {
            var made = TargetService.Target(measure, former, input);
            if (former is null)
            {
                measure.Add(made);
            }

            Put(db, draft, measure, former, made);
        };
    }

    private static bool Nothing(ReturnedRow row) => !row.IsNew && row.Changed.Count == 0;

    private static void Put(WorkflowDb db, PlanVersion draft, Measure measure, object? former, object made)
    {
        if (former is null)
        {
            db.Add(made);
        }
        else
        {
            db.Entry(former).CurrentValues.SetValues(made);
        }

        if (db.Entry(measure).State != EntityState.Added)
        {
            DraftAccess.Touch(db, measure);
        }

        DraftAccess.Touch(db, draft);
    }

    /// <summary>Asked only of a cell that was changed: what stands in the ledger needs no second look.</summary>
    private static DateOnly? Day(ReturnedRow row, string column)
    {
        if (row.Has(column))
        {
            row.Line.Day(column, null);
        }

        return row.Cell(column).Day;
    }

    private static decimal? Number(ReturnedRow row, string column)
    {
        if (row.Has(column))
        {
            row.Line.Number(column);
        }

        return row.Cell(column).Number;
    }

    private static bool Flag(ReturnedRow row, string column)
    {
        var word = row.Says(column);
        if (word is not ("" or RoundColumn.Yes))
        {
            row.Line.Refuse(column, new RuleBroken("flag-word", "这一格只能写“是”，或者留空。"));
        }

        return word == RoundColumn.Yes;
    }
}
