namespace Equalization.Workflow.Engine.Activities;

/// <summary>An input an activity takes. Its type decides, whatever <c>typeName</c> the file writes.</summary>
public sealed record InputSlot(string Name, Type Type, bool IsRequired = false, bool MustBeConstant = false);
