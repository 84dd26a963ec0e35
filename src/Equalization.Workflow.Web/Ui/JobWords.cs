using System.Text.RegularExpressions;
using Equalization.Workflow.Core.Jobs;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for timed jobs, as keys of the texts.</summary>
public static partial class JobWords
{
    public static string Of(JobState state) => state switch
    {
        JobState.Asked => Texts.Mark("排队中"),
        JobState.Running => Texts.Mark("正在运行"),
        JobState.Done => Texts.Mark("运行成功"),
        JobState.Failed => Texts.Mark("运行失败"),
        JobState.Lost => Texts.Mark("中断"),
    };

    public static string IconOf(JobState state) => state switch
    {
        JobState.Asked => "clock-pause",
        JobState.Running => "clock-play",
        JobState.Done => "circle-check",
        JobState.Failed => "alert-triangle",
        JobState.Lost => "ban",
    };

    /// <summary>A cron expression in words, with the argument it takes; one of a form that the schedule does not use stays as it is.</summary>
    public static (string Text, object[] Arguments) When(string cron)
    {
        if (EveryMinute().IsMatch(cron))
        {
            return (Texts.Mark("每分钟"), []);
        }

        if (EverySeconds().Match(cron) is { Success: true } few)
        {
            return (Texts.Mark("每 {0} 秒"), [int.Parse(few.Groups[1].ValueSpan, null)]);
        }

        if (EveryMinutes().Match(cron) is { Success: true } some)
        {
            return (Texts.Mark("每 {0} 分钟"), [int.Parse(some.Groups[1].ValueSpan, null)]);
        }

        return Daily().Match(cron) is { Success: true } day
            ? (Texts.Mark("每天 {0}"), [$"{int.Parse(day.Groups[2].ValueSpan, null):00}:{int.Parse(day.Groups[1].ValueSpan, null):00}"])
            : (cron, []);
    }

    /// <summary>How long a run took, with at most three figures.</summary>
    public static (string Text, object[] Arguments) Took(TimeSpan took) => took.TotalSeconds switch
    {
        < 1 => (Texts.Mark("{0} 毫秒"), [(int)took.TotalMilliseconds]),
        < 120 => (Texts.Mark("{0} 秒"), [took.TotalSeconds.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture)]),
        _ => (Texts.Mark("{0} 分钟"), [(int)Math.Round(took.TotalMinutes)]),
    };

    [GeneratedRegex(@"^\d+ \* \* \* \* \?$")]
    private static partial Regex EveryMinute();

    [GeneratedRegex(@"^\d+/(\d+) \* \* \* \* \?$")]
    private static partial Regex EverySeconds();

    [GeneratedRegex(@"^\d+ \d+/(\d+) \* \* \* \?$")]
    private static partial Regex EveryMinutes();

    [GeneratedRegex(@"^\d+ (\d+) (\d+) \* \* \?$")]
    private static partial Regex Daily();
}
