using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Which papers a list shows. Waiting: proposed, to be signed. Out: served, the unit's term runs.</summary>
public enum SupervisionFilter
{
    Waiting,
    Out,
    All,
}

/// <summary>One paper or proposal in a list. DaysLeft: working days to the day of answer, negative when past; null where none runs.</summary>
public sealed record SupervisionRow(
    Guid Id, Guid TaskId, string TaskNumber, string TaskTitle, string Unit, Rung Rung, StepState State, string? Number, DateTime ProposedAt, DateOnly? AnswerDueOn,
    int? DaysLeft, string Facts);

/// <summary>A rung of the matter's ladder: when it fired and what became of it; At is null for a rung not reached.</summary>
public sealed record RungRow(Rung Rung, Guid? StepId, StepState? State, DateTime? At, string? Number, string? By, bool Runs);

/// <summary>A proposal in the signer's list, with the draft as it would leave.</summary>
/// <param name="Draft">Null for a rung without a paper of its own.</param>
/// <param name="Since">Acts on the task since the facts were taken.</param>
public sealed record ProposalRow(
    Guid Id, int Version, Guid TaskId, string TaskNumber, string TaskTitle, string Unit, Rung Rung, DateTime ProposedAt, string Facts, StepTerms Terms, PaperDocument? Draft,
    int Since);

/// <summary>What this reader may do with a step and its matter.</summary>
public sealed record SupervisionActs(bool Decide, bool Answer, bool Return, bool StartHigher, bool Exempt);

/// <summary>One paper with its matter's ladder and what this reader may do.</summary>
/// <param name="Since">What was done on the task since the facts of an open proposal were taken, oldest first.</param>
/// <param name="Terms">As drafted, for the form.</param>
/// <param name="Draft">The paper as drafted; null once decided, and for a rung without one.</param>
public sealed record SupervisionView(
    EscalationStep Step, Escalation Matter, string TaskNumber, string TaskTitle, string Unit, int OverdueWorkingDays, int RuleSetNumber,
    IReadOnlyList<RungRow> Ladder, StepTerms Terms, PaperDocument? Draft, IReadOnlyList<PaperCard> Papers, DateOnly NextAnswerDueOn, bool SeesTask, SupervisionActs May,
    IReadOnlyList<WhyEvent> Since);

/// <summary>Reads proposals and papers of the ladder.</summary>
public sealed class SupervisionQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars)
{
    private const int MostSince = 10;

    /// <summary>Newest first; a unit sees what was served on it. Urges stand on their tasks.</summary>
    public async Task<Paged<SupervisionRow>> Page(Actor actor, SupervisionFilter filter, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var steps = db.EscalationSteps.AsNoTracking().SeenBy(actor).Where(s => s.Rung != Rung.Urge || s.State == StepState.Proposed);
        steps = filter switch
        {
            SupervisionFilter.Waiting => steps.Where(s => s.State == StepState.Proposed),
            SupervisionFilter.Out => steps.Where(s => s.State == StepState.Served && s.AnswerDueOn != null),
            SupervisionFilter.All => steps,
        };
        var total = await steps.CountAsync(ct);
        var rows = await (from s in steps.OrderByDescending(s => s.ProposedAt).ThenBy(s => s.Id).Skip((page - 1) * size).Take(size)
                          join t in db.AnnualTasks on s.TaskId equals t.Id
                          join u in db.Units on s.UnitId equals u.Id
                          select new { Step = s, t.Number, t.Title, u.ShortName }).ToListAsync(ct);
        var calendar = await calendars.Current(ct);
        return new(
            [.. rows.OrderByDescending(r => r.Step.ProposedAt).ThenBy(r => r.Step.Id).Select(r => new SupervisionRow(
                r.Step.Id, r.Step.TaskId, r.Number, r.Title, r.ShortName, r.Step.Rung, r.Step.State, r.Step.Number, r.Step.ProposedAt, r.Step.AnswerDueOn,
                r.Step is { State: StepState.Served, AnswerDueOn: { } due } ? calendar.WorkingDaysBetween(actor.Day, due) : null, r.Step.Facts))],
            total, page, size);
    }

    /// <summary>What waits for this very person's signature, oldest first, each with its draft; all of one rung when one is named.</summary>
    public async Task<Paged<ProposalRow>> ToSign(Actor actor, Rung? rung, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var steps = db.EscalationSteps.AsNoTracking().SignedBy(db, actor).Where(s => s.State == StepState.Proposed && (rung == null || s.Rung == rung));
        var total = await steps.CountAsync(ct);
        var ids = await steps.OrderBy(s => s.ProposedAt).ThenBy(s => s.Id).Skip((page - 1) * size).Take(size).Select(s => new { s.Id, s.EscalationId }).ToListAsync(ct);
        var stepIds = ids.ConvertAll(i => i.Id);
        var since = await (from s in db.EscalationSteps
                           join e in db.Stories on s.TaskId equals e.TaskId
                           where stepIds.Contains(s.Id) && e.At > s.ProposedAt && e.Kind != ActKind.LightChange
                           group e by s.Id into acts
                           select new { acts.Key, Count = acts.Count() }).ToDictionaryAsync(a => a.Key, a => a.Count, ct);
        var calendar = await calendars.Current(ct);
        var rows = new List<ProposalRow>(ids.Count);
        foreach (var about in await LadderMatter.OfMany(db, rules, [.. ids.Select(i => i.EscalationId)], ct))
        {
            var step = about.Matter.Steps.Single(s => ids.Exists(i => i.Id == s.Id));
            var terms = about.Draft(step, calendar, actor.Day);
            rows.Add(new ProposalRow(
                step.Id, step.Version, step.TaskId, about.Task.Number, about.Task.Title, about.Unit, step.Rung, step.ProposedAt, step.Facts, terms,
                LadderPapers.Kind(step.Rung) is null ? null : LadderPapers.Compose(about, step, terms, actor, null, null),
                since.GetValueOrDefault(step.Id)));
        }

        return new([.. rows.OrderBy(r => r.ProposedAt).ThenBy(r => r.Id)], total, page, size);
    }

