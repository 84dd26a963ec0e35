using Equalization.Workflow.Core.Batches;

namespace Equalization.Workflow.Web.Ui;

/// <summary>What became of each row of a batch, for the list shown after it.</summary>
public sealed record BatchReport(BatchAct Act, IReadOnlyList<BatchResult> Results)
{
    public int Refused => Results.Count(r => r.Refusal is not null);
}

/// <summary>The bar over a list to tick: its act, how many lines can be ticked, what was typed before, and where it posts.</summary>
public sealed record BatchBar(BatchAct Act, int Count, string? Text, string Address)
{
    /// <summary>The form the lines' boxes belong to.</summary>
    public string FormId => $"batch-{Act}";
}
