using Equalization.Workflow.Core.Indicators.Sheets;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>Where a school's numbers come from: the national statistics of education (事业统计), or the school's own report.</summary>
public enum DataOrigin
{
    Statistics,
    Reported,
}

/// <summary>
/// A school's numbers of one school year. Null is not known, never zero. Imports leave no audit row for each (the <see cref="SchoolFile"/> does, with the
/// file's hash); what a person enters leaves a <see cref="SchoolCorrection"/>.
/// </summary>
[NotAudited]
public sealed class SchoolRecord
{
    public const int LongestWord = 40;
    public const int LongestReason = 200;
    public const int LongestExplanation = 500;

    private SchoolRecord()
    {
    }

    public SchoolRecord(School school, int year)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = school.JurisdictionId;
        SchoolId = school.Id;
        Year = year;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid SchoolId { get; private set; }

    /// <summary>The calendar year in which the school year begins.</summary>
    public int Year { get; private set; }

    public SchoolType Type { get; private set; }

    public DataOrigin Origin { get; private set; }

    /// <summary>The file it came from; null for what a person entered.</summary>
    public Guid? FileId { get; private set; }

    public decimal? PrimaryPupils { get; private set; }

    public decimal? PrimaryQualified { get; private set; }

    public decimal? PrimaryKey { get; private set; }

    public decimal? PrimarySportsAndArts { get; private set; }

    public decimal? JuniorPupils { get; private set; }

    public decimal? JuniorQualified { get; private set; }

    public decimal? JuniorKey { get; private set; }

    public decimal? JuniorSportsAndArts { get; private set; }

    public decimal? SeniorPupils { get; private set; }

    public decimal? TeachingArea { get; private set; }

    public bool TellsIndoorSports { get; private set; }

    public decimal? IndoorSportsArea { get; private set; }

    public decimal? SportsArea { get; private set; }

    /// <summary>In 元.</summary>
    public decimal? Equipment { get; private set; }

    public decimal? MultimediaRooms { get; private set; }

    public decimal? Classes { get; private set; }

    public decimal? LargestClass { get; private set; }

    public decimal? LargeClasses { get; private set; }

    public int? BuiltIn { get; private set; }

    public string? Setting { get; private set; }

    public string? Founder { get; private set; }

    public decimal? MoreTeachers { get; private set; }

    public string? MoreTeachersReason { get; private set; }

    public decimal? MoreSportsArea { get; private set; }

    public string? MoreSportsAreaReason { get; private set; }

    /// <summary>Why its numbers stand out or jump, as a person explained; null while nobody has.</summary>
    public string? Explanation { get; private set; }

    public string? ExplainedBy { get; private set; }

    public int Version { get; private set; }

    public SchoolConditions Conditions => new(Classes, LargestClass, LargeClasses, BuiltIn, Setting, Founder);

    /// <summary>Takes the numbers over. An explanation was of the old figures and goes with them.</summary>
    public void Set(SchoolFigures figures, SchoolConditions conditions, DataOrigin origin, Guid? fileId)
    {
        if (Figures(figures.Code, figures.Name) != figures)
        {
            (Explanation, ExplainedBy) = (null, null);
        }

        Type = figures.Type;
        (PrimaryPupils, PrimaryQualified, PrimaryKey, PrimarySportsAndArts) = figures.Primary;
        (JuniorPupils, JuniorQualified, JuniorKey, JuniorSportsAndArts) = figures.Junior;
        SeniorPupils = figures.SeniorPupils;
        TeachingArea = figures.TeachingArea;
        TellsIndoorSports = figures.TellsIndoorSports;
        IndoorSportsArea = figures.IndoorSportsArea;
        SportsArea = figures.SportsArea;
        Equipment = figures.Equipment;
        MultimediaRooms = figures.MultimediaRooms;
        (Classes, LargestClass, LargeClasses, BuiltIn, Setting, Founder) = conditions;
        MoreTeachers = figures.MoreSportsAndArtsTeachers?.Amount;
        MoreTeachersReason = figures.MoreSportsAndArtsTeachers?.Reason;
        MoreSportsArea = figures.MoreSportsArea?.Amount;
        MoreSportsAreaReason = figures.MoreSportsArea?.Reason;
        Origin = origin;
        FileId = fileId;
    }

    /// <summary>Refuses an empty explanation (school-explanation).</summary>
    public void Explain(string text, string by)
    {
        Explanation = text.Needed(LongestExplanation, "说明", new RuleBroken("school-explanation", "请写明数值异常的原因。") { Field = "Explanation" });
        ExplainedBy = by;
    }

    public SchoolFigures Figures(string code, string name) => new(code, name, Type)
    {
        Primary = new(PrimaryPupils, PrimaryQualified, PrimaryKey, PrimarySportsAndArts),
        Junior = new(JuniorPupils, JuniorQualified, JuniorKey, JuniorSportsAndArts),
        SeniorPupils = SeniorPupils,
        TeachingArea = TeachingArea,
        TellsIndoorSports = TellsIndoorSports,
        IndoorSportsArea = IndoorSportsArea,
        SportsArea = SportsArea,
        Equipment = Equipment,
        MultimediaRooms = MultimediaRooms,
        MoreSportsAndArtsTeachers = MoreTeachers is { } teachers ? new Allowance(teachers, MoreTeachersReason ?? "") : null,
        MoreSportsArea = MoreSportsArea is { } area ? new Allowance(area, MoreSportsAreaReason ?? "") : null,
    };
}
