namespace Equalization.Workflow.Core.Indicators.Standards;

/// <summary>How sure a value of a standard is: by two independent texts, by one, or by none (then it is a setting).</summary>
public enum Confirmation
{
    Two,
    One,
    Unconfirmed,
}

/// <summary>
/// One value of a standard with its source. Rule and Subject name it (threshold 4, limit, guarantee 3.music); Level is null where it holds for all. Comparison
/// is at-least, at-most, less-than, more-than, papers (a person judges on evidence) or empty.
/// </summary>
public sealed record StandardRule(string Rule, string Subject, Level? Level, string Name, string Comparison, string Value, string Unit, Confirmation Confirmed, string Source);

/// <summary>One of the resource indicators: pupils are counted by Scale (100: for every hundred pupils).</summary>
public sealed record IndicatorRule(int Number, string Name, decimal Scale, string Unit);

/// <summary>How schools weigh in a county's coefficient: by their pupils, or each alike.</summary>
public enum CoefficientMethod
{
    Weighted,
    Plain,
}
