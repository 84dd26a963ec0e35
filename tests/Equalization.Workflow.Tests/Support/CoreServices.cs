using Equalization.Workflow.Core;

namespace Equalization.Workflow.Tests.Support;

/// <summary>The doors of Core: every *Service and *Queries class, by reflection, so that a new one is never forgotten.</summary>
public static class CoreServices
{
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(WorkflowDb).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false, IsPublic: true }
                        && (t.Name.EndsWith("Service", StringComparison.Ordinal) || t.Name.EndsWith("Queries", StringComparison.Ordinal)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];
}
