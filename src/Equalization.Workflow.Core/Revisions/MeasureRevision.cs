using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.AnnualTasks.Editions;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Editions;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Revisions;

/// <summary>
/// What an edition asks of the tasks of one measure in one year. Compared is the edition with the one before it, or with the one before that of a proposal nobody decided; what the
/// editions left alone stays as the task has it, however the office changed it.
/// </summary>
internal sealed class MeasureRevision(EditionReading edition, Guid originId, int year, IReadOnlyList<LiveTask> tasks)
{
    private static readonly RevisionKind[] OfUnits = [RevisionKind.Lead, RevisionKind.Cooperating, RevisionKind.Reissue, RevisionKind.Issue, RevisionKind.Withdrawal];
    private static readonly RevisionKind[] OfWords = [RevisionKind.Content, RevisionKind.Reissue, RevisionKind.Withdrawal];
    private static readonly RevisionKind[] OfDays = [RevisionKind.DueDay, RevisionKind.Reissue, RevisionKind.Withdrawal];

    public IEnumerable<RevisionProposal> Asked()
    {
        var former = edition.Former.GetValueOrDefault(originId);
        var now = edition.Now.GetValueOrDefault(originId);
        if (now is not null && (now.RunsIn(year) || former?.RunsIn(year) == false))
        {
            return edition.Layout.Obstacle(now) is { } obstacle ? Unclear(now, obstacle) : Divided(now);
        }

        // A task that was kept when its measure went is not asked about again.
        return tasks.Where(t => former is not null || Pending(t, [RevisionKind.Withdrawal]) is not null).Select(t => Withdrawal(t, now ?? former ?? t.Issued, former));
    }

    /// <summary>For units that lead no task of the measure yet.</summary>
    public RevisionProposal Issue(Measure now, Measure? before, IReadOnlyList<Guid> leads) => new(
        edition.Version, RevisionKind.Issue, now, before?.Id, year, new RevisionFacts(),
        new RevisionFacts
        {
            Text = new TaskText(now.Title, now.Body, IssueQueries.DraftCriteria(now, year)),
            Leads = edition.Named(leads),
            Cooperating = edition.Named(leads.Count == 0 ? [] : CooperatingWith(now, leads[0])),
            DueOn = now.DueIn(year),
            Obstacle = edition.Layout.Obstacle(now),
            AsWritten = leads.Count == 0 ? AsWritten(now, DraftUnitRole.Lead) : null,
        },
        edition.At);

    /// <summary>Each task with its lead as the edition has it; leads that are new beside them get tasks of their own.</summary>
    private IEnumerable<RevisionProposal> Divided(Measure now)
    {
        var before = Before(OfUnits, null);
        var (leads, led) = (LeadsOf(now), LeadsOf(before));
        var unled = leads.Except(led).Except(edition.Standing[(originId, year)]).ToList();
        var orphans = tasks.Where(t => led.Contains(t.Task.LeadUnitId) && !leads.Contains(t.Task.LeadUnitId)).ToList();
        // Where several units go or come, which follows which is not said: the office decides by withdrawing and issuing.
        var heir = orphans.Select(t => t.Task.LeadUnitId).Distinct().Count() == 1 && unled.Count == 1 ? unled[0] : (Guid?)null;
        foreach (var task in tasks)
        {
            if (!orphans.Contains(task))
            {
                foreach (var proposal in Followed(task, now, before, task.Task.LeadUnitId))
                {
                    yield return proposal;
                }
            }
            else if (heir is { } lead)
            {
                foreach (var proposal in Followed(task, now, before, lead))
                {
                    yield return proposal;
                }
            }
            else
            {
                yield return Withdrawal(task, now, before);
            }
        }

        if (heir is null && unled.Count > 0 && year >= edition.ThisYear)
        {
            yield return Issue(now, before, unled);
        }
    }

    private IEnumerable<RevisionProposal> Followed(LiveTask live, Measure now, Measure before, Guid lead)
    {
        var task = live.Task;
        var present = RevisionFacts.CooperatingOf(task).ToList();
        var (asked, had) = (CooperatingWith(now, lead), CooperatingWith(before, task.LeadUnitId));
        var come = asked.Except(had).Except(present).Where(u => u != lead).ToList();
        var go = had.Except(asked).Intersect(present).ToList();
        var cooperating = edition.Named(present.Except(go).Concat(come));
        if (ChangesPlaces(task, lead, come))
        {
            return [Reissue(live, now, lead, [.. cooperating.Select(u => u.Id).Where(u => u != lead)])];
        }

        return
        [
            .. Days(live, now),
            .. lead == task.LeadUnitId ? [] : (RevisionProposal[])[Make(RevisionKind.Lead, live, now, before, new() { Lead = edition.Named(task.LeadUnitId) }, new() { Lead = edition.Named(lead) })],
            .. come.Count + go.Count == 0 ? [] : (RevisionProposal[])[Make(RevisionKind.Cooperating, live, now, before, new() { Cooperating = edition.Named(present) }, new() { Cooperating = cooperating })],
            .. Words(live, now),
        ];
    }

