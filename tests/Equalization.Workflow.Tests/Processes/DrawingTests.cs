using System.Xml.Linq;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Tests.Engine;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Processes;
using Equalization.Workflow.Web.Ui;
using FsCheck;
using FsCheck.Fluent;
using static Equalization.Workflow.Tests.Engine.Draw;

namespace Equalization.Workflow.Tests.Processes;

/// <summary>Pictures of definitions: what they show, and what no picture may do.</summary>
public sealed class DrawingTests
{
    private const int Charts = 200;

    private static readonly ProcessWords Words = new(new Texts(new Dictionary<string, string>()));

    [Fact]
    public void Whatever_the_chart_no_box_lies_on_another_and_no_line_goes_astray()
    {
        var drawn = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Charts), Prop.ForAll(Shape.Any(), shape =>
        {
            foreach (var json in new ShapeDrawing(shape, "flow").Definitions)
            {
                var definition = Read(json);
                drawn++;
                Assert.Empty(Faults(definition, Picture(definition)));
                Assert.Equal(Svg(definition), Svg(Read(json)));
            }
        }));
        Assert.True(drawn >= Charts);
    }

    [Fact]
    public void A_picture_is_well_formed_and_says_what_it_shows()
    {
        var svg = XDocument.Parse(Svg(Sample()));
        XNamespace ns = "http://www.w3.org/2000/svg";

        Assert.Equal("flow", svg.Root!.Element(ns + "title")!.Value);
        Assert.Equal("flow-title flow-desc", (string?)svg.Root.Attribute("aria-labelledby"));
        Assert.Contains("等待：a", string.Concat(svg.Descendants(ns + "tspan").Select(t => t.Value)), StringComparison.Ordinal);
        Assert.All(svg.Descendants().Attributes("font-size"), size => Assert.True((double)size >= 12));
    }

    [Fact]
    public void A_picture_carries_nothing_that_the_content_policy_forbids()
    {
        var svg = XDocument.Parse(Svg(Sample()));

        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName is "style" or "script" or "foreignObject" || e.Attributes().Any(a => a.Name.LocalName == "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_step_passed_is_ticked_and_the_one_that_waits_says_so()
    {
        var definition = Sample();
        var trace = new Trace(new Dictionary<string, StepMark>
        {
            ["f"] = new(1) { Ports = new HashSet<string> { "A", "B" } },
            ["a"] = new(3),
            ["b"] = new(Waits: true),
        });
        var svg = new PictureSvg(Words).Write(Picture(definition), "flow", "流程", "图", trace);

        Assert.Contains(">✓<", svg, StringComparison.Ordinal);
        Assert.Contains(">×3<", svg, StringComparison.Ordinal);
        Assert.Single(Occurrences(svg, "停在这里"));
        Assert.DoesNotContain("停在这里", Svg(definition), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_stay_inside_their_box()
    {
        var long_ = Activity("Elsa.Event", "long", ("eventName", Literal("x")),
            ("metadata", new System.Text.Json.Nodes.JsonObject { ["displayText"] = "等待市领导小组办公室对县（市、区）人民政府报送的年度办结申请作出审核决定（含退回补充材料）" }));
        var figure = Picture(Read(Definition(Chart("long>z", long_, Mark("z"))))).Figures[0].Figure;

        Assert.True(figure.Lines.Count > 3);
        Assert.All(figure.Lines, line => Assert.True(Lettering.Width(line, Lettering.Size) <= figure.Width));
        Assert.True(figure.Height >= figure.Lines.Count * Lettering.LineHeight);
        Assert.DoesNotContain(figure.Lines, line => line[0] is '、' or '）');
    }

    [Fact]
    public void A_box_on_another_and_a_line_through_a_box_are_found()
    {
        var definition = Read(Definition(Chart("a>b b>c", Event("a"), Mark("b"), Event("c"))));
        var picture = Picture(definition);
        var onTop = picture with { Figures = [.. picture.Figures.Select(f => f with { X = picture.Figures[0].X, Y = picture.Figures[0].Y })] };
        var through = picture with { Arrows = [.. picture.Arrows.Select(a => a with { Bends = [Bend.Straight(a.Start, picture.Arrows[1].End)] })] };

        Assert.Contains(Faults(definition, onTop), fault => fault.Contains("lies on", StringComparison.Ordinal));
        Assert.Contains(Faults(definition, through), fault => fault.Contains("crosses", StringComparison.Ordinal));
    }

    [Fact]
    public void The_race_of_the_samples_is_drawn_from_left_to_right()
    {
        var definition = Read(File.ReadAllText(Repository.SharedFile("reference", "elsa", "race.json")));
        var picture = Picture(definition);

        Assert.Equal(["f", "ea", "eb", "j", "d"], picture.Figures.Select(f => f.Figure.Id));
        Assert.All(picture.Arrows, a => Assert.True(a.Start.X < a.End.X));
    }

    internal static IEnumerable<string> Faults(Definition definition, Picture picture)
    {
        var groups = definition.Nodes.Where(n => n.Parent is not null && Sketcher.OutlineOf(n) == Outline.Group && n.Children.Count > 0).Select(n => n.Id).ToHashSet();
        var boxes = picture.Figures.Where(f => !groups.Contains(f.Figure.Id)).ToList();
        var byId = picture.Figures.ToDictionary(f => f.Figure.Id);
        foreach (var node in definition.Nodes.Where(n => n.Parent is not null && !byId.ContainsKey(n.Id)))
        {
            yield return $"{node.Id} is not drawn";
        }

        foreach (var (i, box) in boxes.Index())
        {
            if (box.X < 0 || box.Y < 0 || box.Right > picture.Width || box.Bottom > picture.Height)
            {
                yield return $"{box.Figure.Id} is outside";
            }

            foreach (var other in boxes.Skip(i + 1).Where(o => box.X < o.Right && o.X < box.Right && box.Y < o.Bottom && o.Y < box.Bottom))
            {
                yield return $"{box.Figure.Id} lies on {other.Figure.Id}";
            }
        }

        foreach (var node in definition.Nodes.Where(n => groups.Contains(n.Id)))
        {
            foreach (var child in node.Children.Where(c => !Within(byId[c.Id], byId[node.Id])))
            {
                yield return $"{child.Id} is outside its group";
            }
        }

        var ways = definition.Nodes.Where(n => n.Chart is not null).SelectMany(n => n.Chart!.Connections.Select(c => $"{n.Chart.Nodes[c.Source].Id}.{c.Port}>{n.Chart.Nodes[c.Target].Id}"));
        foreach (var way in ways.Except(picture.Arrows.Select(a => $"{a.From}.{a.Port}>{a.To}")))
        {
            yield return $"{way} is not drawn";
        }

        foreach (var arrow in picture.Arrows)
        {
            foreach (var fault in Faults(arrow, byId, boxes))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Faults(PlacedArrow arrow, Dictionary<string, PlacedFigure> byId, List<PlacedFigure> boxes)
    {
        var name = $"{arrow.From}.{arrow.Port}>{arrow.To}";
        if (!OnBorder(arrow.Start, byId[arrow.From], right: true) || !OnBorder(arrow.End, byId[arrow.To], right: false))
        {
            yield return $"{name} hangs in the air";
        }

        foreach (var box in boxes.Where(b => Course(arrow).Any(s => s.X > b.X + 1 && s.X < b.Right - 1 && s.Y > b.Y + 1 && s.Y < b.Bottom - 1)))
        {
            // A line may run within the box of its own bar, choice or rounded end, outside the outline itself.
            if ((box.Figure.Id != arrow.From && box.Figure.Id != arrow.To) || box.Figure.Outline is Outline.Step or Outline.Child)
            {
                yield return $"{name} crosses {box.Figure.Id}";
            }
        }
    }

    private static bool OnBorder(Spot spot, PlacedFigure figure, bool right)
    {
        var half = figure.Figure.Height / 2;
        return Math.Abs(spot.Y - figure.CenterY) <= half && (right ? spot.X > figure.CenterX && spot.X <= figure.Right + 0.1 : spot.X < figure.CenterX && spot.X >= figure.X - 0.1);
    }

    private static bool Within(PlacedFigure inner, PlacedFigure outer) =>
        inner.X >= outer.X && inner.Y >= outer.Y && inner.Right <= outer.Right && inner.Bottom <= outer.Bottom;

    private static IEnumerable<Spot> Course(PlacedArrow arrow)
    {
        var from = arrow.Start;
        foreach (var bend in arrow.Bends)
        {
            for (var step = 1; step <= 12; step++)
            {
                var t = step / 12d;
                var u = 1 - t;
                yield return new Spot(
                    (u * u * u * from.X) + (3 * u * u * t * bend.First.X) + (3 * u * t * t * bend.Second.X) + (t * t * t * bend.To.X),
                    (u * u * u * from.Y) + (3 * u * u * t * bend.First.Y) + (3 * u * t * t * bend.Second.Y) + (t * t * t * bend.To.Y));
            }

            from = bend.To;
        }
    }

    private static Definition Sample() => Read(Definition(Chart("f.A>a f.B>b a>j b>j j>d d.True>a2 d.False>f", Fork("f", "A", "B"), Event("a"), Delay("b", "3.00:00:00"), Join("j", "WaitAny"), Decision("d", Literal("true")), Mark("a2"))));

    private static IEnumerable<int> Occurrences(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static Definition Read(string json) => new DefinitionReader(ProbeActivities.Registry()).Read("case.json", json);

    private static Picture Picture(Definition definition) => new Sketcher(Words).Draw(definition);

    private static string Svg(Definition definition) => new PictureSvg(Words).Write(Picture(definition), "flow", definition.Name, "图", Trace.Blank);
}
