namespace Equalization.Workflow.Core.Ledgers;

/// <summary>What a gap is measured by. Coefficient: the county's own (主要差距). Other: what a person found and no figure of the school data measures.</summary>
public enum GapKind
{
    Indicator,
    Coefficient,
    ClassSize,
    SchoolSize,
    Other,
}

/// <summary>How a gap came to the ledger: reckoned from the school data, found by the county's self-evaluation, or by an inspection.</summary>
public enum GapSource
{
    Computed,
    SelfEvaluation,
    Inspection,
}

/// <summary>What the figures say of kinds of gaps.</summary>
public static class GapKinds
{
    /// <summary>Of an indicator more is better; of a coefficient, a class and a school less is.</summary>
    public static bool IsMoreBetter(GapKind kind) => kind == GapKind.Indicator;

    /// <summary>
    /// A value as the ledger keeps it: cut to the column's digits away from its bound, so that a gap kept never looks closed by its rounding.
    /// </summary>
    public static decimal Kept(GapKind kind, decimal value) =>
        decimal.Round(value, LedgerEntry.Digits, IsMoreBetter(kind) ? MidpointRounding.ToZero : MidpointRounding.ToPositiveInfinity);
}
