namespace Equalization.Workflow.Engine.Activities;

/// <summary>A result an activity leaves in a variable.</summary>
public sealed record OutputSlot(string Name, Type Type);
