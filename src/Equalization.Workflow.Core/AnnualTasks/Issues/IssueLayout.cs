using Equalization.Workflow.Core.Plans;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Issues;

/// <summary>One task that a measure becomes: its lead unit and the cooperating units, in the document's order.</summary>
public sealed record TaskLayout(Guid LeadUnitId, IReadOnlyList<Guid> CooperatingUnitIds);

/// <summary>
/// How a measure fans out: several leads one task each, a collective lead one task a member, collective cooperating units one part a member.
/// A unit that leads does not also cooperate.
/// </summary>
public sealed class IssueLayout
{
    private readonly Dictionary<Guid, List<Guid>> members;

    private readonly HashSet<Guid> ended;

    private IssueLayout(Dictionary<Guid, List<Guid>> members, HashSet<Guid> ended) => (this.members, this.ended) = (members, ended);

    /// <summary>As of a day: units that ended before it take no new tasks.</summary>
    public static async Task<IssueLayout> Load(WorkflowDb db, Guid jurisdictionId, DateOnly day, CancellationToken ct)
    {
        var ended = await db.Units.Where(u => u.JurisdictionId == jurisdictionId && u.EndedOn < day).Select(u => u.Id).ToHashSetAsync(ct);
        var rows = await db.UnitGroupMembers.Where(m => m.JurisdictionId == jurisdictionId).OrderBy(m => m.Position)
            .Select(m => new { m.GroupId, m.UnitId }).ToListAsync(ct);
        return new IssueLayout(
            rows.Where(m => !ended.Contains(m.UnitId)).GroupBy(m => m.GroupId).ToDictionary(g => g.Key, g => g.Select(m => m.UnitId).ToList()), ended);
    }

    /// <summary>Why nothing can be issued from the measure, in words for the office; null when it can.</summary>
    public string? Obstacle(Measure measure)
    {
        if (measure.NoTaskReason is { } reason)
        {
            return reason;
        }

        if (!measure.Leads.Any())
        {
            return measure.Responsible.Any()
                ? "没有牵头单位：请在核对页从责任单位中指定一个牵头单位。"
                : "原文没有写明单位：请在核对页补充牵头单位，或写明不下达的理由。";
        }

        var unmatched = measure.Leads.Concat(measure.Cooperating).FirstOrDefault(u => !u.IsMatched);
        if (unmatched is not null)
        {
            return "有单位未对应到单位名录：请在核对页选择对应单位或新建单位。";
        }

        if (measure.Leads.Concat(measure.Cooperating).Any(u => u.UnitId is { } id && ended.Contains(id)))
        {
            return "有单位已撤销：请修订方案，改为承接其职责的单位。";
        }

        var empty = measure.Leads.Concat(measure.Cooperating).Any(u => u.GroupId is { } g && !members.ContainsKey(g));
        return empty ? "集体单位没有成员：请在单位名录中指定成员。" : null;
    }

    public IReadOnlyList<TaskLayout> Of(Measure measure)
    {
        var leads = Expand(measure.Leads);
        var cooperating = Expand(measure.Cooperating);
        return [.. leads.Select(lead => new TaskLayout(lead, [.. cooperating.Where(u => u != lead)]))];
    }

    private List<Guid> Expand(IEnumerable<MeasureUnit> units) =>
        [.. units.OrderBy(u => u.Position).SelectMany(u => u.UnitId is { } one ? [one] : members.GetValueOrDefault(u.GroupId ?? Guid.Empty, [])).Distinct()];
}
