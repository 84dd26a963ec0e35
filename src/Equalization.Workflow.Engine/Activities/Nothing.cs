namespace Equalization.Workflow.Engine.Activities;

/// <summary>For activities without inputs, or without outputs.</summary>
public sealed record Nothing
{
    public static readonly Nothing Value = new();
}
