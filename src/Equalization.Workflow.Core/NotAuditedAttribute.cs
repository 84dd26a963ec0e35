namespace Equalization.Workflow.Core;

/// <summary>
/// Rows of this type leave no audit row: the chain itself, and the inbox, whose rows are made and read by the thousand and prove nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotAuditedAttribute : Attribute;
