using System.Text.Json.Nodes;

namespace Equalization.Workflow.Benchmarks.Gold;

/// <summary>Holds the JSON of import-plan against a gold answer. A field that the answer does not have is not compared.</summary>
public sealed class GoldComparison
{
    private static readonly (string Name, GoldField Field)[] Roles =
        [("leadUnits", GoldField.Lead), ("cooperatingUnits", GoldField.Cooperating), ("responsibleUnits", GoldField.Responsible)];

    private readonly Dictionary<GoldField, GoldTally> _tallies = [];
    private readonly List<string> _differences = [];
    private int _wrongLeads;

    private GoldComparison()
    {
    }

    /// <param name="gold">An object with plan fields, or a plain array of items.</param>
    public static GoldResult Of(string name, JsonNode gold, JsonNode said)
    {
        var comparison = new GoldComparison();
        var plan = gold is JsonArray ? new JsonObject { ["items"] = gold.DeepClone() } : gold.AsObject();
        var read = PlanOf(plan, said);
        comparison.Head(plan, read);
        comparison.Items(plan, read);
        comparison.Arrangements(plan, read);
        return new GoldResult(name, comparison._tallies, comparison._wrongLeads, comparison._differences);
    }

    /// <summary>A file may hold several plans; the answer is about the one with its title.</summary>
    private static JsonNode PlanOf(JsonObject gold, JsonNode said) =>
        said.Each("otherPlans").Prepend(said).FirstOrDefault(plan => gold["title"] is { } title && GoldText.Plain(plan["title"]) == GoldText.Plain(title)) ?? said;

    private void Head(JsonObject gold, JsonNode said)
    {
        string[] names = ["title", "documentNumber", "issuer", "issued", "period"];
        Compare(GoldField.Head, "", [.. names.Where(gold.ContainsKey).Select(name => name + "=" + GoldText.Plain(gold[name]))],
            [.. names.Where(gold.ContainsKey).Select(name => name + "=" + GoldText.Plain(said[name]))]);
        foreach (var (name, fields) in new[] { ("overallDeadline", new[] { "text", "iso", "kind" }), ("leadingGroup", ["name", "head", "deputies"]), ("collectiveUnit", ["text"]) })
        {
            if (gold[name] is { } answer)
            {
                Compare(GoldField.Head, name, [GoldText.Key(answer, fields)], said[name] is { } read ? [GoldText.Key(read, fields)] : []);
            }
        }

        foreach (var name in new[] { "overall", "targets2025" }.Where(gold.ContainsKey))
        {
            Compare(GoldField.Targets, name, [.. gold.Milestones(name)], [.. said.Milestones(name)]);
        }
    }

    private void Items(JsonObject gold, JsonNode said)
    {
        if (!gold.ContainsKey("items"))
        {
            return;
        }

        var left = said.Each("items").ToList();
        foreach (var item in gold.Each("items"))
        {
            var same = left.Find(other => SameItem(item, other));
            Add(GoldField.Measures, new GoldTally(1, same is null ? 0 : 1, same is null ? 0 : 1), same is null ? "missing: " + Name(item) : null);
            left.Remove(same!);
            Item(item, same ?? new JsonObject());
        }

        foreach (var extra in left)
        {
            Add(GoldField.Measures, new GoldTally(0, 1, 0), "not asked for: " + Name(extra));
            Item(new JsonObject { ["leadUnits"] = new JsonArray(), ["cooperatingUnits"] = new JsonArray(), ["responsibleUnits"] = new JsonArray() }, extra);
        }
    }

    /// <summary>The same number and title; of the sections above, the answer may name only the innermost.</summary>
    private static bool SameItem(JsonNode gold, JsonNode said)
    {
        var (wanted, read) = (GoldText.Plain(gold["section"]), GoldText.Plain(said["section"]));
        return GoldText.Key(gold, "number", "title") == GoldText.Key(said, "number", "title") && (wanted == read || read.EndsWith("/" + wanted, StringComparison.Ordinal));
    }

    private void Item(JsonNode gold, JsonNode said)
    {
        foreach (var (name, field) in Roles)
        {
            Units(field, Name(gold), gold, said, name);
        }

        if (gold["deadlines"] is not null)
        {
            Compare(GoldField.Deadlines, Name(gold), [.. gold.Each("deadlines").Select(Deadline)], [.. said.Each("deadlines").Select(Deadline)]);
        }

        if (gold["milestones"] is not null)
        {
            Compare(GoldField.Targets, Name(gold), [.. gold.Milestones("milestones")], [.. said.Milestones("milestones")]);
        }
        else if (gold["targets"] is not null)
        {
            Phrases(Name(gold), [.. gold.Texts("targets")], [.. said.Texts("targets")]);
        }

        if (gold["schedule"] is not null)
        {
            Compare(GoldField.Schedule, Name(gold), [.. gold.Each("schedule").Select(Year)], [.. said.Each("schedule").Select(Year)]);
        }

        if (gold["openList"] is { } open)
        {
            Compare(GoldField.Responsible, Name(gold) + " open list", [GoldText.Plain(open)], [GoldText.Plain(said["openList"])]);
        }
    }

