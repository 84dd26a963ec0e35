namespace Equalization.Workflow.Core.Accreditations;

/// <summary>The four stages in their order: 县级自评, 市级复核, 省级评估 (自治区: 区级评估), 国家认定.</summary>
public enum AccreditationStage
{
    CountySelf,
    CityReview,
    ProvinceEvaluation,
    NationalRecognition,
}

/// <summary>
/// UnderWay: the present stage waits for its act. Rectifying: it was returned and the county puts its problems right. Recognised, NotPassed and Withdrawn end the
/// round.
/// </summary>
public enum AccreditationState
{
    UnderWay,
    Rectifying,
    Recognised,
    NotPassed,
    Withdrawn,
}

/// <summary>How a stage ends: on to the next, back to the county with problems, or the whole round ends.</summary>
public enum StageResult
{
    Passed,
    Returned,
    NotPassed,
}

/// <summary>What is written into a round's history.</summary>
public enum EntryKind
{
    Opened,
    Retargeted,
    Passed,
    Returned,
    Rectified,
    NotPassed,
    Withdrawn,
}

/// <summary>The stages in order, and how plans and notices call them.</summary>
public static class AccreditationStages
{
    private static readonly (string Word, AccreditationStage Stage)[] Words =
    [
        ("自评", AccreditationStage.CountySelf),
        ("自查", AccreditationStage.CountySelf),
        ("国家", AccreditationStage.NationalRecognition),
        ("省", AccreditationStage.ProvinceEvaluation),
        ("区级", AccreditationStage.ProvinceEvaluation),
        ("市级", AccreditationStage.CityReview),
        ("复核", AccreditationStage.CityReview),
        ("县级", AccreditationStage.CountySelf),
        ("认定", AccreditationStage.NationalRecognition),
    ];

    public static IReadOnlyList<AccreditationStage> All { get; } = Enum.GetValues<AccreditationStage>();

    /// <summary>The stage that comes after; null after the last.</summary>
    public static AccreditationStage? After(AccreditationStage stage) => stage == AccreditationStage.NationalRecognition ? null : stage + 1;

    public static string WordOf(AccreditationStage stage) => stage switch
    {
        AccreditationStage.CountySelf => "县级自评",
        AccreditationStage.CityReview => "市级复核",
        AccreditationStage.ProvinceEvaluation => "省级评估",
        AccreditationStage.NationalRecognition => "国家认定",
    };

    /// <summary>The stage a plan means by 区级评估 or 迎接国家实地评估验收; null for a phase that is none of the four (整改提升).</summary>
    public static AccreditationStage? Of(string name) => Words.Where(w => name.Contains(w.Word, StringComparison.Ordinal)).Select(w => (AccreditationStage?)w.Stage).FirstOrDefault();
}
