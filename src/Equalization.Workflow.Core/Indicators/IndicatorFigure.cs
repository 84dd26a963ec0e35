namespace Equalization.Workflow.Core.Indicators;

/// <summary>
/// One indicator of one part with its working: Amount × Share × scale ÷ Pupils. Share is what the part has of a resource that levels use together (null where
/// the amount is the part's alone). Value is null where Missing says what is not known.
/// </summary>
public sealed record IndicatorFigure(int Indicator, decimal? Amount, Quotient? Share, decimal? Pupils, Quotient? Value, Remark? Missing, decimal Threshold, decimal Floor)
{
    public Standing Standing => Value switch
    {
        null => Standing.Unknown,
        { } value when value.Reaches(Threshold) => Standing.Reached,
        { } value when value.Reaches(Floor) => Standing.AboveFloor,
        _ => Standing.BelowFloor,
    };
}