    /// <summary>Units are compared in order: those of the longest common sequence are right.</summary>
    private void Units(GoldField field, string item, JsonNode gold, JsonNode said, string name)
    {
        if (gold[name] is null)
        {
            return;
        }

        var (wanted, read) = (gold.Texts(name).ToList(), said.Texts(name).ToList());
        var same = wanted.SequenceEqual(read);
        _wrongLeads += field == GoldField.Lead && !same ? 1 : 0;
        Add(field, new GoldTally(wanted.Count, read.Count, same ? wanted.Count : InOrder(wanted, read)), same ? null : $"{item}: {string.Join(' ', wanted)} ≠ {string.Join(' ', read)}");
    }

    private static int InOrder(List<string> one, List<string> other)
    {
        var longest = new int[one.Count + 1, other.Count + 1];
        for (var i = 1; i <= one.Count; i++)
        {
            for (var j = 1; j <= other.Count; j++)
            {
                longest[i, j] = one[i - 1] == other[j - 1] ? longest[i - 1, j - 1] + 1 : Math.Max(longest[i - 1, j], longest[i, j - 1]);
            }
        }

        return longest[one.Count, other.Count];
    }

    private void Arrangements(JsonObject gold, JsonNode said)
    {
        if (gold.ContainsKey("phases"))
        {
            Compare(GoldField.Phases, "phases", [.. gold.Each("phases").Select(Phase)], [.. said.Each("phases").Select(Phase)]);
        }

        if (gold.ContainsKey("units"))
        {
            Compare(GoldField.Units, "units", [.. gold.Each("units").Select(Unit)], [.. said.Each("units").Select(Unit)]);
            foreach (var unit in gold.Each("units"))
            {
                // An answer's duties are cut short; each must be found inside one that was read.
                var read = said.Each("units").FirstOrDefault(other => Unit(other) == Unit(unit)).Texts("duties").ToList();
                var missing = unit.Texts("duties").Where(duty => !read.Exists(text => text.Contains(duty, StringComparison.Ordinal))).ToList();
                var all = unit.Texts("duties").Count();
                Add(GoldField.Units, new GoldTally(all, all - missing.Count, all - missing.Count), missing.Count == 0 ? null : "duties: " + string.Join(", ", missing));
            }
        }

        if (gold.ContainsKey("schedule"))
        {
            Compare(GoldField.Schedule, "schedule", [.. gold.Each("schedule").SelectMany(Days)], [.. said.Each("schedule").SelectMany(Days)]);
            Compare(GoldField.Schedule, "stages", [.. gold.Texts("stages")], [.. said.Texts("stages")]);
            Compare(GoldField.Schedule, "deadlineTexts", [.. gold.Texts("deadlineTexts")], [.. said.Texts("deadlineTexts")]);
        }
    }

    private static string Name(JsonNode item) => $"{GoldText.Plain(item["number"])} {GoldText.Plain(item["title"])} [{GoldText.Plain(item["section"])}]";

    private static string Deadline(JsonNode deadline) => GoldText.Key(deadline, "text", "iso", "kind", "start", "period", "milestone");

    private static string Phase(JsonNode phase) => GoldText.Key(phase, "number", "name", "text", "start", "end", "outputs", "reviewer", "then");

    private static string Unit(JsonNode unit) => GoldText.Key(unit, "number", "asWritten", "units", "role", "with", "collective");

    private static string Year(JsonNode year) => GoldText.Key(year, "year", "counties");

    private static IEnumerable<string> Days(JsonNode county) => county.AsObject().Where(day => day.Key != "county").Select(day => $"{GoldText.Plain(county["county"])} {day.Key} {GoldText.Plain(day.Value)}");

    private void Compare(GoldField field, string place, List<string> wanted, List<string> read)
    {
        var extra = read.ToList();
        var missing = wanted.Where(answer => !extra.Remove(answer)).ToList();
        var difference = missing.Count + extra.Count == 0 ? null : $"{place}: missing [{string.Join(", ", missing)}], not asked for [{string.Join(", ", extra)}]";
        Add(field, new GoldTally(wanted.Count, read.Count, wanted.Count - missing.Count), difference);
    }

    /// <summary>A phrase may be cut more or less short: it is right when one holds the other.</summary>
    private void Phrases(string place, List<string> wanted, List<string> read)
    {
        var extra = read.ToList();
        var missing = wanted.Where(answer => !extra.Remove(extra.Find(text => text.Contains(answer, StringComparison.Ordinal) || answer.Contains(text, StringComparison.Ordinal))!)).ToList();
        var difference = missing.Count + extra.Count == 0 ? null : $"{place}: missing [{string.Join(", ", missing)}], not asked for [{string.Join(", ", extra)}]";
        Add(GoldField.Targets, new GoldTally(wanted.Count, read.Count, wanted.Count - missing.Count), difference);
    }

    private void Add(GoldField field, GoldTally tally, string? difference)
    {
        _tallies[field] = _tallies.GetValueOrDefault(field) + tally;
        if (difference is not null)
        {
            _differences.Add($"{field}: {difference}");
        }
    }
}
