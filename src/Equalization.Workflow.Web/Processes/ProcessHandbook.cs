using System.Globalization;
using System.Text;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Web.Ui;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Processes;

/// <summary>
/// The README of the folder of definitions, made from the definitions and the activities themselves: each process with its picture and its waits,
/// every activity of the product's own with inputs and outcomes, and how to change a process.
/// </summary>
public sealed class ProcessHandbook
{
    private readonly IReadOnlyList<Definition> definitions;
    private readonly ActivityRegistry activities;
    private readonly IStringLocalizer texts;
    private readonly ProcessWords words;

    /// <param name="read">All files of the folder; of several versions of a process the newest is shown.</param>
    public ProcessHandbook(IEnumerable<Definition> read, ActivityRegistry activities, IStringLocalizer texts)
    {
        definitions = [.. read.GroupBy(d => d.Id).Select(g => g.MaxBy(d => d.Version)!).OrderBy(d => d.Id, StringComparer.Ordinal)];
        this.activities = activities;
        this.texts = texts;
        words = new ProcessWords(texts, id => definitions.FirstOrDefault(d => d.Id == id)?.Name);
    }

    /// <summary>The pictures by file name, and the README that shows them.</summary>
    public IReadOnlyDictionary<string, string> Files()
    {
        // The definitions' own words, whatever language the machine speaks.
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
        try
        {
            var files = definitions.ToDictionary(PictureOf, d => new PictureSvg(words).Write(new Sketcher(words).Draw(d), d.Id, d.Name, d.Description ?? d.Name, Trace.Blank));
            files["README.md"] = Readme();
            return files;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string PictureOf(Definition definition) => definition.Id + ".svg";

    private string Readme()
    {
        var text = new StringBuilder(HandbookProse.Head);
        foreach (var definition in definitions)
        {
            Describe(text, definition);
        }

        text.Append(HandbookProse.Supported);
        text.Append("\n## Activities of the product's own · 业务步骤\n\n| type | inputs | outputs | outcomes | used as |\n|---|---|---|---|---|\n");
        foreach (var activity in activities.All.Where(IsOwn).OrderBy(a => a.Type, StringComparer.Ordinal))
        {
            Describe(text, activity);
        }

        return text.Append(HandbookProse.Change).ToString();
    }

    private static bool IsOwn(Activity activity) => activity.GetType().Assembly != typeof(Activity).Assembly;

    private void Describe(StringBuilder text, Definition definition)
    {
        text.Append($"\n## {definition.Name} · {English(definition.Name)} (`{definition.Id}`, version {definition.Version})\n\n");
        if (definition.Description is { } description)
        {
            text.Append($"{description}\n\n{English(description)}\n\n");
        }

        text.Append($"![{definition.Name}]({PictureOf(definition)})\n\n");
        text.Append($"Inputs: {string.Join(", ", definition.Inputs.Select(i => $"`{i.Name}` {NameOf(i.Type)}"))}\n\n");
        text.Append("| 等待 · wait | 等什么 · for what |\n|---|---|\n");
        foreach (var node in definition.Nodes)
        {
            if (Wait(node) is { } wait)
            {
                text.Append($"| {words.Step(node)} | {wait} |\n");
            }
        }

        var sent = definition.Nodes.Where(n => n.Activity is PublishEvent).Select(n => Name(n, "eventName")).Distinct().ToList();
        if (sent.Count > 0)
        {
            text.Append($"\nRaises: {string.Join(", ", sent)}\n");
        }
    }

    private string? Wait(Node node) => node.Activity switch
    {
        Event => $"事件 {Name(node, "eventName")}{(node.Inputs["eventName"] is Constant { Value: string name } ? "，" + words.EventName(name) : "")}",
        StartAt => $"时刻 {Name(node, "dateTime")}",
        Delay => $"时长 {Name(node, "timeSpan")}",
        Engine.Activities.Timer => $"时长 {Name(node, "interval")}",
        Cron => $"时刻 {Name(node, "cronExpression")}",
        DispatchWorkflow when node.Activity.Waits(node) => $"子流程 {Name(node, "workflowDefinitionId")} 结束",
        _ => null,
    };

    private static string Name(Node node, string input) => node.Inputs[input] switch
    {
        Constant constant => $"`{Convert.ToString(constant.Value, CultureInfo.InvariantCulture)}`",
        VariableValue variable => $"`{variable.Variable.Name}`",
        InputValue given => $"`{given.Input.Name}`",
        _ => "",
    };

    private void Describe(StringBuilder text, Activity activity)
    {
        var uses = definitions.SelectMany(d => d.Nodes.Where(n => n.Activity == activity).Select(n => (d.Id, Text: words.Step(n)))).Distinct().ToList();
        var outcomes = definitions.SelectMany(d => d.Nodes).FirstOrDefault(n => n.Activity == activity) is { } use ? activity.PortsOf(use).Names : [];
        text.Append($"| `{activity.Type}` | {Slots(activity.Inputs.Select(i => (i.Name + (i.IsRequired ? "" : "?"), i.Type)))} | {Slots(activity.Outputs.Select(o => (o.Name, o.Type)))} | ")
            .Append(string.Join("<br>", outcomes.Select(o => $"`{o}` {words.Port(activity.Type, o)}"))).Append(" | ")
            .Append(string.Join("<br>", uses.Select(u => $"{u.Text} (`{u.Id}`)"))).Append(" |\n");
    }

    private static string Slots(IEnumerable<(string Name, Type Type)> slots) => string.Join("<br>", slots.Select(s => $"`{s.Name}` {NameOf(s.Type)}"));

    private static string NameOf(Type type) => DataTypes.NameOf(type);

    private string English(string chinese)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo("en");
        try
        {
            return texts[chinese];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
