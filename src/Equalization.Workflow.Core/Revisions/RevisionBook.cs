using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Editions;

namespace Equalization.Workflow.Core.Revisions;

/// <summary>Writes down, in the act that brings an edition into force, what it asks of the tasks under way.</summary>
public static class RevisionBook
{
    /// <summary>See <see cref="EditionInForce"/>. What an earlier edition asked and nobody decided is superseded, and asked again where it still stands.</summary>
    public static async Task<int> Make(WorkflowDb db, PlanVersion version, Guid formerId, CancellationToken ct)
    {
        var edition = await EditionReading.Load(db, version, formerId, ct);
        var by = db.Act!.Actor.Signature();
        foreach (var proposal in edition.Pending.SelectMany(p => p))
        {
            proposal.Supersede(by, edition.At);
        }

        var groups = edition.Tasks.GroupBy(t => (t.Issued.OriginId, t.Task.Year)).ToList();
        var asked = groups.SelectMany(g => new MeasureRevision(edition, g.Key.OriginId, g.Key.Year, [.. g]).Asked()).ToList();
        asked.AddRange(Added(edition, [.. groups.Select(g => g.Key)]));
        db.AddRange(asked);
        return asked.Count;
    }

    /// <summary>Measures that the edition added, or that run in a year only now: for each year from this one on whose tasks are under way.</summary>
    private static IEnumerable<RevisionProposal> Added(EditionReading edition, HashSet<(Guid OriginId, int Year)> live) =>
        from year in live.Select(l => l.Year).Where(y => y >= edition.ThisYear).Distinct().Order()
        from now in edition.Now.Values
        let key = (now.OriginId, year)
        where !live.Contains(key) && !edition.Standing[key].Any() && now.NoTaskReason is null && now.RunsIn(year)
        let pending = edition.Pending[key].FirstOrDefault(p => p.Kind == RevisionKind.Issue)
        let before = pending is null ? edition.Former.GetValueOrDefault(now.OriginId) : edition.MeasureOf(pending.FormerMeasureId)
        where before?.RunsIn(year) != true
        select new MeasureRevision(edition, now.OriginId, year, []).Issue(now, before, edition.Layout.Obstacle(now) is null ? [.. edition.Layout.Of(now).Select(l => l.LeadUnitId)] : []);
}
