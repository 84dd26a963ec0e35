using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static Equalization.Workflow.Tests.Engine.Draw;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>A flow as people would draw one: made of parts that each have one way in and one way out.</summary>
internal abstract record Shape(params Shape[] Parts)
{
    public override string ToString() => $"{GetType().Name}({string.Join(", ", Parts.Select(p => p.ToString()))})";

    public sealed record Step : Shape;

    public sealed record Wait(bool IsTimer) : Shape
    {
        public override string ToString() => IsTimer ? "Timer" : "Event";
    }

    public sealed record Series(params Shape[] Parts) : Shape(Parts);

    /// <summary>A fork and its join; one more branch may lead nowhere.</summary>
    public sealed record Fork(string Mode, bool HasLooseEnd, params Shape[] Parts) : Shape(Parts)
    {
        public override string ToString() => $"{Mode}({string.Join(", ", Parts.Select(p => p.ToString()))}{(HasLooseEnd ? ", loose" : "")})";
    }

    /// <summary>A decision whose two ways meet in an ordinary activity.</summary>
    public sealed record Choice(bool TakesFirst, Shape First, Shape Second) : Shape(First, Second);

    /// <summary>Turns as long as the event at its end says so.</summary>
    public sealed record Loop(Shape Body) : Shape(Body);

    public sealed record Nested(Shape Body, bool EndsEarly) : Shape(Body);

    public sealed record Child(Shape Body) : Shape(Body);

    public static Arbitrary<Shape> Any() => Arb.From(Gen.Choose(4, 48).SelectMany(Of), shape => shape.Parts);

    // The kind is chosen first and only its parts are then made: making a generator for every kind at every size would never end.
    private static Gen<Shape> Of(int size) => Gen.Choose(0, size <= 1 ? 3 : 10).SelectMany(kind => (size, kind) switch
    {
        ( <= 1, 0) => Gen.Constant<Shape>(new Step()),
        ( <= 1, 1) => Gen.Constant<Shape>(new Wait(IsTimer: true)),
        ( <= 1, _) => Gen.Constant<Shape>(new Wait(IsTimer: false)),
        (_, 0 or 1) => from first in Of(size / 2) from second in Of(size / 2) select (Shape)new Series(first, second),
        (_, 2 or 3 or 4) =>
            from mode in Gen.Elements("WaitAll", "WaitAny", "WaitAllActive")
            from loose in Gen.Elements(true, false)
            from first in Of(size / 3) from second in Of(size / 3) from third in Of(size / 3)
            select (Shape)new Fork(mode, loose, first, second, third),
        (_, 5) => from mode in Gen.Elements("WaitAll", "WaitAny") from first in Of(size / 2) from second in Of(size / 2) select (Shape)new Fork(mode, false, first, second),
        (_, 6) => from takesFirst in Gen.Elements(true, false) from first in Of(size / 2) from second in Of(size / 2) select (Shape)new Choice(takesFirst, first, second),
        (_, 7 or 8) => from body in Of(size - 2) select (Shape)new Loop(body),
        (_, 9) => from body in Of(size - 1) from ends in Gen.Elements(true, false) select (Shape)new Nested(body, ends),
        _ => from body in Of(size / 2) select (Shape)new Child(body),
    });
}

/// <summary>Draws a shape as definitions: the flow itself, and one for each child in it.</summary>
internal sealed class ShapeDrawing
{
    private readonly List<(string Id, string Type, string? Value)> variables = [];
    private readonly string flow;
    private int count;

    public ShapeDrawing(Shape shape, string flow)
    {
        this.flow = flow;
        DrawFlow(shape, flow);
    }

    public List<string> Definitions { get; } = [];

    private void DrawFlow(Shape shape, string id)
    {
        var before = variables.Count;
        var chart = ChartOf(shape, "root", endsEarly: false);
        Definitions.Add(Definition(chart, id, variables: Variables([.. variables.Skip(before)])));
        variables.RemoveRange(before, variables.Count - before);
    }

