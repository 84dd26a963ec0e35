using System.Globalization;

namespace Equalization.Workflow.Core.Lights;

/// <summary>A reporting period, first and last day included: a month, a quarter or half a year. Code is 2018-03, 2018Q1 or 2018H1.</summary>
public readonly record struct ReportPeriod(DateOnly FirstDay, DateOnly LastDay, string Code)
{
    public static ReportPeriod Containing(DateOnly day, ReportCycle cycle)
    {
        var months = cycle switch
        {
            ReportCycle.Month => 1,
            ReportCycle.Quarter => 3,
            ReportCycle.HalfYear => 6,
        };
        var index = (day.Month - 1) / months;
        var first = new DateOnly(day.Year, (index * months) + 1, 1);
        var code = cycle switch
        {
            ReportCycle.Month => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}"),
            ReportCycle.Quarter => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}Q{index + 1}"),
            ReportCycle.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}H{index + 1}"),
        };
        return new ReportPeriod(first, first.AddMonths(months).AddDays(-1), code);
    }

    public ReportPeriod Next(ReportCycle cycle) => Containing(LastDay.AddDays(1), cycle);

    public ReportPeriod Previous(ReportCycle cycle) => Containing(FirstDay.AddDays(-1), cycle);
}
