using Equalization.Workflow.Core.Indicators;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>STANDARD.md section 1, mixed schools, and their row in section 10.</summary>
public sealed class MixedSchoolTests
{
    private static readonly SchoolFigures NineYear = new("1", "九年一贯", SchoolType.NineYear)
    {
        Primary = new(600, 30, 6, 6), Junior = new(300, 18, 3, 3), TeachingArea = 2700, SportsArea = 9000, Equipment = 1_860_000, MultimediaRooms = 20,
    };

    [Fact]
    public void A_nine_year_school_shares_2700_by_600_and_330()
    {
        var primary = Schools.Part(NineYear, Level.Primary).Of(4);
        var junior = Schools.Part(NineYear, Level.Junior).Of(4);

        Assert.Equal(new Quotient(600, 930), primary.Share);
        Assert.Equal(new Quotient(330, 930), junior.Share);
        Assert.Equal(1741.935484m, Math.Round(primary.Value!.Value.Value * 600, 6));
        Assert.Equal(958.064516m, Math.Round(junior.Value!.Value.Value * 300, 6));
        Assert.Equal(2700m, Math.Round((primary.Value.Value.Value * 600) + (junior.Value.Value.Value * 300), 20));
    }

    [Fact]
    public void Teachers_belong_to_their_part_and_are_not_shared()
    {
        Assert.Equal(5m, Schools.Part(NineYear, Level.Primary).Of(1).Value!.Value.Value);
        Assert.Equal(6m, Schools.Part(NineYear, Level.Junior).Of(1).Value!.Value.Value);
        Assert.Null(Schools.Part(NineYear, Level.Primary).Of(1).Share);
    }

    [Fact]
    public void Each_part_is_held_to_the_thresholds_of_its_level()
    {
        // 1,860,000 元 shared by 930 weighted pupils: 2,000 a primary pupil, 2,200 a junior one.
        Assert.Equal((2000m, Standing.Reached), (Schools.Part(NineYear, Level.Primary).Of(6).Value!.Value.Value, Schools.Part(NineYear, Level.Primary).Of(6).Standing));
        Assert.Equal((2200m, Standing.AboveFloor), (Schools.Part(NineYear, Level.Junior).Of(6).Value!.Value.Value, Schools.Part(NineYear, Level.Junior).Of(6).Standing));
    }

    [Fact]
    public void Of_a_complete_middle_school_only_the_junior_part_is_judged()
    {
        var school = NineYear with { Type = SchoolType.Complete, Primary = LevelFigures.None, Junior = new(500, 30, 5, 5), SeniorPupils = 500, SportsArea = 11_000 };
        var part = Assert.Single(SchoolPart.Of(Schools.National, school));

        Assert.Equal(Level.Junior, part.Level);
        Assert.Equal(10m, part.Of(5).Value!.Value.Value);
    }

    [Fact]
    public void A_twelve_year_school_shares_by_1_and_1_1_and_1_32()
    {
        var school = NineYear with { Type = SchoolType.TwelveYear, Primary = new(1000, 1, 1, 1), Junior = new(1000, 1, 1, 1), SeniorPupils = 1000, SportsArea = 34_200 };

        Assert.Equal(10m, Schools.Part(school, Level.Primary).Of(5).Value!.Value.Value);
        Assert.Equal(11m, Schools.Part(school, Level.Junior).Of(5).Value!.Value.Value);
    }

    [Theory]
    [InlineData(SchoolType.Complete)]
    [InlineData(SchoolType.TwelveYear)]
    public void Without_the_senior_pupils_shared_resources_are_unknown_and_own_ones_are_not(SchoolType type)
    {
        var part = Schools.Part(NineYear with { Type = type }, Level.Junior);

        Assert.Equal([1, 2, 3], part.Figures.Where(f => f.Value is not null).Select(f => f.Indicator));
        Assert.Contains("高中", part.Of(4).Missing!.ToString(), StringComparison.Ordinal);
        Assert.Null(part.Excluded);
    }

    [Fact]
    public void A_nine_year_school_that_has_no_primary_pupils_yet_leaves_all_to_the_junior_part()
    {
        var school = NineYear with { Primary = new(0, 0, 0, 0) };

        Assert.NotNull(Schools.Part(school, Level.Primary).Excluded);
        Assert.Equal(9m, Schools.Part(school, Level.Junior).Of(4).Value!.Value.Value);
    }

    [Fact]
    public void A_nine_year_school_of_unknown_primary_pupils_shares_nothing()
    {
        var part = Schools.Part(NineYear with { Primary = LevelFigures.None }, Level.Junior);

        Assert.Null(part.Of(4).Value);
        Assert.NotNull(part.Of(1).Value);
    }
}
