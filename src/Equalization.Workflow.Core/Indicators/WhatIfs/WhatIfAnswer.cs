namespace Equalization.Workflow.Core.Indicators.WhatIfs;

/// <summary>A county's figures for one indicator at one level, for reading; the verdict is decided beside them without rounding. Coefficient is null where it cannot be computed.</summary>
public sealed record WhatIfSpread(int Schools, double? Mean, double? Deviation, double? Coefficient, Verdict Verdict);

/// <summary>One indicator at one level before and after the changes.</summary>
public sealed record WhatIfCoefficient(int Indicator, Level Level, decimal Limit, WhatIfSpread Before, WhatIfSpread After);

/// <summary>A school part that the changes touch. Before is null for a part that was not there, After for one that is gone.</summary>
public sealed record WhatIfPart(string Code, string Name, Level Level, SchoolPart? Before, SchoolPart? After);

/// <summary>How many counted school parts of a level keep the school rule.</summary>
public sealed record WhatIfTally(Level Level, int PassBefore, int PassAfter, int ShortBefore, int ShortAfter);

/// <summary>What would be if schools had other figures: their own results, and the county's at once.</summary>
public sealed record WhatIfAnswer(IReadOnlyList<WhatIfCoefficient> Coefficients, IReadOnlyList<WhatIfPart> Parts, IReadOnlyList<WhatIfTally> Tallies)
{
    public WhatIfCoefficient Of(int indicator, Level level) => Coefficients.First(c => c.Indicator == indicator && c.Level == level);
}
