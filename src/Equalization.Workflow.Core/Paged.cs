namespace Equalization.Workflow.Core;

/// <summary>One page of a list with the total over all pages.</summary>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, int Page, int Size)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}