    /// <summary>Number and title of the tasks of steps, by step; without those that the person may not see.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Titles(Actor actor, IReadOnlyCollection<Guid> stepIds, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (from s in db.EscalationSteps.SeenBy(actor)
                      join t in db.AnnualTasks on s.TaskId equals t.Id
                      where stepIds.Contains(s.Id)
                      select new { s.Id, t.Number, t.Title }).ToDictionaryAsync(s => s.Id, s => $"{s.Number} {s.Title}", ct);
    }

    /// <summary>How many wait for this person: proposals for whoever signs them, served papers for a unit.</summary>
    public async Task<int> Waiting(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return actor.Role switch
        {
            Role.Office or Role.Leader => await db.EscalationSteps.SignedBy(db, actor).CountAsync(s => s.State == StepState.Proposed, ct),
            Role.Contact or Role.UnitHead => await db.EscalationSteps.SeenBy(actor).CountAsync(s => s.Rung != Rung.Urge && s.State == StepState.Served, ct),
            Role.Auditor or Role.Admin => 0,
        };
    }

    /// <summary>Refuses with not-found what the person may not see.</summary>
    public async Task<SupervisionView> One(Actor actor, Guid stepId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = Permission.Found(
            await db.EscalationSteps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == stepId, ct), s => EscalationPermissions.MaySee(actor, s));
        var about = (await LadderMatter.OfMany(db, rules, [found.EscalationId], ct)).Single();
        var (matter, task) = (about.Matter, about.Task);
        var step = matter.Steps.Single(s => s.Id == stepId);
        var calendar = await calendars.Current(ct);
        var terms = about.Draft(step, calendar, actor.Day);
        var isOpen = matter.State == EscalationState.Open && !matter.IsMoot(task);
        var mayDecide = step.State == StepState.Proposed && isOpen && task.HeldSince is null && await EscalationSight.MaySign(db, actor, step, ct);
        var readsAll = actor.ReadsAll(matter.JurisdictionId);
        var ladder = Enum.GetValues<Rung>().Where(r => readsAll || matter.StepOn(r) is { } s && EscalationPermissions.MaySee(actor, s)).Select(r => (Rung: r, Step: matter.StepOn(r)))
            .Select(r => new RungRow(
                r.Rung, r.Step?.Id, r.Step?.State, r.Step?.DecidedAt ?? r.Step?.ProposedAt, r.Step?.Number, r.Step?.DecidedBy, about.Ladder.Of(r.Rung, task.Risk).Runs));
        return new SupervisionView(
            step, matter, task.Number, task.Title, about.Unit, LadderFacts.Overdue(matter, task, calendar, ChinaTime.StartOf(actor.Day)), about.Rules.Number, [.. ladder], terms,
            step.State == StepState.Proposed && LadderPapers.Kind(step.Rung) is not null ? LadderPapers.Compose(about, step, terms, actor, null, null) : null,
            await PaperQueries.Cards(db, actor, db.Papers.Where(p => p.CaseId == null
                && ((p.SubjectKind == nameof(EscalationStep) && p.SubjectId == stepId) || (p.SubjectKind == nameof(Escalation) && p.SubjectId == matter.Id))), ct),
            calendar.AddWorkingDays(actor.Day, Math.Max(1, about.Ladder.Of(step.Rung, task.Risk).Term)), TaskPermissions.MaySee(actor, task),
            new SupervisionActs(
                mayDecide,
                step.State == StepState.Served && step.AsksForAnswer && EscalationPermissions.MayAnswer(actor, step),
                step.State == StepState.Answered && isOpen && EscalationPermissions.MayReturn(actor, step),
                isOpen && matter.Latest?.State != StepState.Proposed && matter.Latest?.Rung < Rung.Accountability && EscalationPermissions.MayStartHigher(actor, matter),
                isOpen && EscalationPermissions.MayExempt(actor, matter)),
            step.State == StepState.Proposed ? await Since(db, step, ct) : []);
    }

    /// <summary>Acts by which the facts of a proposal may have changed; a light that changed follows from them.</summary>
    private static IQueryable<StoryEntry> Since(WorkflowDb db, Guid taskId) => db.Stories.Where(s => s.TaskId == taskId && s.Kind != ActKind.LightChange);

    private static async Task<IReadOnlyList<WhyEvent>> Since(WorkflowDb db, EscalationStep step, CancellationToken ct)
    {
        var lines = await Since(db, step.TaskId).Where(s => s.At > step.ProposedAt).OrderByDescending(s => s.At).Take(MostSince)
            .Select(s => new { s.At, s.PersonName, s.UnitName, s.Post, s.Format, s.Arguments }).ToListAsync(ct);
        return [.. lines.OrderBy(s => s.At).Select(s => new WhyEvent(s.At, $"{s.PersonName}（{s.UnitName}{s.Post}）", new Said(s.Format, s.Arguments)))];
    }
}
