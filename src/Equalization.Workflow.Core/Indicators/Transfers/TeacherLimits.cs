using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>What a person sets for all schools of a county: the share of a school's teachers that may leave it, and schools that take no part.</summary>
public sealed record TeacherLimits(Percent MayGive)
{
    public IReadOnlySet<string> Fixed { get; init; } = new HashSet<string>();

    /// <summary>Teachers every school keeps.</summary>
    public int Keeps { get; init; }

    // Rounded down: a share of a teacher cannot leave.
    internal int Movable(int teachers) => (int)((long)teachers * MayGive.Hundredths / Percent.Full.Hundredths);
}
