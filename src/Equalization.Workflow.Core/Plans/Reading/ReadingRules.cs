namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>How far a reading can be trusted. Certain: the text says it in a known form. Likely: something was supplied. Doubtful: a person must decide.</summary>
public enum Confidence
{
    Certain,
    Likely,
    Doubtful,
}

/// <summary>The written form that a field was read by, named for the command line, and the trust it earns by itself.</summary>
public sealed record ReadingRule(string Name, Confidence Confidence);

/// <summary>All forms that fields are read by. The rules themselves stand one a file under the folders of the grammar.</summary>
public static class ReadingRules
{
    public static readonly ReadingRule None = new("none", Confidence.Doubtful);

    public static readonly ReadingRule Title = new("head.title", Confidence.Certain);
    public static readonly ReadingRule DocumentNumber = new("head.number", Confidence.Certain);
    public static readonly ReadingRule Issuer = new("head.issuer", Confidence.Certain);
    public static readonly ReadingRule Issued = new("head.date", Confidence.Certain);

    public static readonly ReadingRule MeasureClosed = new("measure.closed", Confidence.Certain);
    public static readonly ReadingRule MeasureListed = new("measure.listed", Confidence.Likely);
    public static readonly ReadingRule MeasureRow = new("measure.row", Confidence.Certain);
    public static readonly ReadingRule MeasureOfUnit = new("measure.unit", Confidence.Likely);
    public static readonly ReadingRule MeasureHeadless = new("measure.headless", Confidence.Doubtful);

    public static readonly ReadingRule UnitLabelled = new("unit.label", Confidence.Certain);
    public static readonly ReadingRule UnitOfVerb = new("unit.verb", Confidence.Certain);
    public static readonly ReadingRule UnitFirstLeads = new("unit.first", Confidence.Certain);
    public static readonly ReadingRule UnitBare = new("unit.bare", Confidence.Doubtful);
    public static readonly ReadingRule UnitSubject = new("unit.subject", Confidence.Likely);
    public static readonly ReadingRule UnitHeading = new("unit.heading", Confidence.Certain);
    public static readonly ReadingRule UnitPartner = new("unit.partner", Confidence.Certain);
    public static readonly ReadingRule UnitCell = new("unit.cell", Confidence.Certain);
    public static readonly ReadingRule UnitCellAbove = new("unit.above", Confidence.Likely);

    public static readonly ReadingRule TimeYear = new("time.year", Confidence.Certain);
    public static readonly ReadingRule TimeSpan = new("time.span", Confidence.Certain);
    public static readonly ReadingRule TimeStart = new("time.start", Confidence.Certain);
    public static readonly ReadingRule TimeRecurring = new("time.recurring", Confidence.Certain);
    public static readonly ReadingRule TimeOngoing = new("time.ongoing", Confidence.Certain);
    public static readonly ReadingRule TimeOpen = new("time.open", Confidence.Doubtful);
    public static readonly ReadingRule TimeOfPlan = new("time.plan", Confidence.Likely);
    public static readonly ReadingRule TimeFiveYears = new("time.five", Confidence.Likely);

    public static readonly ReadingRule TargetCompared = new("target.compared", Confidence.Certain);
    public static readonly ReadingRule TargetRange = new("target.range", Confidence.Certain);
    public static readonly ReadingRule TargetAbout = new("target.about", Confidence.Likely);
    public static readonly ReadingRule TargetPaired = new("target.paired", Confidence.Likely);
    public static readonly ReadingRule TargetBare = new("target.bare", Confidence.Likely);
    public static readonly ReadingRule TargetBaseline = new("target.baseline", Confidence.Certain);
    public static readonly ReadingRule TargetZero = new("target.zero", Confidence.Likely);
    public static readonly ReadingRule TargetAll = new("target.all", Confidence.Likely);
    public static readonly ReadingRule TargetForEach = new("target.each", Confidence.Likely);
    public static readonly ReadingRule TargetNotFalling = new("target.rising", Confidence.Likely);
    public static readonly ReadingRule TargetNotBelow = new("target.parity", Confidence.Likely);
    public static readonly ReadingRule TargetOnceAYear = new("target.yearly", Confidence.Likely);
    public static readonly ReadingRule TargetWords = new("target.words", Confidence.Likely);

    public static readonly ReadingRule Phase = new("phase", Confidence.Certain);
    public static readonly ReadingRule Accreditation = new("accreditation", Confidence.Certain);
    public static readonly ReadingRule LeadingGroup = new("group", Confidence.Certain);
}
