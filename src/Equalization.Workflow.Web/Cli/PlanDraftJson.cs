using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Web.Cli;

/// <summary>A plan draft as JSON: the plan's fields, then its measures as items, each with units, deadlines and targets.</summary>
internal static class PlanDraftJson
{
    // Chinese text stays readable in a terminal and in a diff.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="others">Drafts of other documents in the same file, written under otherPlans.</param>
    public static string Write(string source, PlanDraft draft, IReadOnlyList<PlanDraft> others)
    {
        var plan = Plan(source, draft);
        if (others.Count > 0)
        {
            plan["otherPlans"] = List(others, other => Plan(source, other));
        }

        return plan.ToJsonString(Readable);
    }

    private static JsonObject Plan(string source, PlanDraft draft)
    {
        var plan = new JsonObject
        {
            ["source"] = source,
            ["title"] = draft.Title,
            ["documentNumber"] = draft.DocumentNumber,
            ["issuer"] = draft.Issuer,
            ["issued"] = Iso(draft.IssuedOn),
            ["period"] = draft.PeriodFrom is null ? null : new JsonArray(draft.PeriodFrom, draft.PeriodTo),
            ["overall"] = List(draft.Overall, Milestone),
            ["items"] = List(draft.Measures, Item),
        };
        PlanArrangementsJson.Add(plan, draft);
        plan["doubts"] = Strings(draft.Doubts);
        plan["coverage"] = Coverage(DraftCoverage.Of(draft));
        plan["fields"] = List(PlanFields.Of(draft), Field);
        plan["skipped"] = List(draft.Skipped, skip => new JsonObject
        {
            ["start"] = skip.Span.Start,
            ["length"] = skip.Span.Length,
            ["text"] = draft.Text.Substring(skip.Span.Start, skip.Span.Length),
            ["reason"] = skip.Reason,
        });
        return plan;
    }

    private static JsonObject Coverage(DraftCoverage coverage) => new()
    {
        ["used"] = coverage.Used,
        ["setAside"] = coverage.SetAside,
        ["lost"] = coverage.Lost,
        ["percent"] = coverage.Percent,
    };

    private static JsonObject Field(ReadField field) => new()
    {
        ["field"] = field.Name,
        ["text"] = field.Text,
        ["start"] = field.Span.Start,
        ["length"] = field.Span.Length,
        ["rule"] = field.Rule.Name,
        ["confidence"] = field.Confidence switch
        {
            Confidence.Certain => "certain",
            Confidence.Likely => "likely",
            Confidence.Doubtful => "doubtful",
        },
    };

    private static JsonObject Item(DraftMeasure measure)
    {
        var item = new JsonObject
        {
            ["number"] = measure.Number,
            ["title"] = measure.Title,
            ["section"] = measure.Section,
            ["leadUnits"] = Units(measure, DraftUnitRole.Lead),
            ["cooperatingUnits"] = Units(measure, DraftUnitRole.Cooperating),
            ["responsibleUnits"] = Units(measure, DraftUnitRole.Responsible),
            ["deadlines"] = List(measure.Deadlines, Deadline),
            ["targets"] = Strings(measure.Targets.Where(target => !target.IsBaseline).Select(target => target.AsWritten).Distinct()),
            ["milestones"] = List(measure.Targets, Milestone),
        };
        if (measure.Place is { } place)
        {
            item["place"] = new JsonObject { ["sheet"] = place.Sheet, ["row"] = place.Row };
        }

        if (Labels(measure) is { Count: > 0 } labels)
        {
            item["labels"] = labels;
        }

        if (measure.Schedule.Count > 0)
        {
            item["schedule"] = List(measure.Schedule, year => new JsonObject { ["year"] = year.Year, ["counties"] = Strings(year.Counties) });
        }

        item["mechanisms"] = Strings(measure.Mechanisms);
        item["exceptions"] = Strings(measure.Exceptions);
        if (measure.ListIsOpen)
        {
            item["openList"] = true;
        }

        item["doubts"] = Strings(measure.Doubts);
        item["fields"] = List(PlanFields.Of(measure), Field);
        return item;
    }

    private static JsonArray Units(DraftMeasure measure, DraftUnitRole role) =>
        Strings(measure.Units.Where(unit => unit.Role == role).Select(unit => unit.ResolvedName));

    /// <summary>The words used, where they are not the usual ones.</summary>
    private static JsonObject Labels(DraftMeasure measure)
    {
        var labels = new JsonObject();
        foreach (var (role, key, usual) in new[]
                 {
                     (DraftUnitRole.Lead, "lead", "牵头单位"),
                     (DraftUnitRole.Cooperating, "cooperating", "配合单位"),
                     (DraftUnitRole.Responsible, "responsible", "责任单位"),
                 })
        {
            var label = measure.Units.FirstOrDefault(unit => unit.Role == role && unit.Label.Length > 0)?.Label;
            if (label is not null && label != usual)
            {
                labels[key] = label;
            }
        }

        return labels;
    }

    internal static JsonObject Deadline(DraftDeadline deadline)
    {
        var json = new JsonObject
        {
            ["text"] = deadline.AsWritten,
            ["iso"] = Iso(deadline.Day),
            ["kind"] = deadline.Kind switch
            {
                DeadlineKind.By => "by",
                DeadlineKind.Start => "start",
                DeadlineKind.Recurring => "recurring",
                DeadlineKind.Ongoing => "ongoing",
            },
        };
        AddUnlessNull(json, "period", deadline.Period);
        AddUnlessNull(json, "start", Iso(deadline.StartOn));
        AddUnlessNull(json, "milestone", deadline.Milestone);
        AddUnlessNull(json, "inferred", deadline.Inferred);
        return json;
    }

    internal static JsonObject Milestone(DraftTarget target)
    {
        var json = new JsonObject
        {
            ["year"] = target.Year,
            ["text"] = target.AsWritten,
            ["metric"] = target.Metric,
            ["comparator"] = target.Comparator switch
            {
                Comparator.AtMost => "<=",
                Comparator.AtLeast => ">=",
                Comparator.Equal => "==",
                Comparator.Between => "between",
                null => null,
            },
            ["value"] = target.Upper is { } upper ? new JsonArray(target.Value, upper) : target.Value,
            ["unit"] = target.Unit,
        };
        AddUnlessNull(json, "basis", target.Basis);
        AddUnlessNull(json, "perUnit", target.PerUnit);
        AddUnlessNull(json, "recurring", target.RecursYearly ? "year" : null);
        foreach (var (name, holds) in new[] { ("aspirational", target.Aspirational), ("baseline", target.IsBaseline) })
        {
            if (holds)
            {
                json[name] = true;
            }
        }

        return json;
    }

    internal static void AddUnlessNull(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    internal static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    internal static JsonArray Strings(IEnumerable<string> values) => List(values, value => (JsonNode)value);

    internal static JsonArray List<T>(IEnumerable<T> values, Func<T, JsonNode> write) => new([.. values.Select(write)]);
}
