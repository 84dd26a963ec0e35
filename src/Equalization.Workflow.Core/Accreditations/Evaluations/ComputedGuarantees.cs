using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Guarantees;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Accreditations.Evaluations;

/// <summary>A school as far as the guarantee items ask.</summary>
internal sealed record GuaranteedSchool(SchoolFigures Figures, SchoolConditions Conditions);

/// <summary>
/// The guarantee items that school data decide: 4 (size of schools) and 5 (size of classes). Null where the data do not: then the county states the item.
/// </summary>
internal static class ComputedGuarantees
{
    public static Verdict? Of(StandardSet set, EvaluationLine line, IReadOnlyList<GuaranteedSchool> schools)
    {
        var counted = schools.Where(s => !set.Excludes(s.Figures.Type)).ToList();
        var verdicts = (line.Rule.Subject, line.Rule.Level) switch
        {
            ("4", _) => counted.Select(s => SchoolGuarantees.FitsSize(set, s.Figures, s.Conditions.BuiltIn)).ToList(),
            ("5", { } level) => counted.Where(s => SchoolTypes.JudgedLevels(s.Figures.Type).Contains(level)).Select(s => Class(set, level, s)).ToList(),
            _ => [],
        };
        return verdicts.Count == 0 ? null
            : verdicts.Contains(false) ? Verdict.Fail
            : verdicts.Contains(null) ? null
            : Verdict.Pass;
    }

    /// <summary>The largest class of a school of several levels may be in any of them.</summary>
    private static bool? Class(StandardSet set, Level level, GuaranteedSchool school)
    {
        var hasOneLevel = SchoolTypes.JudgedLevels(school.Figures.Type).Count == 1 && school.Figures.Type is not (SchoolType.Complete or SchoolType.TwelveYear);
        return school.Conditions.LargestClass switch
        {
            null => null,
            { } pupils when SchoolGuarantees.FitsClass(set, level, (int)Math.Ceiling(pupils)) => true,
            _ => hasOneLevel ? false : null,
        };
    }
}
