using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Accreditations;

/// <summary>How ready a county is: school data, stated items, the survey and vetoes, with what is unknown never a pass.</summary>
public sealed class ReadinessTests
{
    private const int Year = 2017;
    private const string Good = "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23";

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public void The_form_has_the_standards_fifteen_and_nine_items()
    {
        var set = StandardBook.For(Year);

        Assert.Equal(Enumerable.Range(1, 15), EvaluationLine.Of(set, EvaluationLine.Guarantee).Select(l => l.Item).Distinct());
        Assert.Equal(Enumerable.Range(1, 9), EvaluationLine.Of(set, EvaluationLine.Quality).Select(l => l.Item).Distinct());
        Assert.Equal(["1", "2", "3", "4", "5"], EvaluationLine.Vetoes(set).Select(v => v.Subject));
        Assert.Equal(EvaluationLine.All(set).Count, EvaluationLine.All(set).Select(l => l.Code).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_stated_is_unknown_and_passes_nowhere()
    {
        await using var city = await TestCity.Create();
        var readiness = await Of(city, await city.OpenRound(SchoolDesk.County, "芙蓉区政府"));

        Assert.All(readiness.Parts, part => Assert.Equal(Verdict.Unknown, part.Verdict));
        Assert.Equal((0, 0, 2), Counts(readiness, ReadinessPart.Condition));
        Assert.Equal((0, 0, 15), Counts(readiness, ReadinessPart.Guarantee));
        Assert.Equal((0, 0, 9), Counts(readiness, ReadinessPart.Quality));
        Assert.Equal((0, 0, 5), Counts(readiness, ReadinessPart.Veto));
        Assert.Equal(Verdict.Unknown, readiness.Verdict);
    }

    [Fact]
    public async Task A_county_whose_every_part_passes_is_ready()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(SchoolDesk.County, "芙蓉区政府");
        await city.TakeSchools(Year, Good, "002,第一中学,初级中学,,1000,,53,,10,,9,5800,10200,250,24");
        await city.Evaluate(id);

        var readiness = await Of(city, id);

        Assert.All(readiness.Parts, part => Assert.Equal(Verdict.Pass, part.Verdict));
        Assert.Equal((2, 0, 0), Counts(readiness, ReadinessPart.Schools));
        Assert.Equal((14, 0, 0), Counts(readiness, ReadinessPart.Coefficients));
        Assert.Equal(Verdict.Pass, readiness.Verdict);
    }

    [Fact]
    public async Task A_county_that_leaves_a_registered_school_out_of_the_years_data_is_not_ready()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(SchoolDesk.County, "芙蓉区政府");
        const string middle = "002,第一中学,初级中学,,1000,,53,,10,,9,5800,10200,250,24";
        await city.TakeSchools(Year - 1, Good, middle, "003,弱小学,小学,900,,10,,1,,1,,900,900,20,2");
        await city.TakeSchools(Year, Good, middle);
        await city.Evaluate(id);

        var readiness = await Of(city, id);
        Assert.Equal(["弱小学"], readiness.Absent);
        Assert.Equal((2, 0, 1), Counts(readiness, ReadinessPart.Schools));
        Assert.Equal((0, 0, 14), Counts(readiness, ReadinessPart.Coefficients));
        Assert.Equal(Verdict.Unknown, readiness.Verdict);

        await city.Get<Core.Ledgers.SchoolKeepingService>().Close(city.Office, (await city.CountySchools(Year - 1)).Schools["003"].Id, null, Year, "并入第一小学", Ct);
        Assert.Equal(Verdict.Pass, (await Of(city, id)).Verdict);
    }

    [Theory]
    [InlineData("2.9", Verdict.Fail, Verdict.Fail)]
    [InlineData("3", Verdict.Pass, Verdict.Pass)]
    [InlineData(null, Verdict.Unknown, Verdict.Unknown)]
    public async Task A_county_is_ready_only_three_years_after_it_was_recognised_as_basically_balanced(string? years, Verdict stated, Verdict expected)
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(SchoolDesk.County, "芙蓉区政府");
        await city.TakeSchools(Year, Good, "002,第一中学,初级中学,,1000,,53,,10,,9,5800,10200,250,24");
        var complete = StoryAccreditations.Complete(Year);
        var value = years is null ? (decimal?)null : decimal.Parse(years, System.Globalization.CultureInfo.InvariantCulture);
        await city.Evaluate(id, complete with { Items = complete.Items.ToDictionary(i => i.Key, i => i.Key == "condition.1" ? new ItemInput(stated, value, "国教督〔2015〕1号") : i.Value) });

        var readiness = await Of(city, id);

