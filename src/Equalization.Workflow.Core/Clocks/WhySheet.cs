using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Core.Clocks;

/// <summary>A sentence as a Chinese format with packed arguments, so that a page reads it in another language and a paper in Chinese.</summary>
public sealed record Said(string Format, string Arguments)
{
    public string Text => TextArguments.Fill(Format, TextArguments.Unpack(Arguments));

    public static Said Of(string format, params object[] arguments) => new(format, TextArguments.Pack(arguments));
}

/// <summary>One clause of the rule set a light is decided by; Applies: by it the light was decided.</summary>
public sealed record RuleLine(Light Light, Said Clause, bool Applies);

/// <summary>A day that matters, with what it is.</summary>
public sealed record WhyDate(Said What, DateOnly Day);

/// <summary>A day of the count. Number: the how many-th working day it is; null for a day off. Named with its name: a festival or a week-end day worked for one.</summary>
public sealed record CountedDay(DateOnly Day, int? Number, CalendarDayKind? Named, string Name);

/// <summary>Working days after a day up to and including another, one by one.</summary>
public sealed record WhyCount(Said Meaning, DateOnly After, DateOnly To, int WorkingDays, IReadOnlyList<CountedDay> Days)
{
    public static WhyCount Of(string meaning, DateOnly after, DateOnly to, WorkingCalendar calendar)
    {
        var days = new List<CountedDay>();
        var number = 0;
        for (var day = after.AddDays(1); day <= to; day = day.AddDays(1))
        {
            var named = calendar.Named(day);
            days.Add(new CountedDay(day, calendar.IsWorkingDay(day) ? ++number : null, named?.Kind, named?.Name ?? ""));
        }

        return new WhyCount(Said.Of(meaning, after, to, number), after, to, number, days);
    }

    /// <summary>The festivals and make-up days among the days: from them alone the count can be made again, whatever the calendar says by then.</summary>
    public IReadOnlyList<CalendarDay> Named() =>
        [.. Days.Where(d => d.Named is not null).Select(d => new CalendarDay { Day = d.Day, Kind = d.Named!.Value, Name = d.Name })];
}

/// <summary>A span of the clock with its holder's name as papers write it.</summary>
public sealed record WhySpan(HeldSpan Span, string Holder);

/// <summary>An act of the task's history.</summary>
public sealed record WhyEvent(DateTime At, string Who, Said What);

/// <summary>
/// Why a light stood as it did just before an instant (FEATURES D3, E6): rule and version, days, working days one by one, who held it, what was done. Made
/// again later for the same instant and calendar it is the same, so that it can be the annex of an act and be checked.
/// </summary>
/// <param name="Late">How long it was overdue and by whom, as one sentence.</param>
public sealed record WhySheet(
    Guid TaskId, Guid PartId, string TaskNumber, string TaskTitle, string Unit, DateTime At, Light Light, Said Reason, Said? Silent, int RuleSetNumber,
    IReadOnlyList<RuleLine> Rules, IReadOnlyList<WhyDate> Dates, WhyCount Count, IReadOnlyList<WhySpan> Holders, LateFacts Late, IReadOnlyList<WhyEvent> Events,
    IReadOnlyList<int> UnknownYears)
{
    internal const string MovedDue = "于 {0} 改定的期限";

    /// <summary>How often the due day was moved.</summary>
    public int Moves => Dates.Count(d => d.What.Format == MovedDue);
}
