using System.Text;
using System.Text.Json.Nodes;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans.Reading;

/// <summary>Real plans against answers made by hand; they lie beside the clone and the tests are skipped where they do not.</summary>
public sealed class GoldPlanTests(ITestOutputHelper output)
{
    private const string Changsha = "003_78f6664cd1c75a99.txt";
    private const string County = "002_85bdb061ac121490.txt";

    [Fact]
    public void Changsha_head_is_exact()
    {
        var (draft, gold) = Read(["reference", "seeds", Changsha], "changsha");

        Assert.Equal(Plain(gold["title"]), Plain(draft.Title));
        Assert.Equal(Plain(gold["documentNumber"]), Plain(draft.DocumentNumber));
        Assert.Equal(Plain(gold["issuer"]), Plain(draft.Issuer));
        Assert.Equal(Plain(gold["issued"]), $"{draft.IssuedOn:yyyy-MM-dd}");
        Assert.Equal((2018, 2022), (draft.PeriodFrom, draft.PeriodTo));
    }

    [Fact]
    public void Changsha_has_19_of_19_measures_with_titles_sections_and_units_exact()
    {
        var (draft, gold) = Read(["reference", "seeds", Changsha], "changsha");

        Assert.Equal(19, draft.Measures.Count);
        Assert.Equal(gold["items"]!.AsArray().Select(Gold), draft.Measures.Select(Said));
    }

    [Fact]
    public void Changsha_deadlines_are_exact()
    {
        var (draft, gold) = Read(["reference", "seeds", Changsha], "changsha");

        Assert.Equal(gold["items"]!.AsArray().Select(GoldDeadlines), draft.Measures.Select(SaidDeadlines));
    }

    [Fact]
    public void Changsha_milestones_with_a_value_are_all_found() => Milestones(["reference", "seeds", Changsha], "changsha", mostExtra: 2);

    [Fact]
    public void Changsha_goals_with_a_value_are_all_found()
    {
        var (draft, gold) = Read(["reference", "seeds", Changsha], "changsha");
        var goals = gold["overall"]!.AsArray().Where(goal => goal!["value"] is not null).Select(goal => Key(goal!)).ToList();

        Assert.Equal(3, goals.Count);
        Assert.Equal(goals.Order(), draft.Overall.Where(target => target.Value is not null).Select(Key).Order());
    }

    [Fact]
    public void Changsha_loses_no_sentence() =>
        Assert.Empty(Coverage.Missing(Read(["reference", "seeds", Changsha], "changsha").Draft));

    [Fact]
    public void A_county_plan_in_a_broken_copy_has_all_measures_and_no_unit()
    {
        var (draft, gold) = Read(["reference", "seeds", County], "xianxian");

        Assert.Equal(gold["items"]!.AsArray().Select(Gold), draft.Measures.Select(Said));
    }

    [Fact]
    public void A_county_plan_in_a_broken_copy_has_all_milestones() => Milestones(["reference", "seeds", County], "xianxian", mostExtra: 0);

    [Theory]
    [InlineData("02_puer_quality_balance")]
    [InlineData("05_dazhu_minsheng_2016")]
    [InlineData("09_yunfu_2019")]
    public void Other_written_forms_are_exact(string name)
    {
        var (draft, gold) = Read(["reference", "plans", name + ".txt"], name);

        Assert.Equal(gold.AsArray().Select(Gold), draft.Measures.Select(Said));
        Assert.Equal(gold.AsArray().Select(GoldDeadlines), draft.Measures.Select(SaidDeadlines));
    }

    [Theory]
    [InlineData("full width")]
    [InlineData("wrapped")]
    [InlineData("two spaces for each line end")]
    [InlineData("no line ends")]
    [InlineData("page marks")]
    public void Changsha_has_its_19_measures_in_other_copies_too(string copy)
    {
        var (_, gold) = Read(["reference", "seeds", Changsha], "changsha");
        var text = File.ReadAllText(Repository.SharedFile("reference", "seeds", Changsha)).ReplaceLineEndings("\n");
        var lines = text.Split('\n');
        var other = copy switch
        {
            "full width" => text.Replace('(', '（').Replace(')', '）').Replace(',', '，').Replace(':', '：').Replace('.', '．'),
            "wrapped" => string.Join('\n', lines.SelectMany(line => line.Length == 0 ? [""] : line.Chunk(38).Select(part => new string(part)))),
            "two spaces for each line end" => string.Join("  ", lines.Select(line => line.Trim()).Where(line => line.Length > 0)),
            "no line ends" => string.Concat(lines.Select(line => line.Trim())),
            _ => string.Concat(text.Chunk(text.Length / 9).Select((page, i) => $"\n\n{i + 1}、{new string(page)}")),
        };

        Assert.Equal(gold["items"]!.AsArray().Select(Gold), PlanReader.Read(other).Measures.Select(Said));
    }

