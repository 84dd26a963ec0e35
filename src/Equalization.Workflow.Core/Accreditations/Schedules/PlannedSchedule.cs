using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Accreditations.Schedules;

/// <summary>A day that a plan sets for a stage. On is null where the plan leaves it open (时间待定).</summary>
public sealed record PlannedStage(AccreditationStage Stage, DateOnly? On, string? AsWritten);

/// <summary>A county with its days. County is null where the plan is one county's own and names none; IsRest: 其余县, which a person has to name.</summary>
public sealed record PlannedCounty(string? County, bool IsRest, IReadOnlyList<PlannedStage> Stages);

/// <summary>The accreditation schedule in a plan's text: sentences that date counties' stages (吴忠), else the phases of a county's own plan (安丘).</summary>
public static class PlannedSchedule
{
    private static readonly string[] Rests = ["其余", "其他"];

    /// <summary>In the order of the text; empty where the plan says nothing of it. Names of stages that are none of the four are left out.</summary>
    public static IReadOnlyList<PlannedCounty> Of(PlanDraft draft) =>
        draft.Accreditation is { } schedule ? [.. schedule.Counties.Select(Of).Where(c => c.Stages.Count > 0)] : Phases(draft.Phases);

    private static PlannedCounty Of(DraftCounty county) => new(
        county.Name, Rests.Any(word => county.Name.StartsWith(word, StringComparison.Ordinal)),
        [
            .. county.Days.Select(d => (Stage: AccreditationStages.Of(d.Key), On: d.Value)).Where(d => d.Stage is not null)
                .GroupBy(d => d.Stage!.Value).OrderBy(g => g.Key).Select(g => new PlannedStage(g.Key, g.Max(d => d.On), null)),
        ]);

    private static IReadOnlyList<PlannedCounty> Phases(IReadOnlyList<DraftPhase> phases)
    {
        var stages = phases.Select(p => (Stage: AccreditationStages.Of(p.Name), p.End, p.AsWritten)).Where(p => p.Stage is not null)
            .GroupBy(p => p.Stage!.Value).OrderBy(g => g.Key).Select(g => new PlannedStage(g.Key, g.Max(p => p.End), g.First().AsWritten)).ToList();
        return stages.Count < 2 ? [] : [new PlannedCounty(null, false, stages)];
    }
}
