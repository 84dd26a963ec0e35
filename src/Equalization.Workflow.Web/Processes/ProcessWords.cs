using System.Globalization;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Web.Ui;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Processes;

/// <summary>
/// What steps, ports and events are called for people. A step's own words come from its file (<c>metadata.displayText</c>, else a name that is not
/// its id); where it has none, its kind and what it waits for say what it is.
/// </summary>
/// <param name="nameOf">The name of another process by its definition id; null when it is not known.</param>
public sealed class ProcessWords(IStringLocalizer l, Func<string, string?>? nameOf = null)
{
    public string WaitsHere => l["停在这里"];

    public string StoppedHere => l["异常"];

    public string Step(Node node) => node.DisplayText is { Length: > 0 } text ? l[text] : node.Name != node.Id ? l[node.Name] : ByKind(node);

    /// <summary>A port's word may differ by the kind of step: what is “open” of a request is not what is “open” of a ladder.</summary>
    public string Port(string activityType, string port) =>
        ProcessNames.Ports.TryGetValue($"{activityType}/{port}", out var own) ? l[own] : ProcessNames.Ports.TryGetValue(port, out var key) ? l[key] : l[port];

    public string EventName(string name) => ProcessNames.Events.TryGetValue(name, out var key) ? l[key] : name;

    public static bool IsEvent(string name) => ProcessNames.Events.ContainsKey(name);

    public string Process(string definitionId) => nameOf?.Invoke(definitionId) is { } name ? l[name] : definitionId;

    /// <summary>What kind of step it is, for the list beside the picture.</summary>
    public string Kind(Node node) => node.Activity switch
    {
        Start => l["开始"],
        End or Finish => l["结束"],
        Fault => l["报告异常"],
        FlowDecision or FlowSwitch or If => l["判断"],
        FlowFork => l["分头进行"],
        FlowJoin => l["汇合"],
        Event => l["等待事件"],
        Delay or StartAt or Engine.Activities.Timer or Cron => l["等待时间"],
        DispatchWorkflow => l["另一流程"],
        Container => l["一组步骤"],
        PublishEvent => l["发出事件"],
        SetVariable or SetOutput or Correlate => l["记下数值"],
        var own => own.PortsOf(node).Names.Count > 1 ? l["判断"] : l["办理"],
    };

    /// <summary>What a decision asks.</summary>
    public string Condition(Node node) => node.Inputs.GetValueOrDefault("condition") is { } condition ? l["{0}？", Value(condition)] : l["判断"];

    private string ByKind(Node node) => node.Activity switch
    {
        Start => l["开始"],
        End => l["本段结束"],
        Finish => l["流程结束"],
        Fault => l["报告异常"],
        FlowDecision or If => Condition(node),
        FlowSwitch => l["按情况分流"],
        FlowFork => l["分头进行"],
        FlowJoin => Join(FlowJoin.ModeOf(node)),
        Event => l["等待：{0}", node.Inputs["eventName"] is Constant { Value: string name } ? EventName(name) : Value(node.Inputs["eventName"])],
        Delay => l["等待 {0}", Value(node.Inputs["timeSpan"])],
        Engine.Activities.Timer => l["等待 {0}", Value(node.Inputs["interval"])],
        StartAt => l["等到 {0}", Value(node.Inputs["dateTime"])],
        Cron => l["等到时刻 {0}", Value(node.Inputs["cronExpression"])],
        PublishEvent => l["发出：{0}", node.Inputs["eventName"] is Constant { Value: string name } ? EventName(name) : Value(node.Inputs["eventName"])],
        SetVariable => l["记下“{0}”", node.SettingsAs<Variable>().Name],
        SetOutput => l["给出“{0}”", Value(node.Inputs["outputName"])],
        Correlate => l["归到所办事项"],
        DispatchWorkflow => node.Inputs["workflowDefinitionId"] is Constant { Value: string id } ? Process(id) : l["另一流程"],
        Flowchart or Sequence => l["一组步骤"],
        _ => node.Activity.Type[(node.Activity.Type.LastIndexOf('.') + 1)..],
    };

    private string Join(FlowJoinMode mode) => mode switch
    {
        FlowJoinMode.WaitAll => l["全部到齐"],
        FlowJoinMode.WaitAllActive => l["已走的各路到齐"],
        FlowJoinMode.WaitAny => l["先到先行"],
    };

    private string Value(Expression expression) => expression switch
    {
        Constant { Value: TimeSpan span } => Span(span),
        Constant { Value: DateTimeOffset instant } => Dates.Instant(instant.UtcDateTime),
        Constant constant => Convert.ToString(constant.Value, CultureInfo.InvariantCulture) ?? "",
        VariableValue variable => l["“{0}”", variable.Variable.Name],
        InputValue input => l["“{0}”", input.Input.Name],
        _ => "",
    };

    private string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } when span.Ticks % TimeSpan.TicksPerDay == 0 => l["{0} 天", (int)span.TotalDays],
        { TotalHours: >= 1 } when span.Ticks % TimeSpan.TicksPerHour == 0 => l["{0} 小时", (int)span.TotalHours],
        _ when span.Ticks % TimeSpan.TicksPerMinute == 0 => l["{0} 分钟", (int)span.TotalMinutes],
        _ => span.ToString("g", CultureInfo.InvariantCulture),
    };
}
