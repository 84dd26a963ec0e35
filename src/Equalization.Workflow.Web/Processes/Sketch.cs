namespace Equalization.Workflow.Web.Processes;

/// <summary>The outline a step is drawn in: it tells the kind of step without colour.</summary>
public enum Outline
{
    /// <summary>A start or an end.</summary>
    Terminal,
    Step,

    /// <summary>Waits for an event: an envelope.</summary>
    Message,

    /// <summary>Waits for an instant: a clock.</summary>
    Clock,
    Choice,

    /// <summary>A fork or a join; its words stand below it.</summary>
    Bar,

    /// <summary>Another process: a double frame.</summary>
    Child,

    /// <summary>Steps within a frame of their own.</summary>
    Group,
}

/// <summary>One step to be drawn, with the room it needs; lengths are CSS pixels.</summary>
/// <param name="Inner">What stands inside a group, drawn from its own corner.</param>
public sealed record Figure(string Id, Outline Outline, IReadOnlyList<string> Lines, double Width, double Height, Picture? Inner = null);

/// <summary>A way from one figure to another, by their places; the label is empty where there is only one way on.</summary>
public sealed record Arrow(int From, int To, string Port, string Label, bool IsBack);

/// <summary>What is to be drawn, without places. Without the arrows that lead back it has no circle.</summary>
public sealed record Sketch(IReadOnlyList<Figure> Figures, IReadOnlyList<Arrow> Arrows);
