using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Plans.Drafts;

/// <summary>A target as typed; TargetId is null for a new one.</summary>
public sealed record TargetInput(
    Guid MeasureId, int Version, Guid? TargetId, int? Year, string? AsWritten, string? Metric, Comparator? Comparator, decimal? Value,
    decimal? Upper, string? Unit, bool Aspirational, bool RecursYearly, string? PerUnit);

/// <summary>A deadline as typed; DeadlineId is null for a new one.</summary>
public sealed record DeadlineInput(
    Guid MeasureId, int Version, Guid? DeadlineId, string? AsWritten, DeadlineKind Kind, DateOnly? Day, DateOnly? StartOn);

/// <summary>Corrects targets and deadlines of a draft's measures. Refuses a confirmed version (plan-confirmed) and a stale form.</summary>
public sealed class TargetService(Transact transact)
{
    /// <summary>Adds or changes a target. Refuses what <see cref="Target.MustHold"/> refuses.</summary>
    public async Task Save(Actor actor, TargetInput input, CancellationToken ct) =>
        await transact.Run(actor, input.TargetId is null ? "增加目标" : "修改目标", async (db, _) =>
        {
            var (_, measure) = await DraftAccess.Measure(db, actor, input.MeasureId, input.Version, ct);
            var former = input.TargetId is null ? null : TargetOf(measure, input.TargetId.Value);
            var target = Target(measure, former, input);
            target.MustHold();
            if (former is null)
            {
                db.Add(target);
            }
            else
            {
                db.Entry(former).CurrentValues.SetValues(target);
            }
        }, ct);

    public async Task Remove(Actor actor, Guid measureId, int postedVersion, Guid targetId, CancellationToken ct) =>
        await transact.Run(actor, "删除目标", async (db, _) =>
        {
            var (_, measure) = await DraftAccess.Measure(db, actor, measureId, postedVersion, ct);
            var target = TargetOf(measure, targetId);
            measure.Remove(target);
            db.Remove(target);
        }, ct);

    /// <summary>Adds or changes a deadline. Refuses what <see cref="MeasureDeadline.MustHold"/> refuses.</summary>
    public async Task Save(Actor actor, DeadlineInput input, CancellationToken ct) =>
        await transact.Run(actor, input.DeadlineId is null ? "增加期限" : "修改期限", async (db, _) =>
        {
            var (_, measure) = await DraftAccess.Measure(db, actor, input.MeasureId, input.Version, ct);
            var former = input.DeadlineId is null ? null : DeadlineOf(measure, input.DeadlineId.Value);
            var deadline = Deadline(measure, former, input);
            deadline.MustHold();
            if (former is null)
            {
                db.Add(deadline);
            }
            else
            {
                db.Entry(former).CurrentValues.SetValues(deadline);
            }
        }, ct);

    public async Task RemoveDeadline(Actor actor, Guid measureId, int postedVersion, Guid deadlineId, CancellationToken ct) =>
        await transact.Run(actor, "删除期限", async (db, _) =>
        {
            var (_, measure) = await DraftAccess.Measure(db, actor, measureId, postedVersion, ct);
            var deadline = DeadlineOf(measure, deadlineId);
            measure.Remove(deadline);
            db.Remove(deadline);
        }, ct);

    /// <summary>The target that an input means, before its rules are asked; shared with the import of a breakdown.</summary>
    internal static Target Target(Measure measure, Target? former, TargetInput input) => new()
    {
        Id = former?.Id ?? Guid.CreateVersion7(),
        JurisdictionId = measure.JurisdictionId,
        MeasureId = measure.Id,
        Position = former?.Position ?? measure.Targets.Count,
        Year = input.Year,
        AsWritten = DraftWriter.Cut((input.AsWritten ?? "").Trim(), 500),
        Metric = DraftWriter.Cut(string.IsNullOrWhiteSpace(input.Metric) ? (input.AsWritten ?? "").Trim() : input.Metric.Trim(), 300),
        Comparator = input.Comparator,
        Value = input.Value,
        Upper = input.Comparator == Comparator.Between ? input.Upper : null,
        Unit = Short(input.Unit, 20),
        Aspirational = input.Aspirational,
        RecursYearly = input.RecursYearly,
        PerUnit = Short(input.PerUnit, 40),
        Basis = former is { } f && f.Value == input.Value ? f.Basis : null,
        SourceStart = former?.SourceStart ?? measure.SourceStart,
        SourceLength = former?.SourceLength ?? 0,
    };

    /// <summary>As <see cref="Target"/>, for a deadline.</summary>
    internal static MeasureDeadline Deadline(Measure measure, MeasureDeadline? former, DeadlineInput input) => new()
    {
        Id = former?.Id ?? Guid.CreateVersion7(),
        JurisdictionId = measure.JurisdictionId,
        MeasureId = measure.Id,
        AsWritten = DraftWriter.Cut((input.AsWritten ?? "").Trim(), 100),
        Kind = input.Kind,
        Day = input.Day,
        StartOn = input.StartOn,
        SourceStart = former?.SourceStart ?? measure.SourceStart,
        SourceLength = former?.SourceLength ?? 0,
    };

    private static Target TargetOf(Measure measure, Guid id) => measure.Targets.FirstOrDefault(t => t.Id == id) ?? throw RuleBroken.Missing();

    private static MeasureDeadline DeadlineOf(Measure measure, Guid id) =>
        measure.Deadlines.FirstOrDefault(d => d.Id == id) ?? throw RuleBroken.Missing();

    private static string? Short(string? text, int length) => string.IsNullOrWhiteSpace(text) ? null : DraftWriter.Cut(text.Trim(), length);
}
