using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Guarantees;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>The standards as data (STANDARD.md), and the guarantee rows of its section 10.</summary>
public sealed class StandardSetTests
{
    private static StandardSet National => Schools.National;

    [Fact]
    public void Every_value_names_its_source() =>
        Assert.All(StandardBook.All.SelectMany(s => s.Rules), r => Assert.False(string.IsNullOrWhiteSpace(r.Source), $"{r.Rule} {r.Subject}"));

    [Fact]
    public void The_set_has_seven_indicators_fifteen_guarantees_and_nine_qualities()
    {
        int Count(string rule) => National.Rules.Where(r => r.Rule == rule).Select(r => r.Subject.Split('.')[0]).Distinct().Count();

        Assert.Equal((7, 15, 9), (National.Indicators.Count, Count("guarantee"), Count("quality")));
        Assert.Equal((0.50m, 0.45m), (National.Limit(Level.Primary), National.Limit(Level.Junior)));
        Assert.Equal((6, 0.85m, CoefficientMethod.Weighted), (National.LeastReached, National.Floor, National.Method));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2017)]
    [InlineData(2030)]
    [InlineData(2015)]
    public void A_school_year_is_judged_with_the_set_that_holds_for_it(int? year) => Assert.Equal("national-2017", StandardBook.For(year).Code);

    [Theory]
    [InlineData(2016, "national-2017")]
    [InlineData(2023, "national-2017")]
    [InlineData(2024, "national-2024")]
    [InlineData(2030, "national-2024")]
    [InlineData(null, "national-2024")]
    public void Of_two_sets_the_one_whose_years_have_begun_judges(int? year, string expected)
    {
        var text = File.ReadAllText(Repository.PathOf("db/standards/national-2017.csv"));
        var next = StandardFile.Read(new StringReader(text.Replace("set,code,,,,national-2017", "set,code,,,,national-2024", StringComparison.Ordinal)
            .Replace("自该学年起适用,,2017", "自该学年起适用,,2024", StringComparison.Ordinal)));

        Assert.Equal(2024, next.FromYear);
        Assert.Equal(expected, StandardBook.For([next, National], year).Code);
    }

    [Fact]
    public void A_place_may_be_stricter_and_not_laxer()
    {
        var stricter = National.Stricter([Changed("threshold", "1", Level.Primary, "4.5"), Changed("limit", "", Level.Junior, "0.40")]);

        Assert.Equal(4.5m, stricter.Threshold(1, Level.Primary));
        Assert.Equal(0.40m, stricter.Limit(Level.Junior));
        Assert.Equal(4.2m, National.Threshold(1, Level.Primary));
        Assert.Equal("standard-laxer", Assert.Throws<RuleBroken>(() => National.Stricter([Changed("threshold", "1", Level.Primary, "4.1")])).Code);
        Assert.Equal("standard-laxer", Assert.Throws<RuleBroken>(() => National.Stricter([Changed("limit", "", Level.Primary, "0.51")])).Code);
        Assert.Equal("standard-number", Assert.Throws<RuleBroken>(() => National.Stricter([Changed("limit", "", Level.Primary, "半")])).Code);
    }

    [Fact]
    public void A_refusal_names_the_indicator_and_a_share_is_no_percentage()
    {
        var laxer = Assert.Throws<RuleBroken>(() => National.Stricter([Changed("threshold", "4", Level.Primary, "4.4")]));
        Assert.Equal(["生均教学及辅助用房面积", "4.5"], laxer.Arguments);

        var recognition = National.Rules.Single(r => r.Rule == "recognition" && r.Comparison.Length > 0);
        Assert.Equal("standard-fraction", Assert.Throws<RuleBroken>(() => National.Stricter([recognition with { Value = "90" }])).Code);
        National.Stricter([recognition with { Value = "0.9" }]);
    }

    [Fact]
    public void A_line_that_is_no_value_is_refused_with_its_number()
    {
        const string Head = "rule,subject,level,name,comparison,value,unit,confirmed,source\n";

        Assert.StartsWith("line 2", Assert.Throws<FormatException>(() => StandardFile.Read(new StringReader(Head + "limit,,primray,,at-most,0.5,,two,x"))).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => StandardFile.Read(new StringReader(Head + "set,code,,,,x,,two,x\n")));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(12, 1)]
    [InlineData(13, 2)]
    public void Every_12_classes_need_a_music_and_an_art_room(int classes, int rooms) => Assert.Equal(rooms, SchoolGuarantees.RoomsNeeded(National, classes));

    [Theory]
    [InlineData(Level.Primary, 45, true)]
    [InlineData(Level.Primary, 46, false)]
    [InlineData(Level.Junior, 50, true)]
    [InlineData(Level.Junior, 51, false)]
    public void A_class_has_at_most_45_or_50_pupils(Level level, int pupils, bool fits) => Assert.Equal(fits, SchoolGuarantees.FitsClass(National, level, pupils));

    [Theory]
    [InlineData(99, 100)]
    [InlineData(100, 100)]
    [InlineData(101, 101)]
    public void Public_funds_are_reckoned_for_100_pupils_at_least(int pupils, int funded) => Assert.Equal(funded, SchoolGuarantees.FundedPupils(National, pupils));

    [Theory]
    [InlineData(SchoolType.Primary, 2000, null, true)]
    [InlineData(SchoolType.Primary, 2001, null, false)]
    [InlineData(SchoolType.Primary, 2400, 2010, true)]
    [InlineData(SchoolType.Primary, 2400, 2011, false)]
    [InlineData(SchoolType.NineYear, 2500, null, true)]
    [InlineData(SchoolType.NineYear, 3000, 2009, true)]
    [InlineData(SchoolType.NineYear, 3001, 2009, false)]
    public void A_school_has_at_most_so_many_pupils(SchoolType type, int pupils, int? builtIn, bool fits)
    {
        var school = new SchoolFigures("1", "x", type) { Primary = LevelFigures.None with { Pupils = pupils }, Junior = LevelFigures.None with { Pupils = 0 } };

        Assert.Equal(fits, SchoolGuarantees.FitsSize(National, school, builtIn, null));
    }

    [Fact]
    public void A_survey_of_84_99_percent_fails()
    {
        Assert.False(SchoolGuarantees.IsRecognised(National, 0.8499m));
        Assert.True(SchoolGuarantees.IsRecognised(National, 0.85m));
    }

    private static StandardRule Changed(string rule, string subject, Level level, string value) =>
        National.Rules.Single(r => r.Rule == rule && r.Subject == subject && r.Level == level) with { Value = value };
}
