using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Indicators.Guarantees;

/// <summary>The items of 政府保障程度 that are reckoned from a school's own numbers: special rooms, size, class size and public funds. The numbers are the standard's.</summary>
public static class SchoolGuarantees
{
    /// <summary>Item 3: how many music rooms, and as many art rooms, a school of so many classes needs.</summary>
    public static int RoomsNeeded(StandardSet set, int classes) => (int)Math.Ceiling(classes / set.Number("guarantee", "3.classes"));

    /// <summary>Item 4: whether the pupils of the compulsory part are within the largest size. Null without the pupils.</summary>
    public static bool? FitsSize(StandardSet set, SchoolFigures school, int? builtIn, decimal? migrantShare) =>
        CompulsoryPupils(school) is { } pupils ? pupils <= MostPupils(set, school.Type, builtIn, migrantShare) : null;

    /// <summary>
    /// Item 4 by what school data tell: of the share of migrants' children they tell nothing, so that a school between the usual size and the eased one is neither within it
    /// nor beyond. Null for that, and without the pupils.
    /// </summary>
    public static bool? FitsSize(StandardSet set, SchoolFigures school, int? builtIn) => FitsSize(set, school, builtIn, migrantShare: null) switch
    {
        false when FitsSize(set, school, builtIn, migrantShare: 1) == true => null,
        var fits => fits,
    };

    /// <summary>Item 4: the largest size of a school of that type.</summary>
    public static decimal MostPupils(StandardSet set, SchoolType type, int? builtIn, decimal? migrantShare)
    {
        var isThrough = type is SchoolType.NineYear or SchoolType.TwelveYear;
        var isEased = builtIn <= set.Number("guarantee", "4.built") || migrantShare > set.Number("guarantee", "4.migrants");
        return set.Number("guarantee", (isThrough, isEased) switch
        {
            (false, false) => "4",
            (true, false) => "4.through",
            (false, true) => "4.eased",
            (true, true) => "4.through-eased",
        });
    }

    /// <summary>The pupils of the levels that the standard judges; null while one of them is not known.</summary>
    public static decimal? CompulsoryPupils(SchoolFigures school) =>
        SchoolTypes.JudgedLevels(school.Type).Aggregate((decimal?)0, (sum, level) => sum + school.Of(level).Pupils);

    /// <summary>Item 5: whether a class of so many pupils is within the size of its level.</summary>
    public static bool FitsClass(StandardSet set, Level level, int pupils) => pupils <= set.Number("guarantee", "5", level);

    /// <summary>Item 6: for how many pupils public funds are reckoned; a village school or teaching point below the bound has the bound's.</summary>
    public static decimal FundedPupils(StandardSet set, decimal pupils) => Math.Max(pupils, set.Number("guarantee", "6"));

    /// <summary>社会认可度: whether a share such as 0.8499 reaches the line, unrounded.</summary>
    public static bool IsRecognised(StandardSet set, decimal share) => share >= set.Number("recognition");
}
