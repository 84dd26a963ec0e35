namespace Equalization.Workflow.Core.Plans.Reading.Arrangements;

/// <summary>How the plan arranges the work beside its measures, and where it says so.</summary>
internal sealed record Arranged(IReadOnlyList<DraftPhase> Phases, DraftAccreditation? Accreditation, DraftLeadingGroup? Group)
{
    /// <summary>Stretches of the source with what was read from them; they hold no measure and are shown as such.</summary>
    public IEnumerable<(SourceSpan Span, string Reason)> Places =>
    [
        .. Phases.Select(phase => (phase.Span, $"已读为阶段安排“{phase.Name}”，不是措施。")),
        .. (Accreditation?.Spans ?? []).Select(span => (span, "已读为县（市、区）的创建时序，不是措施。")),
        .. Group is { } group ? [(group.Span, $"已读为“{group.Name}”的组成，不是措施。")] : Array.Empty<(SourceSpan, string)>(),
    ];
}
