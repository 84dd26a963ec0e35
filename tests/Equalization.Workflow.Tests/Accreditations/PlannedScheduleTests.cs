using System.Text.Json.Nodes;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Schedules;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Accreditations;

/// <summary>The accreditation schedules of two real plans, against the answers made by hand.</summary>
public sealed class PlannedScheduleTests
{
    [Fact]
    public void Wuzhong_dates_each_county_by_stage()
    {
        var gold = Gold("wuzhong");
        var draft = PlanReader.ReadAll(Seed("004_4ca301497d5b14bd.txt")).Single(d => d.Title is { } title && UnitAlias.Normalise(title) == UnitAlias.Normalise(gold["title"]!.GetValue<string>()));
        var stages = gold["stages"]!.AsArray().Select(s => s!.GetValue<string>()).ToList();

        // 区级 is 自治区级 there: the province's stage.
        Assert.Equal(AccreditationStages.All, stages.Select(s => AccreditationStages.Of(s)!.Value));
        Assert.Equal(
            gold["schedule"]!.AsArray().Select(c => Line(c!["county"]!.GetValue<string>(), stages.Select(s => (AccreditationStages.Of(s)!.Value, c[s]?.GetValue<string>())))),
            PlannedSchedule.Of(draft).Select(c => Line(c.County!, AccreditationStages.All.Select(s => (s, c.Stages.FirstOrDefault(p => p.Stage == s)?.On is { } on ? $"{on:yyyy-MM-dd}" : null)))));
    }

    [Fact]
    public void Anqiu_is_one_county_whose_phases_are_stages_and_its_open_ones_stay_to_be_set()
    {
        var gold = Gold("anqiu");
        var county = Assert.Single(PlannedSchedule.Of(PlanReader.Read(Seed("000_c4ecb59a03561bab.txt"))));
        var phases = gold["phases"]!.AsArray().Select(p => (Stage: AccreditationStages.Of(p!["name"]!.GetValue<string>()), End: p["end"]?.GetValue<string>(), Text: p["text"]!.GetValue<string>())).ToList();

        Assert.Null(county.County);
        Assert.Equal([AccreditationStage.CountySelf, AccreditationStage.ProvinceEvaluation, AccreditationStage.NationalRecognition], phases.Select(p => p.Stage).OfType<AccreditationStage>());
        Assert.Equal(
            phases.Where(p => p.Stage is not null).Select(p => $"{p.Stage} {p.End} {p.Text}"),
            county.Stages.Select(s => $"{s.Stage} {(s.On is { } on ? $"{on:yyyy-MM-dd}" : null)} {s.AsWritten}"));
    }

    [Theory]
    [InlineData("自评申报", AccreditationStage.CountySelf)]
    [InlineData("县（区）级自评", AccreditationStage.CountySelf)]
    [InlineData("区级评估", AccreditationStage.ProvinceEvaluation)]
    [InlineData("省级评估认定", AccreditationStage.ProvinceEvaluation)]
    [InlineData("市级复核", AccreditationStage.CityReview)]
    [InlineData("国家审核认定", AccreditationStage.NationalRecognition)]
    [InlineData("认定", AccreditationStage.NationalRecognition)]
    [InlineData("整改提升", null)]
    public void A_plans_name_means_a_stage(string name, AccreditationStage? stage) => Assert.Equal(stage, AccreditationStages.Of(name));

    [Fact]
    public void A_plan_without_a_schedule_gives_none() => Assert.Empty(PlannedSchedule.Of(PlanReader.Read(Seed("003_78f6664cd1c75a99.txt"))));

    private static string Line(string county, IEnumerable<(AccreditationStage Stage, string? On)> days) => county + string.Concat(days.Select(d => $" {d.Stage}={d.On}"));

    private static string Seed(string name) => File.ReadAllText(Repository.SharedFile("reference", "seeds", name));

    private static JsonNode Gold(string name) => JsonNode.Parse(File.ReadAllText(Repository.SharedFile("reference", "plans", name + ".gold.json")))!;
}
