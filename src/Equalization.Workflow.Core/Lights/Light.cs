namespace Equalization.Workflow.Core.Lights;

/// <summary>红黄绿灯. Grey: not signed for or not begun. Blue: near its day. Green: on schedule. Yellow: behind. Red: overdue or far behind.</summary>
public enum Light
{
    Grey,
    Blue,
    Green,
    Yellow,
    Red,
}

/// <summary>What the unit itself says of its schedule in its last report; set beside the computed light, never in its place.</summary>
public enum OwnWord
{
    OnSchedule,

    /// <summary>Slow, but will finish in time: yellow at least.</summary>
    SlowButInTime,

    /// <summary>Cannot be finished in time: red.</summary>
    CannotFinish,
}

/// <summary>A light with its reason as a Chinese format and arguments, and the no-word flag beside it with its own reason.</summary>
public sealed record Judgement(Light Light, string Reason, object[] Arguments, bool Silent, string? SilentReason, object[] SilentArguments)
{
    /// <summary>Progress expected on that day, straight from start to due day.</summary>
    public required Percent Expected { get; init; }

    /// <summary>Open and past its day; a red light without it is red for its progress.</summary>
    public required bool Overdue { get; init; }
}
