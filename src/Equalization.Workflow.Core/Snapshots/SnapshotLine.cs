using System.Text.Json;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Snapshots;

/// <summary>
/// One row of a sealed day: how a unit's part stood. Page and Row say where in the snapshot it is written, both from 1; ClosedOn is there for what was
/// written off that year. Percentages are plain numbers.
/// </summary>
public sealed record SnapshotLine(
    int Page, int Row, string Task, Guid UnitId, UnitRole Role, Light Light, bool Silent, DateOnly DueOn, DateOnly? FirstDueOn, DateOnly? ClosedOn, int Late,
    decimal? Done, decimal Expected)
{
    /// <summary>Of the late working days those on which the unit itself held the task, by the clock ledger of that day; null in a day sealed before it was told.</summary>
    public int? ChargedDays { get; init; }

    /// <summary>What the unit answers for: its own days, and in an older day all of them.</summary>
    public int Charged => ChargedDays ?? Late;
}

/// <summary>Reads the rows of a sealed day and holds them to the seal while reading.</summary>
public static class SnapshotReading
{
    /// <summary>
    /// Hands on each row in its order. Refuses a day that is not what was sealed, with day and page (snapshot-altered), and one of an edition that does
    /// not tell lateness (snapshot-edition); what was handed on until then must not be used.
    /// </summary>
    public static async Task Read(WorkflowDb db, Snapshot snapshot, Action<SnapshotLine> take, CancellationToken ct)
    {
        if (snapshot.Edition < 2)
        {
            throw new RuleBroken("snapshot-edition", "{0} 的数据快照由旧版程序封存，未含逾期天数，不能据此起草。请另选较近的一日。", snapshot.On);
        }

        Refuse(await SnapshotSeal.Check(db, snapshot, (page, text) => Split(page, text, take), ct), snapshot);
    }

    /// <summary>Refuses a day that is not what was sealed (snapshot-altered).</summary>
    public static async Task MustHold(WorkflowDb db, Snapshot snapshot, CancellationToken ct) => Refuse(await SnapshotSeal.Check(db, snapshot, null, ct), snapshot);

    private static void Refuse(SnapshotFault? fault, Snapshot snapshot)
    {
        switch (fault)
        {
            case null:
                return;
            case { Page: { } page }:
                throw new RuleBroken("snapshot-altered", "{0} 的第 {1} 号数据快照第 {2} 页与封存时不符，不能据此办理。请报告管理员用 verify 核查，并另选一日。", snapshot.On, snapshot.Number, page);
            default:
                throw new RuleBroken("snapshot-altered", "{0} 的第 {1} 号数据快照与封存哈希不符，不能据此办理。请报告管理员用 verify 核查，并另选一日。", snapshot.On, snapshot.Number);
        }
    }

    private static void Split(int page, byte[] text, Action<SnapshotLine> take)
    {
        var (start, row) = (0, 0);
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOf((byte)'\n');
            take(Parse(page, ++row, text.AsMemory(start, length < 0 ? text.Length - start : length)));
            start += length < 0 ? text.Length : length + 1;
        }
    }

    private static SnapshotLine Parse(int page, int row, ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        var v = json.RootElement;
        return new SnapshotLine(
            page, row, v.GetProperty("task").GetString()!, v.GetProperty("unit").GetGuid(), Enum.Parse<UnitRole>(v.GetProperty("role").GetString()!),
            Enum.Parse<Light>(v.GetProperty("light").GetString()!), v.GetProperty("silent").GetBoolean(), Day(v, "due")!.Value, Day(v, "first"), Day(v, "closed"),
            v.GetProperty("late").GetInt32(), v.TryGetProperty("done", out var done) ? done.GetDecimal() : null, v.GetProperty("expected").GetDecimal())
        {
            ChargedDays = v.TryGetProperty("charged", out var charged) ? charged.GetInt32() : null,
        };
    }

    private static DateOnly? Day(JsonElement line, string name) =>
        line.TryGetProperty(name, out var day) ? DateOnly.ParseExact(day.GetString()!, "O") : null;
}
