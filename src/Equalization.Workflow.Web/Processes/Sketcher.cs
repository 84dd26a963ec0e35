using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Web.Processes;

/// <summary>Makes a sketch of a definition: which outline each step has, what is written on it, and how large that makes it.</summary>
public sealed class Sketcher(ProcessWords words)
{
    private const double WordsWidth = 8 * Lettering.Size * 1.06;
    private const double ChoiceWidth = 6 * Lettering.Size * 1.06;
    private const double BarWidth = 84;
    private const double Side = 12;
    private const double IconRoom = 26;
    private const double LeastStep = 64;
    private const double LeastBar = 44;

    public static Outline OutlineOf(Node node) => node.Activity switch
    {
        Start or End or Finish or Fault => Outline.Terminal,
        FlowDecision or FlowSwitch => Outline.Choice,
        FlowFork or FlowJoin => Outline.Bar,
        Event => Outline.Message,
        Delay or StartAt or Engine.Activities.Timer or Cron => Outline.Clock,
        DispatchWorkflow => Outline.Child,
        Container => Outline.Group,

        // A step of the product's own that leaves by one of several ways decides something.
        var own => own.PortsOf(node).Names.Count > 1 ? Outline.Choice : Outline.Step,
    };

    public Picture Draw(Definition definition) => Draft.Of(Inside(definition.Root));

    private Sketch Inside(Node container)
    {
        var children = container.Children;
        var arrows = container switch
        {
            { Chart: { } chart } => chart.Connections.Select(c => Way(chart, c)).ToList(),
            { Activity: If } => [.. children.Select((child, i) => Choose(container, child, i + 1))],
            _ => [.. Enumerable.Range(1, Math.Max(0, children.Count - 1)).Select(i => new Arrow(i - 1, i, Ports.DoneName, "", false))],
        };
        List<Figure> figures = container.Activity is If ? [Question(container)] : [];
        var first = figures.Count;
        figures.AddRange(children.Select((child, i) => Figure(child, LinesAt(arrows, first + i))));
        return new Sketch(figures, arrows);
    }

    private Arrow Way(Chart chart, Connection connection)
    {
        var from = chart.Nodes[connection.Source];
        var only = from.Activity.PortsOf(from).Names.Count <= 1;
        return new Arrow(connection.Source, connection.Target, connection.Port, only ? "" : words.Port(from.Activity.Type, connection.Port), chart.IsBack(connection));
    }

    private Arrow Choose(Node container, Node child, int place)
    {
        var port = child.Place == $"{container.Place}.then" ? "True" : "False";
        return new Arrow(0, place, port, words.Port(container.Activity.Type, port), false);
    }

    private static int LinesAt(List<Arrow> arrows, int figure) => Math.Max(arrows.Count(a => a.From == figure), arrows.Count(a => a.To == figure));

    /// <summary>The question of an If; its answer stands in the history under the If itself.</summary>
    private Figure Question(Node node) => Choice($"{node.Id}?", words.Condition(node), node.Children.Count);

    private Figure Figure(Node node, int lines)
    {
        var text = words.Step(node);
        var outline = OutlineOf(node);
        return outline switch
        {
            Outline.Choice => Choice(node.Id, text, lines),
            Outline.Bar => Bar(node.Id, text, lines),
            Outline.Group when node.Children.Count > 0 => Group(node, text),
            Outline.Message or Outline.Clock => Box(node.Id, outline, text, lines, IconRoom),
            Outline.Child => Box(node.Id, outline, text, lines, 8),
            _ => Box(node.Id, outline, text, lines, 0),
        };
    }

    private static Figure Box(string id, Outline outline, string text, int lines, double extra)
    {
        var wrapped = Lettering.Wrap(text, WordsWidth, Lettering.Size);
        var width = Math.Max(LeastStep, Widest(wrapped, Lettering.Size) + (2 * Side) + extra);
        return new Figure(id, outline, wrapped, Math.Ceiling(width), Math.Max((wrapped.Count * Lettering.LineHeight) + 24, RoomFor(lines)));
    }

    // A rectangle of words fits into a rhombus of twice its width and height.
    private static Figure Choice(string id, string text, int lines)
    {
        var wrapped = Lettering.Wrap(text, ChoiceWidth, Lettering.Size);
        var height = Math.Max(((wrapped.Count * Lettering.LineHeight) + 4) * 2, RoomFor(lines) + Edges.Between);
        return new Figure(id, Outline.Choice, wrapped, Math.Ceiling((Widest(wrapped, Lettering.Size) + 8) * 2), height);
    }

    private static Figure Bar(string id, string text, int lines)
    {
        var wrapped = Lettering.Wrap(text, BarWidth, Lettering.Size);
        var figure = new Figure(id, Outline.Bar, wrapped, Math.Ceiling(Math.Max(Widest(wrapped, Lettering.Size), Edges.BarWidth)), 0);
        return figure with { Height = Math.Max(LeastBar, RoomFor(lines)) + (2 * Edges.BarWords(figure)) };
    }

    private Figure Group(Node node, string text)
    {
        var inner = Draft.Of(Inside(node));
        var wrapped = Lettering.Wrap(text, inner.Width, Lettering.Size);
        var width = Math.Max(inner.Width + (2 * GroupFrame.Side), Widest(wrapped, Lettering.Size) + (2 * Side));
        return new Figure(node.Id, Outline.Group, wrapped, Math.Ceiling(width), GroupFrame.HeadOf(wrapped.Count) + inner.Height + GroupFrame.Foot, inner);
    }

    private static double RoomFor(int lines) => (lines * Edges.Between) + 10;

    private static double Widest(IReadOnlyList<string> lines, double size) => lines.Count == 0 ? 0 : lines.Max(line => Lettering.Width(line, size));
}
