namespace Equalization.Workflow.Core.Indicators.Transfers.Nearness;

/// <summary>What a school may do in one plan.</summary>
internal enum Part : byte
{
    Either,
    Gives,
    Receives,
}
