namespace Equalization.Workflow.Engine.Activities;

/// <summary>How many of its ports one completion follows.</summary>
public enum PortChoice
{
    One,
    All,
    Any,
}

/// <summary>The ports of an activity, by outcome name.</summary>
public sealed record Ports(IReadOnlyList<string> Names, PortChoice Choice = PortChoice.One)
{
    public const string DoneName = "Done";

    public static readonly Ports Done = new([DoneName]);

    public static readonly Ports None = new([]);
}