    /// <summary>A row of a task bears one role for good: whoever cooperates cannot come to lead it, nor the other way round.</summary>
    private static bool ChangesPlaces(AnnualTask task, Guid lead, IReadOnlyList<Guid> come) =>
        (lead != task.LeadUnitId && task.Units.Any(u => u.UnitId == lead && u.Role != UnitRole.FormerLead))
        || task.Units.Any(u => come.Contains(u.UnitId) && (u.TakesPart || u.Role != UnitRole.Cooperating));

    private RevisionProposal Reissue(LiveTask live, Measure now, Guid lead, IReadOnlyList<Guid> cooperating)
    {
        var task = live.Task;
        return Make(
            RevisionKind.Reissue, live, now, Before(OfUnits, live),
            new RevisionFacts { Text = task.Text, Lead = edition.Named(task.LeadUnitId), Cooperating = edition.Named(RevisionFacts.CooperatingOf(task)), DueOn = task.CurrentDueOn },
            new RevisionFacts
            {
                Text = TextOf(live, now),
                Lead = edition.Named(lead),
                Cooperating = edition.Named(cooperating),
                DueOn = DueOf(live, now),
            });
    }

    private IEnumerable<RevisionProposal> Days(LiveTask live, Measure now)
    {
        var dueOn = DueOf(live, now);
        return dueOn == live.Task.CurrentDueOn ? []
            : [Make(RevisionKind.DueDay, live, now, Before(OfDays, live), new() { DueOn = live.Task.CurrentDueOn }, new() { DueOn = dueOn })];
    }

    private IEnumerable<RevisionProposal> Words(LiveTask live, Measure now)
    {
        var text = TextOf(live, now);
        return text == live.Task.Text ? [] : [Make(RevisionKind.Content, live, now, Before(OfWords, live), new() { Text = live.Task.Text }, new() { Text = text })];
    }

    private TaskText TextOf(LiveTask live, Measure now)
    {
        var text = EditionTaskQueries.Follow(live.Task.Text, Before(OfWords, live), now, year);
        return live.IsTurn ? text with { Title = live.Task.Title } : text;
    }

    private DateOnly DueOf(LiveTask live, Measure now) =>
        live.IsTurn || Before(OfDays, live).DueIn(year) == now.DueIn(year) ? live.Task.CurrentDueOn : now.DueIn(year);

    /// <summary>The edition's units cannot all be told: words and days are asked for, and that the units changed is said.</summary>
    private IEnumerable<RevisionProposal> Unclear(Measure now, string obstacle) => tasks.SelectMany(t =>
    {
        var before = Before(OfUnits, t);
        var change = new EditionDifference(EditionMeasure.Of(before), EditionMeasure.Of(now), EditionChanges.None, null);
        var lead = change.Units(DraftUnitRole.Lead).Any
            ? Make(RevisionKind.Lead, t, now, before, new() { Lead = edition.Named(t.Task.LeadUnitId) }, new() { Obstacle = obstacle, AsWritten = AsWritten(now, DraftUnitRole.Lead) })
            : null;
        var cooperating = change.Units(DraftUnitRole.Cooperating).Any
            ? Make(
                RevisionKind.Cooperating, t, now, before, new() { Cooperating = edition.Named(RevisionFacts.CooperatingOf(t.Task)) },
                new() { Obstacle = obstacle, AsWritten = AsWritten(now, DraftUnitRole.Cooperating) })
            : null;
        return Days(t, now).Concat(new[] { lead, cooperating }.OfType<RevisionProposal>()).Concat(Words(t, now));
    });

    private RevisionProposal Withdrawal(LiveTask live, Measure measure, Measure? before) => Make(
        RevisionKind.Withdrawal, live, measure, before ?? live.Issued, new() { State = live.Task.State, Lead = edition.Named(live.Task.LeadUnitId) }, new() { State = TaskState.Withdrawn });

    private RevisionProposal Make(RevisionKind kind, LiveTask live, Measure measure, Measure before, RevisionFacts was, RevisionFacts asked) =>
        new(edition.Version, kind, measure, before.Id, year, was, asked, edition.At) { TaskId = live.Task.Id };

    /// <summary>The measure as the tasks followed it so far, where the kinds of change are concerned.</summary>
    private Measure Before(RevisionKind[] kinds, LiveTask? live) =>
        edition.MeasureOf(Pending(live, kinds)?.FormerMeasureId) ?? edition.Former.GetValueOrDefault(originId) ?? (live ?? tasks[0]).Issued;

    private RevisionProposal? Pending(LiveTask? live, RevisionKind[] kinds) => edition.Pending[(originId, year)]
        .FirstOrDefault(p => kinds.Contains(p.Kind) && (live is null || p.TaskId is null || p.TaskId == live.Task.Id));

    private List<Guid> LeadsOf(Measure measure) => [.. edition.Layout.Of(measure).Select(l => l.LeadUnitId)];

    /// <summary>Who cooperates with a lead; a lead that the measure does not name has the units of any.</summary>
    private IReadOnlyList<Guid> CooperatingWith(Measure measure, Guid lead)
    {
        var layouts = edition.Layout.Of(measure);
        var layout = layouts.FirstOrDefault(l => l.LeadUnitId == lead) ?? (layouts.Count == 0 ? null : layouts[0]);
        return layout?.CooperatingUnitIds ?? [];
    }

    private static string AsWritten(Measure measure, DraftUnitRole role) =>
        string.Join("、", measure.Units.Where(u => u.Role == role).OrderBy(u => u.Position).Select(u => u.FullName));
}
