using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Processes;

/// <summary>One line of the list that says in words what the picture shows; ways on name the lines they lead to.</summary>
public sealed record StepLine(int Number, string Id, string Text, string Kind, string? Description, IReadOnlyList<(string Label, int To, string Text)> Ways);

/// <summary>A definition ready to be shown: its picture, what is said of it to those who listen, and the same as a list.</summary>
public sealed class ProcessView
{
    private readonly Dictionary<string, string> texts;

    private ProcessView(string label, IHtmlContent svg, IReadOnlyList<StepLine> steps, Dictionary<string, string> texts)
    {
        Label = label;
        Svg = svg;
        Steps = steps;
        this.texts = texts;
    }

    public string Label { get; }

    public IHtmlContent Svg { get; }

    public IReadOnlyList<StepLine> Steps { get; }

    /// <summary>What a step is called; its id where the program no longer knows it.</summary>
    public string TextOf(string activityId) => texts.GetValueOrDefault(activityId, activityId);

    /// <summary>A definition without an instance; other processes in it lead to their own pages.</summary>
    public static ProcessView Of(Definition definition, ProcessWords words, IStringLocalizer l, Func<string, string?> hrefOfProcess) =>
        Draw(definition, words, l, new Trace(Children(definition).ToDictionary(c => c.Node.Id, c => new StepMark(Href: hrefOfProcess(c.DefinitionId)))), l["{0}：流程图", l[definition.Name].Value]);

    /// <summary>A definition with the marks of an instance; a process it started leads to that very instance.</summary>
    public static ProcessView Of(InstanceFile file, Definition definition, ProcessWords words, IStringLocalizer l, Func<string, string?> hrefOfProcess, Func<Guid, string?> hrefOfInstance)
    {
        var children = Children(definition).ToDictionary(c => c.Node.Id, c => file.Children.FirstOrDefault(r => r.DefinitionId == c.DefinitionId) is { } child
            ? hrefOfInstance(child.Id)
            : hrefOfProcess(c.DefinitionId));
        var passes = file.Passes.Where(p => HistoryWords.IsPass(p.Outcome)).ToLookup(p => p.ActivityId);
        var stopped = file.Incidents.Where(i => i.ClosedAt is null).Select(i => i.ActivityId).ToHashSet();
        var marks = definition.Nodes.ToDictionary(n => n.Id, n => new StepMark(
            passes[n.Id].Sum(p => p.Times), file.Waits.Any(w => w.ActivityId == n.Id), stopped.Contains(n.Id), children.GetValueOrDefault(n.Id))
        {
            Ports = passes[n.Id].SelectMany(p => p.Outcome.Split(',')).ToHashSet(),
        });
        return Draw(definition, words, l, new Trace(marks), l["{0}：走到哪里", l[definition.Name].Value]);
    }

    private static ProcessView Draw(Definition definition, ProcessWords words, IStringLocalizer l, Trace trace, string label)
    {
        var picture = new Sketcher(words).Draw(definition);
        var texts = definition.Nodes.ToDictionary(n => n.Id, words.Step);
        var numbers = picture.Figures.Where(f => texts.ContainsKey(f.Figure.Id)).Index().ToDictionary(x => x.Item.Figure.Id, x => x.Index + 1);
        var steps = numbers.Keys.Select(id => Line(definition.NodeOf(id), picture, numbers, texts, words)).ToList();
        var waits = steps.Count(s => Sketcher.OutlineOf(definition.NodeOf(s.Id)) is Outline.Message or Outline.Clock);
        var says = l["从左到右共 {0} 步，其中等待 {1} 处。各步的次序和去向见图下的列表。", steps.Count, waits];
        var svg = new PictureSvg(words).Write(picture, "process-" + definition.Id, label, says, trace);
        return new ProcessView(label, new HtmlString(svg), steps, texts);
    }

    private static StepLine Line(Node node, Picture picture, Dictionary<string, int> numbers, Dictionary<string, string> texts, ProcessWords words) => new(
        numbers[node.Id], node.Id, texts[node.Id], words.Kind(node), node.Description,
        [.. picture.Arrows.Where(a => a.From == node.Id && numbers.ContainsKey(a.To)).Select(a => (a.Label, numbers[a.To], texts[a.To])).OrderBy(w => w.Item2)]);

    private static IEnumerable<(Node Node, string DefinitionId)> Children(Definition definition) =>
        from node in definition.Nodes
        where node.Activity is DispatchWorkflow
        let id = (node.Inputs.GetValueOrDefault("workflowDefinitionId") as Constant)?.Value as string
        where id is not null
        select (node, id);
}
