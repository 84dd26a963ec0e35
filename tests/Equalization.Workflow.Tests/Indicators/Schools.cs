using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>Schools for these tests: one that stands exactly at every threshold, and changes of it.</summary>
internal static class Schools
{
    public static StandardSet National { get; } = StandardBook.Of("national-2017");

    /// <summary>1,000 pupils with exactly what each threshold asks for.</summary>
    public static SchoolFigures AtThreshold(Level level, decimal pupils = 1000)
    {
        decimal Of(int indicator, decimal scale) => National.Threshold(indicator, level) * pupils / scale;
        var own = new LevelFigures(pupils, Of(1, 100), Of(2, 100), Of(3, 100));
        return new SchoolFigures("3301001", "实验学校", level == Level.Primary ? SchoolType.Primary : SchoolType.Junior)
        {
            Primary = level == Level.Primary ? own : LevelFigures.None,
            Junior = level == Level.Junior ? own : LevelFigures.None,
            TeachingArea = Of(4, 1), SportsArea = Of(5, 1), Equipment = Of(6, 1), MultimediaRooms = Of(7, 100),
        };
    }

    /// <summary>The same school with one indicator at another value.</summary>
    public static SchoolFigures With(this SchoolFigures school, Level level, int indicator, decimal value)
    {
        var own = school.Of(level);
        var pupils = own.Pupils!.Value;
        var changed = indicator switch
        {
            1 => own with { QualifiedTeachers = value * pupils / 100 },
            2 => own with { KeyTeachers = value * pupils / 100 },
            3 => own with { SportsAndArtsTeachers = value * pupils / 100 },
            _ => own,
        };
        return school with
        {
            Primary = level == Level.Primary ? changed : school.Primary,
            Junior = level == Level.Junior ? changed : school.Junior,
            TeachingArea = indicator == 4 ? value * pupils : school.TeachingArea,
            SportsArea = indicator == 5 ? value * pupils : school.SportsArea,
            Equipment = indicator == 6 ? value * pupils : school.Equipment,
            MultimediaRooms = indicator == 7 ? value * pupils / 100 : school.MultimediaRooms,
        };
    }

    public static SchoolPart Part(SchoolFigures school) => Assert.Single(SchoolPart.Of(National, school));

    public static SchoolPart Part(SchoolFigures school, Level level) => SchoolPart.Of(National, school).Single(p => p.Level == level);
}