    private JsonObject ChartOf(Shape shape, string id, bool endsEarly)
    {
        var page = new Page();
        var start = page.Put(Start(Name("s")));
        var (first, last) = Put(shape, page);
        page.Link(start, "Done", first);
        if (endsEarly)
        {
            var other = page.Put(Event(Name("e")));
            page.Link(start, "Done", other);
            page.Link(other, "Done", page.Put(End(Name("end"))));
        }

        page.Link(last, "Done", page.Put(Mark(Name("z"))));
        return Chart(id, string.Join(' ', page.Links), [.. page.Activities]);
    }

    private (string First, string Last) Put(Shape shape, Page page)
    {
        switch (shape)
        {
            case Shape.Wait { IsTimer: true }:
                return Single(page.Put(Delay(Name("t"), "01:00:00")));
            case Shape.Wait:
                var name = Name("e");
                return Single(page.Put(Event(name, $"{flow}-{name}")));
            case Shape.Series series:
                var drawn = series.Parts.Select(p => Put(p, page)).ToList();
                for (var i = 1; i < drawn.Count; i++)
                {
                    page.Link(drawn[i - 1].Last, "Done", drawn[i].First);
                }

                return (drawn[0].First, drawn[^1].Last);
            case Shape.Fork fork:
                return PutFork(fork, page);
            case Shape.Choice choice:
                return PutChoice(choice, page);
            case Shape.Loop loop:
                return PutLoop(loop, page);
            case Shape.Nested nested:
                return Single(page.Put(ChartOf(nested.Body, Name("n"), nested.EndsEarly)));
            case Shape.Child child:
                var id = $"{flow}-{Name("child")}";
                DrawFlow(child.Body, id);
                return Single(page.Put(Draw.Child(Name("c"), id)));
            default:
                return Single(page.Put(Mark(Name("m"))));
        }
    }

    private (string First, string Last) PutFork(Shape.Fork fork, Page page)
    {
        var branches = fork.Parts.Select((_, i) => "B" + i).ToList();
        var first = page.Put(Draw.Fork(Name("f"), [.. branches, "Loose"]));
        var last = page.Put(Join(Name("j"), fork.Mode));
        for (var i = 0; i < fork.Parts.Length; i++)
        {
            var (from, to) = Put(fork.Parts[i], page);
            page.Link(first, branches[i], from);
            page.Link(to, "Done", last);
        }

        if (fork.HasLooseEnd)
        {
            page.Link(first, "Loose", page.Put(Mark(Name("m"))));
        }

        return (first, last);
    }

    private (string First, string Last) PutChoice(Shape.Choice choice, Page page)
    {
        var first = page.Put(Decision(Name("d"), Literal(choice.TakesFirst ? "true" : "false")));
        var last = page.Put(Mark(Name("m")));
        foreach (var (port, part) in new[] { ("True", choice.First), ("False", choice.Second) })
        {
            var (from, to) = Put(part, page);
            page.Link(first, port, from);
            page.Link(to, "Done", last);
        }

        return (first, last);
    }

    private (string First, string Last) PutLoop(Shape.Loop loop, Page page)
    {
        var again = Name("v");
        variables.Add((again, "Boolean", "false"));
        var head = page.Put(Mark(Name("m")));
        var (from, to) = Put(loop.Body, page);
        var name = Name("e");
        var ask = page.Put(Event(name, $"{flow}-{name}", again));
        var decision = page.Put(Decision(Name("d"), Variable(again)));
        var last = page.Put(Mark(Name("m")));
        page.Link(head, "Done", from);
        page.Link(to, "Done", ask);
        page.Link(ask, "Done", decision);
        page.Link(decision, "True", head);
        page.Link(decision, "False", last);
        return (head, last);
    }

    private static (string First, string Last) Single(string id) => (id, id);

    private string Name(string kind) => kind + ++count;

    private sealed class Page
    {
        public List<JsonObject> Activities { get; } = [];

        public List<string> Links { get; } = [];

        public string Put(JsonObject activity)
        {
            Activities.Add(activity);
            return (string)activity["id"]!;
        }

        public void Link(string from, string port, string to) => Links.Add($"{from}.{port}>{to}");
    }
}
