using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Engine.Storage;
using Equalization.Workflow.Web.Ui;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Processes;

/// <summary>What the engine wrote into an instance's history, in words for people: how a step ended, what set it going, which values it saw.</summary>
public sealed partial class HistoryWords(IStringLocalizer l, ProcessWords words)
{
    /// <summary>Outcomes that are no passing of the step.</summary>
    private static readonly string[] NoPass = ["Waiting", "Cancelled", "Skipped", "Fault", HistoryStep.Migrated];

    public static bool IsPass(string outcome) => !NoPass.Contains(outcome);

    /// <summary>Steps in their order, those that one thing set going together.</summary>
    public static IReadOnlyList<IReadOnlyList<StepRow>> Bursts(IReadOnlyList<StepRow> steps)
    {
        var bursts = new List<List<StepRow>>();
        foreach (var step in steps)
        {
            if (bursts.Count == 0 || bursts[^1][^1].At != step.At || bursts[^1][^1].Cause != step.Cause)
            {
                bursts.Add([]);
            }

            bursts[^1].Add(step);
        }

        return bursts;
    }

    public static string Of(InstanceStatus status) => status switch
    {
        InstanceStatus.Running => Texts.Mark("进行中"),
        InstanceStatus.Faulted => Texts.Mark("停在异常上"),
        InstanceStatus.Finished => Texts.Mark("已结束"),
        InstanceStatus.Cancelled => Texts.Mark("已取消"),
    };

    public string Outcome(string activityType, string outcome) => outcome switch
    {
        "Waiting" => l["开始等待"],
        "Cancelled" => l["不再等待"],
        "Skipped" => l["跳过"],
        "Fault" => l["异常"],
        HistoryStep.Migrated => l["改按新版运行"],
        "End" or "Finish" => l["结束"],
        _ => string.Join(l["、"], outcome.Split(',').Select(port => words.Port(activityType, port))),
    };

    /// <summary>Who or what set the step going. A cause of another form is shown as it stands.</summary>
    public string Cause(string cause)
    {
        if (Raised().Match(cause) is { Success: true } raised)
        {
            return l["{0}：{1}", words.EventName(raised.Groups[1].Value), By(raised.Groups[2].Value)];
        }

        if (Fired().Match(cause) is { Success: true } fired
            && DateTime.TryParse(fired.Groups[1].Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var due))
        {
            return l["到时：{0}", due];
        }

        if (Started().Match(cause) is { Success: true } started)
        {
            return l["启动：{0}", By(started.Groups[1].Value)];
        }

        if (Retried().Match(cause) is { Success: true } retried)
        {
            return l["重试（{0}）：{1}", retried.Groups[1].Value, Cause(retried.Groups[2].Value)];
        }

        return Ended().Match(cause) is { Success: true } ended ? l["“{0}”已结束", words.Process(ended.Groups[1].Value)] : cause;
    }

    /// <summary>What the step read and wrote, by name; empty when nothing, or when the row could not hold it whole.</summary>
    public IReadOnlyList<(string Name, string Value)> Values(string? json)
    {
        if (json is null)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.EnumerateObject().Select(m => (Name(m.Name), Value(m.Name, m.Value)))];
        }
        catch (JsonException)
        {
            // Values longer than the row are cut off in the middle.
            return [(l["数值"], json)];
        }
    }

    private static bool IsEvent(string name) => name == "eventName";

    private string By(string by) => ProcessWords.IsEvent(by) ? words.EventName(by) : Steps().Match(by) is { Success: true } step ? l["流程步骤 {0}", step.Groups[1].Value] : by;

    private string Name(string name) => ProcessNames.Values.TryGetValue(name, out var key) ? l[key] : name;

    private string Value(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "—",
        JsonValueKind.True => l["是"],
        JsonValueKind.False => l["否"],
        JsonValueKind.String when IsEvent(name) => words.EventName(value.GetString()!),
        JsonValueKind.String when Instant().IsMatch(value.GetString()!) && value.TryGetDateTimeOffset(out var instant) => Dates.Instant(instant.UtcDateTime),
        JsonValueKind.String when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Dates.Day(day),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    [GeneratedRegex("^事件 ([^：]+)：(.*)$", RegexOptions.Singleline)]
    private static partial Regex Raised();

    [GeneratedRegex(@"^定时 (\S+)$")]
    private static partial Regex Fired();

    [GeneratedRegex("^启动：(.*)$", RegexOptions.Singleline)]
    private static partial Regex Started();

    [GeneratedRegex("^重试（(.*?)）：(.*)$", RegexOptions.Singleline)]
    private static partial Regex Retried();

    [GeneratedRegex(@"^子流程 (\S+) 结束$")]
    private static partial Regex Ended();

    [GeneratedRegex(@"^活动 (\S+)$")]
    private static partial Regex Steps();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d")]
    private static partial Regex Instant();
}
