namespace Equalization.Workflow.Core;

/// <summary>
/// Rows of this type are written once under a key of their own and carry no version. A provider that sends row by row may write them past EF's
/// change tracker; an action writes more of them than of all others together.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AppendedAttribute : Attribute;