        Assert.Equal((expected, expected), (readiness.Parts.Single(p => p.Part == ReadinessPart.Condition).Verdict, readiness.Verdict));
    }

    [Theory]
    [InlineData(8499, Verdict.Fail)]
    [InlineData(8500, Verdict.Pass)]
    public async Task Recognition_is_compared_unrounded_and_below_its_line_is_a_veto(int satisfied, Verdict expected)
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(SchoolDesk.County, "芙蓉区政府");
        await city.Evaluate(id, StoryAccreditations.Complete(Year) with { Groups = [new SurveyInput("家长", 12000, 9000, satisfied - 900), new SurveyInput("教师", 1000, 1000, 900)] });

        var readiness = await Of(city, id);

        Assert.Equal((satisfied / 10000m, expected), (readiness.Recognition.Share, readiness.Recognition.Verdict));
        Assert.Equal(expected == Verdict.Fail, readiness.Vetoed);
    }

    [Fact]
    public async Task The_size_of_schools_and_classes_is_computed_and_no_statement_overrides_it()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(SchoolDesk.County, "芙蓉区政府");
        var head = SchoolDesk.Head + ",最大班额,建成年份";
        await city.TakeSchools(await city.BringTable(city.Office, Year, head, Good.Replace("1000", "2300", StringComparison.Ordinal) + ",46,2015"));
        await city.Evaluate(id);

        // 2300 pupils are allowed where most are migrants' children, which the data do not tell: the county's word stands.
        var items = (await Of(city, id)).Guarantee;
        Assert.Equal((Verdict.Pass, false), Line(items[3]));
        Assert.Equal((Verdict.Fail, true), Line(items[4]));

        // Beyond what is allowed even where most pupils are migrants' children.
        await city.TakeSchools(await city.BringTable(city.Office, Year, head, Good.Replace("1000", "2401", StringComparison.Ordinal) + ",45,2015"));
        items = (await Of(city, id)).Guarantee;
        Assert.Equal((Verdict.Pass, true), Line(items[4]));
        Assert.Equal(Verdict.Fail, items[3].Verdict);
    }

    [Theory]
    [InlineData("quality.1", Verdict.Pass, "0.9499", "属实", "evaluation-value")]
    [InlineData("quality.1", Verdict.Fail, "0.95", "属实", "evaluation-value")]
    [InlineData("quality.1", Verdict.Pass, null, "属实", "evaluation-value")]
    [InlineData("quality.1", Verdict.Fail, "0.94", null, "evaluation-words")]
    [InlineData("quality.3", Verdict.Pass, null, " ", "evaluation-words")]
    [InlineData("quality.1", Verdict.Pass, "-1", "属实", "evaluation-number")]
    [InlineData("quality.9.spread", Verdict.Pass, "0.15", "属实", "evaluation-value")]
    public async Task A_statement_that_contradicts_its_value_is_refused(string code, Verdict verdict, string? value, string? words, string refusal)
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(SchoolDesk.County, "芙蓉区政府");
        var input = new EvaluationInput(Year, new Dictionary<string, ItemInput> { [code] = new(verdict, value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), words) }, []);

        var broken = await Assert.ThrowsAsync<Core.RuleBroken>(() => city.Evaluate(id, input));

        Assert.Equal(refusal, broken.Code);
    }

    [Theory]
    [InlineData(100, 101, 50)]
    [InlineData(100, 50, 51)]
    [InlineData(100, 50, -1)]
    [InlineData(100, 50, null)]
    [InlineData(null, 50, 40)]
    public async Task Survey_numbers_that_cannot_be_are_refused(int? asked, int? answered, int? satisfied)
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(SchoolDesk.County, "芙蓉区政府");
        var input = new EvaluationInput(Year, new Dictionary<string, ItemInput>(), [new SurveyInput("家长", asked, answered, satisfied)]);

        Assert.Equal("survey-numbers", (await Assert.ThrowsAsync<Core.RuleBroken>(() => city.Evaluate(id, input))).Code);
    }

    [Fact]
    public async Task A_reported_veto_is_open_a_confirmed_one_stands_and_a_dismissed_one_does_not()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(SchoolDesk.County, "芙蓉区政府");
        await city.Evaluate(id);
        var service = city.Get<EvaluationService>();
        var veto = await service.ReportVeto(city.Office, id, new VetoInput("1", new DateOnly(2018, 2, 1), "第一小学", "来信", "组织入学考试。"), Ct);
        Assert.Equal(Verdict.Unknown, (await Of(city, id)).Vetoes[0].Verdict);

        await service.DecideVeto(city.Office, veto, await Version(city, id), true, "属实。", Ct);
        Assert.True((await Of(city, id)).Vetoed);

        await service.DecideVeto(city.Office, veto, await Version(city, id), false, "复查后不属实。", Ct);
        Assert.Equal(Verdict.Pass, (await Of(city, id)).Vetoes[0].Verdict);
    }

    [Fact]
    public async Task The_report_says_what_is_unknown_and_never_claims_a_pass_for_it()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(SchoolDesk.County, "芙蓉区政府");
        await city.TakeSchools(Year, Good);

        var report = await city.Get<EvaluationQueries>().Report(city.Office, id, Ct);
        var bytes = city.Get<Core.Papers.PaperPress>().Preview(report);

        Assert.Contains("尚有未知的项目，不能得出通过的结论", report.Body.OfType<Core.Papers.PaperParagraph>().First().Text, StringComparison.Ordinal);
        Assert.Equal((byte)'P', bytes[0]);
    }

    private static async Task<int> Version(TestCity city, Guid id) => (await Of(city, id)).Vetoes[0].Cases.Single().Version;

    private static (Verdict, bool) Line(JudgedItem item) => (item.Lines[0].Verdict, item.Lines[0].IsComputed);

    private static (int, int, int) Counts(Readiness readiness, ReadinessPart part) => readiness.Parts.Single(p => p.Part == part) is var found ? (found.Met, found.NotMet, found.Unknown) : default;

    private static async Task<Readiness> Of(TestCity city, Guid id) => (await city.Get<EvaluationQueries>().One(city.Office, id, null, Ct)).Readiness;
}
