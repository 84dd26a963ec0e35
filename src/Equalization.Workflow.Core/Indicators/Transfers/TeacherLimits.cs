using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>What a person sets for all schools of a county: the share of a school's teachers that may leave it, and schools that take no part.</summary>
public sealed record TeacherLimits(Percent MayGive)
{
    public IReadOnlySet<string> Fixed { get; init; } = new HashSet<string>();

    /// <summary>The group (片区) of each school that has one, by its code; plans may be kept within groups.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; init; } = new Dictionary<string, string>();

    /// <summary>Teachers every school keeps.</summary>
    public int Keeps { get; init; }

    /// <summary>From whole percent. Refuses a share outside 0–100 (may-give) and teachers kept below zero (keeps).</summary>
    public static TeacherLimits Of(int mayGive, int keeps)
    {
        if (mayGive is < 0 or > 100)
        {
            throw new RuleBroken("may-give", "调出比例“{0}”不成立，请填写 0 到 100 之间的整数。", mayGive) { Field = "MayGive" };
        }

        return keeps >= 0
            ? new TeacherLimits(Percent.Of(mayGive)) { Keeps = keeps }
            : throw new RuleBroken("keeps", "至少保留的教师数“{0}”不成立，请填写不小于零的整数。", keeps) { Field = "Keeps" };
    }

    // Rounded down: a share of a teacher cannot leave.
    internal int Movable(int teachers) => (int)((long)teachers * MayGive.Hundredths / Percent.Full.Hundredths);
}
