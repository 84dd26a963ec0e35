using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans;

/// <summary>A date the plan names for a measure.</summary>
public sealed class MeasureDeadline
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid MeasureId { get; init; }

    public string AsWritten { get; init; } = "";

    public DeadlineKind Kind { get; init; }

    /// <summary>The last day (By) or the first day (Start), both included; null where the text names none.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>First day of a recurring one.</summary>
    public DateOnly? StartOn { get; init; }

    public int SourceStart { get; init; }

    public int SourceLength { get; init; }

    /// <summary>Refuses no words (deadline-words), a day outside 2000–2099 (deadline-day) and a recurring one with a last day (deadline-kind).</summary>
    public void MustHold()
    {
        if (string.IsNullOrWhiteSpace(AsWritten))
        {
            throw new RuleBroken("deadline-words", "期限文字不能为空，请照原文填写，例如“2020年底”。") { Field = nameof(AsWritten) };
        }

        if (Day is { Year: < 2000 or > 2099 } || StartOn is { Year: < 2000 or > 2099 })
        {
            throw new RuleBroken("deadline-day", "期限日期不在 2000 至 2099 年之间，请改填。") { Field = nameof(Day) };
        }

        if (Day is not null && (Kind is DeadlineKind.Recurring or DeadlineKind.Ongoing))
        {
            throw new RuleBroken("deadline-kind", "每年或长期的期限没有截止日，请清空日期，或改为“截止”。") { Field = nameof(Day) };
        }
    }

    public MeasureDeadline CopyFor(Measure measure) => new()
    {
        JurisdictionId = JurisdictionId,
        MeasureId = measure.Id,
        AsWritten = AsWritten,
        Kind = Kind,
        Day = Day,
        StartOn = StartOn,
        SourceStart = SourceStart,
        SourceLength = SourceLength,
    };
}
