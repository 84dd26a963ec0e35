using System.Text.Json.Nodes;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Web.Cli;

/// <summary>The parts of a plan beside its measures as JSON: phases, units by chapter, schedule of accreditation, leading group. What a plan lacks is left out.</summary>
internal static class PlanArrangementsJson
{
    public static void Add(JsonObject plan, PlanDraft draft)
    {
        if (draft.OverallDeadline is { } deadline)
        {
            plan["overallDeadline"] = PlanDraftJson.Deadline(deadline);
        }

        AddUnlessEmpty(plan, "targets2025", draft.Overall.Where(target => target is { Year: 2025, IsBaseline: false }), PlanDraftJson.Milestone);
        AddUnlessEmpty(plan, "phases", draft.Phases, Phase);
        AddUnlessEmpty(plan, "units", draft.Measures.Where(measure => measure.Duties.Count > 0), Unit);
        if (draft.CountyGroup.Count > 0)
        {
            plan["collectiveUnit"] = new JsonObject { ["text"] = draft.CountyGroup[0], ["alsoWritten"] = PlanDraftJson.Strings(draft.CountyGroup.Skip(1)) };
        }

        if (draft.LeadingGroup is { } group)
        {
            plan["leadingGroup"] = new JsonObject { ["name"] = group.Name, ["head"] = group.Head, ["deputies"] = group.Deputies };
        }

        if (draft.Accreditation is { } accreditation)
        {
            plan["stages"] = PlanDraftJson.Strings(accreditation.Stages);
            plan["schedule"] = PlanDraftJson.List(accreditation.Counties, county => County(county, accreditation.Stages));
            plan["deadlineTexts"] = PlanDraftJson.Strings(accreditation.AsWritten);
        }
    }

    private static JsonObject Phase(DraftPhase phase)
    {
        var json = new JsonObject
        {
            ["number"] = phase.Number,
            ["name"] = phase.Name,
            ["text"] = phase.AsWritten,
            ["start"] = PlanDraftJson.Iso(phase.Start),
            ["end"] = PlanDraftJson.Iso(phase.End),
        };
        if (phase.Outputs.Count > 0)
        {
            json["outputs"] = PlanDraftJson.Strings(phase.Outputs);
        }

        PlanDraftJson.AddUnlessNull(json, "reviewer", phase.Reviewer);
        PlanDraftJson.AddUnlessNull(json, "then", phase.Then);
        return json;
    }

    /// <summary>A unit's paragraph: the units of its heading, whom it works with, and its duties.</summary>
    private static JsonObject Unit(DraftMeasure measure)
    {
        var own = measure.Units.Where(unit => unit.Role != DraftUnitRole.Cooperating).ToList();
        var partners = measure.Units.Where(unit => unit.Role == DraftUnitRole.Cooperating).Select(unit => unit.ResolvedName).ToList();
        var json = new JsonObject
        {
            ["number"] = measure.Number,
            ["asWritten"] = measure.Title,
            ["units"] = PlanDraftJson.Strings(own.Select(unit => unit.ResolvedName)),
        };
        PlanDraftJson.AddUnlessNull(json, "role", own.Exists(unit => unit.Role == DraftUnitRole.Lead) ? "lead" : null);
        if (partners.Count > 0)
        {
            json["with"] = PlanDraftJson.Strings(partners);
        }

        json["duties"] = PlanDraftJson.Strings(measure.Duties.Select(duty => duty.Text));
        if (own.Count > 0 && own.TrueForAll(unit => unit.IsCollective))
        {
            json["collective"] = true;
        }

        return json;
    }

    private static JsonObject County(DraftCounty county, IReadOnlyList<string> stages)
    {
        var json = new JsonObject { ["county"] = county.Name };
        foreach (var stage in stages)
        {
            json[stage] = county.Days.TryGetValue(stage, out var day) ? PlanDraftJson.Iso(day) : null;
        }

        return json;
    }

    private static void AddUnlessEmpty<T>(JsonObject plan, string name, IEnumerable<T> values, Func<T, JsonNode> write)
    {
        if (PlanDraftJson.List(values, write) is { Count: > 0 } list)
        {
            plan[name] = list;
        }
    }
}
