using System.Globalization;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Accreditations.Evaluations;

/// <summary>
/// One line of the self-evaluation: a value of the standard that a county states. Item is the number it belongs to; 教师交流 has two lines in item 11, and the item is met
/// when both are. Which values are lines is data of the standard.
/// </summary>
public sealed record EvaluationLine(StandardRule Rule, int Item, string Name)
{
    /// <summary>申报条件: what a county must be before it applies at all, three years of 基本均衡 first of all.</summary>
    public const string Condition = "condition";

    public const string Guarantee = "guarantee";
    public const string Quality = "quality";
    public const string Veto = "veto";

    /// <summary>The line's name in forms: guarantee.13.junior.</summary>
    public string Code => $"{Rule.Rule}.{Rule.Subject}" + (Rule.Level is { } level ? "." + Levels.CodeOf(level) : "");

    /// <summary>A number decides; else a person on papers.</summary>
    public bool IsMeasured => Rule.Comparison is "at-least" or "at-most" or "less-than" or "more-than";

    /// <summary>Written in percent: a share without a unit.</summary>
    public bool IsShare => IsMeasured && Rule.Unit.Length == 0;

    public decimal Limit => decimal.Parse(Rule.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public Verdict Judge(decimal value) => Rule.Comparison switch
    {
        "at-least" => value >= Limit,
        "at-most" => value <= Limit,
        "less-than" => value < Limit,
        "more-than" => value > Limit,
        _ => throw new FormatException($"{Code} is judged by a person."),
    }
        ? Verdict.Pass
        : Verdict.Fail;

    /// <summary>The lines of a part in the standard's order.</summary>
    public static IReadOnlyList<EvaluationLine> Of(StandardSet set, string part)
    {
        var stated = Listed(set, part).ToHashSet(StringComparer.Ordinal);
        return [.. set.Rules.Where(r => r.Rule == part && stated.Contains(r.Subject)).Select(r => new EvaluationLine(r, ItemOf(r.Subject), NameOf(r)))];
    }

    /// <summary>All lines of the form; a veto's line states that nothing of the kind happened.</summary>
    public static IReadOnlyList<EvaluationLine> All(StandardSet set) =>
        [.. Of(set, Condition), .. Of(set, Guarantee), .. Of(set, Quality), .. Vetoes(set).Where(v => !IsRecognition(set, v)).Select(v => new EvaluationLine(v, ItemOf(v.Subject), v.Name))];

    /// <summary>Whom the standard would have asked about 社会认可度.</summary>
    public static IReadOnlyList<string> Groups(StandardSet set) => Listed(set, "recognition");

    /// <summary>The vetoes that are switched on.</summary>
    public static IReadOnlyList<StandardRule> Vetoes(StandardSet set) => [.. set.Rules.Where(r => r is { Rule: Veto, Value: "on" })];

    /// <summary>The veto that 社会认可度 decides.</summary>
    public static bool IsRecognition(StandardSet set, StandardRule veto) => Listed(set, Veto).Contains(veto.Subject, StringComparer.Ordinal);

    private static string[] Listed(StandardSet set, string part) =>
        set.Rules.Where(r => r.Rule == "form" && r.Subject == part).SelectMany(r => r.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();

    private static int ItemOf(string subject) => int.Parse(subject.Split('.')[0], CultureInfo.InvariantCulture);

    private static string NameOf(StandardRule rule) => rule.Level is { } level ? $"{Levels.WordOf(level)}{rule.Name}" : rule.Name;
}
