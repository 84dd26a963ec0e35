using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Batches;

namespace Equalization.Workflow.Web.Ui;

/// <summary>What a list to tick posts: the act, each row as id, version and period joined by colons, and the one text for all.</summary>
public class BatchInput
{
    public BatchAct? Act { get; set; }

    public List<string> Picked { get; set; } = [];

    public string? Text { get; set; }

    /// <summary>The number the page gave the batch, under which it asks how far it is.</summary>
    public Guid Batch { get; set; }

    /// <summary>Refuses what no list of ours posts (stale).</summary>
    public BatchOrder Order(IProgress<int>? told = null) =>
        Act is { } act && Enum.IsDefined(act) ? new BatchOrder(act, Picked.ConvertAll(Read), Text) { Told = told } : throw RuleBroken.Changed();

    public static string Write(BatchPick pick) => $"{pick.Id}:{pick.Version?.ToString(CultureInfo.InvariantCulture)}:{pick.Period}";

    /// <summary>The row was ticked; told by its id, for its version may have moved on since.</summary>
    public bool Has(BatchPick pick) => Picked.Exists(p => p.StartsWith($"{pick.Id}:", StringComparison.Ordinal));

    private static BatchPick Read(string picked)
    {
        if (picked.Split(':') is not [var id, var version, var period] || !Guid.TryParse(id, out var rowId))
        {
            throw RuleBroken.Changed();
        }

        int? posted = version.Length == 0 ? null : int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw RuleBroken.Changed();
        return new BatchPick(rowId, posted, period.Length == 0 ? null : period);
    }
}
