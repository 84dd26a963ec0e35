namespace Equalization.Workflow.Core.Indicators;

/// <summary>What is judged of a school, an indicator or a county. Unknown, for want of data, is never a pass.</summary>
public enum Verdict
{
    Pass,
    Fail,
    Unknown,
}

/// <summary>Where a value stands against its threshold. The floor is the least that the school rule bears beside six that reach theirs.</summary>
public enum Standing
{
    Reached,
    AboveFloor,
    BelowFloor,
    Unknown,
}