    [Fact]
    public void Meizhou_is_found_among_other_documents_with_its_goals()
    {
        var (_, gold) = Read(["reference", "seeds", "004_4ca301497d5b14bd.txt"], "meizhou");
        var draft = PlanReader.ReadAll(File.ReadAllText(Repository.SharedFile("reference", "seeds", "004_4ca301497d5b14bd.txt")))
            .Single(plan => Plain(plan.Title) == Plain(gold["title"]));
        var goals = gold["targets2025"]!.AsArray().Where(goal => goal!["value"] is not null).Select(goal => Key(goal!));

        Assert.Equal(Plain(gold["issuer"]), draft.Issuer);
        Assert.Equal(Plain(gold["issued"]), $"{draft.IssuedOn:yyyy-MM-dd}");
        Assert.Equal(goals.Order(), draft.Overall.Where(target => target.Value is not null).Select(Key).Order());
        Assert.Equal(["各县(市、区)"], Assert.Single(draft.Measures).Lead());
    }

    [Fact]
    public void Anqiu_gives_its_units_by_chapter()
    {
        var (draft, gold) = Read(["reference", "seeds", "000_c4ecb59a03561bab.txt"], "anqiu");

        Assert.Equal(Plain(gold["title"]), Plain(draft.Title));
        Assert.Equal(
            gold["units"]!.AsArray().Select(unit => $"{unit!["number"]} {unit["asWritten"]} {Units(unit["units"])} with {(unit["with"] is { } with ? Units(with) : "")}"),
            draft.Measures.Select(measure => $"{measure.Number} {measure.Title} {Join([.. measure.Lead(), .. measure.Responsible()])} with {Join(measure.Cooperating())}"));
    }

    [Fact]
    public void A_report_holds_no_measures() =>
        Assert.Empty(PlanReader.Read(File.ReadAllText(Repository.SharedFile("reference", "seeds", "001_a222cbb43c0e97ce.txt"))).Measures);

    private void Milestones(string[] text, string name, int mostExtra)
    {
        var (draft, gold) = Read(text, name);
        var (expected, found, extra) = (0, 0, new List<string>());
        foreach (var (item, measure) in gold["items"]!.AsArray().Zip(draft.Measures))
        {
            var wanted = item!["milestones"]!.AsArray().Where(milestone => milestone!["value"] is not null).Select(milestone => Key(milestone!)).ToList();
            var read = measure.Targets.Where(target => target.Value is not null).Select(Key).ToList();
            expected += wanted.Count;
            var missing = wanted.Where(key => !read.Remove(key)).ToList();
            found += wanted.Count - missing.Count;
            extra.AddRange(read.Select(key => $"{measure.Title}: {key}"));
            Assert.True(missing.Count == 0, $"{measure.Title}: {string.Join(", ", missing)}");
        }

        output.WriteLine($"{name}: {found} of {expected} milestones, precision {(double)found / Math.Max(1, found + extra.Count):P1}");
        extra.ForEach(output.WriteLine);
        Assert.True(expected > 0 && extra.Count <= mostExtra, string.Join('\n', extra));
    }

    private static (PlanDraft Draft, JsonNode Gold) Read(string[] text, string gold) => (
        PlanReader.Read(File.ReadAllText(Repository.SharedFile(text))),
        JsonNode.Parse(File.ReadAllText(Repository.SharedFile("reference", "plans", gold + ".gold.json")))!);

    private static string Gold(JsonNode? item) =>
        $"{Plain(item!["number"])} {Plain(item["title"])} [{Plain(item["section"])}] {Units(item["leadUnits"])} | {Units(item["cooperatingUnits"])} | {Units(item["responsibleUnits"])}";

    private static string Said(DraftMeasure measure) =>
        $"{Plain(measure.Number)} {Plain(measure.Title)} [{Plain(measure.Section)}] {Join(measure.Lead())} | {Join(measure.Cooperating())} | {Join(measure.Responsible())}";

    private static string GoldDeadlines(JsonNode? item) =>
        Join(item!["deadlines"]!.AsArray().Select(deadline => $"{deadline!["text"]}={deadline["iso"]}={deadline["kind"]}={deadline["start"]}={deadline["milestone"]}").Order(StringComparer.Ordinal));

    private static string SaidDeadlines(DraftMeasure measure) => Join(measure.Deadlines
        .Select(deadline => $"{deadline.AsWritten}={deadline.Day:yyyy-MM-dd}={deadline.Kind.ToString().ToLowerInvariant()}={deadline.StartOn:yyyy-MM-dd}={deadline.Milestone}")
        .Order(StringComparer.Ordinal));

    private static string Key(JsonNode milestone)
    {
        var value = milestone["value"] is JsonArray range ? $"{(decimal)range[0]!:0.##}-{(decimal)range[1]!:0.##}" : $"{(decimal)milestone["value"]!:0.##}";
        return $"{milestone["year"]} {milestone["comparator"]} {value} {milestone["unit"]}";
    }

    private static string Key(DraftTarget target)
    {
        var comparator = target.Comparator switch
        {
            Comparator.AtLeast => ">=",
            Comparator.AtMost => "<=",
            Comparator.Equal => "==",
            Comparator.Between => "between",
            null => "",
        };
        return $"{target.Year} {comparator} {target.Value:0.##}{(target.Upper is { } upper ? $"-{upper:0.##}" : "")} {target.Unit}";
    }

    private static string Units(JsonNode? units) => Join(units!.AsArray().Select(Plain));

    private static string Join(IEnumerable<string> parts) => string.Join(' ', parts.Select(Plain));

    private static string Plain(JsonNode? node) => Plain((string?)node);

    /// <summary>Compatibility form, without white space.</summary>
    private static string Plain(string? text) => string.Concat((text ?? "").Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}
