using Equalization.Workflow.Core.Indicators.Sheets;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>All values of one school in one year under the columns that name them and in their units (equipment in 万元), for comparing, showing and entering.</summary>
public sealed record SchoolValues(SchoolType Type, bool TellsIndoorSports, IReadOnlyDictionary<string, decimal?> Numbers, IReadOnlyDictionary<string, string?> Words, Allowance? MoreTeachers, Allowance? MoreArea)
{
    internal const decimal Wan = 10_000;

    public SchoolConditions Conditions => new(
        Numbers[SchoolColumns.Classes], Numbers[SchoolColumns.LargestClass], Numbers[SchoolColumns.LargeClasses], (int?)Numbers[SchoolColumns.BuiltIn], Words[SchoolColumns.Setting], Words[SchoolColumns.Founder]);

    public static SchoolValues Of(SchoolFigures figures, SchoolConditions conditions) => new(
        figures.Type,
        figures.TellsIndoorSports,
        new Dictionary<string, decimal?>
        {
            [SchoolColumns.PrimaryPupils] = figures.Primary.Pupils,
            [SchoolColumns.JuniorPupils] = figures.Junior.Pupils,
            [SchoolColumns.SeniorPupils] = figures.SeniorPupils,
            [SchoolColumns.PrimaryQualified] = figures.Primary.QualifiedTeachers,
            [SchoolColumns.JuniorQualified] = figures.Junior.QualifiedTeachers,
            [SchoolColumns.PrimaryKey] = figures.Primary.KeyTeachers,
            [SchoolColumns.JuniorKey] = figures.Junior.KeyTeachers,
            [SchoolColumns.PrimarySportsAndArts] = figures.Primary.SportsAndArtsTeachers,
            [SchoolColumns.JuniorSportsAndArts] = figures.Junior.SportsAndArtsTeachers,
            [SchoolColumns.TeachingArea] = figures.TeachingArea,
            [SchoolColumns.IndoorSportsArea] = figures.IndoorSportsArea,
            [SchoolColumns.SportsArea] = figures.SportsArea,
            [SchoolColumns.Equipment] = figures.Equipment / Wan,
            [SchoolColumns.MultimediaRooms] = figures.MultimediaRooms,
            [SchoolColumns.Classes] = conditions.Classes,
            [SchoolColumns.LargestClass] = conditions.LargestClass,
            [SchoolColumns.LargeClasses] = conditions.LargeClasses,
            [SchoolColumns.BuiltIn] = conditions.BuiltIn,
        },
        new Dictionary<string, string?>
        {
            [SchoolColumns.Type] = SchoolTypes.WordOf(figures.Type),
            [SchoolColumns.Setting] = conditions.Setting,
            [SchoolColumns.Founder] = conditions.Founder,
        },
        figures.MoreSportsAndArtsTeachers,
        figures.MoreSportsArea);

    /// <summary>These values, and where they are empty the earlier ones.</summary>
    public SchoolValues Over(SchoolValues? before) => before is null ? this : new(
        Type,
        TellsIndoorSports || before.TellsIndoorSports,
        Numbers.ToDictionary(n => n.Key, n => n.Value ?? before.Numbers[n.Key]),
        Words.ToDictionary(w => w.Key, w => w.Value ?? before.Words[w.Key]),
        MoreTeachers ?? before.MoreTeachers,
        MoreArea ?? before.MoreArea);

    public SchoolFigures Figures(string code, string name) => new(code, name, Type)
    {
        Primary = new(Numbers[SchoolColumns.PrimaryPupils], Numbers[SchoolColumns.PrimaryQualified], Numbers[SchoolColumns.PrimaryKey], Numbers[SchoolColumns.PrimarySportsAndArts]),
        Junior = new(Numbers[SchoolColumns.JuniorPupils], Numbers[SchoolColumns.JuniorQualified], Numbers[SchoolColumns.JuniorKey], Numbers[SchoolColumns.JuniorSportsAndArts]),
        SeniorPupils = Numbers[SchoolColumns.SeniorPupils],
        TeachingArea = Numbers[SchoolColumns.TeachingArea],
        TellsIndoorSports = TellsIndoorSports,
        IndoorSportsArea = Numbers[SchoolColumns.IndoorSportsArea],
        SportsArea = Numbers[SchoolColumns.SportsArea],
        Equipment = Numbers[SchoolColumns.Equipment] * Wan,
        MultimediaRooms = Numbers[SchoolColumns.MultimediaRooms],
        MoreSportsAndArtsTeachers = MoreTeachers,
        MoreSportsArea = MoreArea,
    };
}
