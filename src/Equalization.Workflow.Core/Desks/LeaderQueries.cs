using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>A help request put to the leader's unit, for a card with its facts.</summary>
public sealed record DecisionCard(Guid HelpId, Guid TaskId, string Number, string Title, string AskingUnit, string Text, DateOnly AnswerDueOn, int DaysLeft, int Version);

/// <summary>A late task in the portfolio, oldest first.</summary>
public sealed record LateTask(Guid TaskId, string Number, string Title, string LeadUnit, DateOnly FirstDueOn, DateOnly CurrentDueOn, Judgement Judgement, string? LastWord);

/// <summary>A proposal of the ladder that waits for this leader's signature.</summary>
public sealed record LeaderProposal(Guid StepId, Rung Rung, Guid TaskId, string Number, string Title, string Unit, string Facts, DateTime ProposedAt);

/// <summary>The leader's page: what needs a decision, what is late in the portfolio; nothing else.</summary>
/// <param name="Interviews">Notices and minutes of interviews that wait for this leader's signature.</param>
public sealed record LeaderPage(IReadOnlyList<LeaderProposal> Proposals, IReadOnlyList<WorkItem> Interviews, IReadOnlyList<DecisionCard> Decisions, IReadOnlyList<WorkItem> Instructions, IReadOnlyList<LateTask> Late, int LateTotal, IReadOnlyList<string> Portfolio)
{
    public int Waiting => Proposals.Count + Interviews.Count + Decisions.Count + Instructions.Count;
}

/// <summary>Reads the leader's page.</summary>
public sealed class LeaderQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars)
{
    private const int Limit = 30;

    /// <summary>Refuses all but a leader (not-allowed).</summary>
    public async Task<LeaderPage> Load(Actor actor, CancellationToken ct)
    {
        Permission.Require(actor.Role == Role.Leader);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var calendar = await calendars.Current(ct);
        var decisions = await (from h in db.HelpRequests
                               join t in db.AnnualTasks on h.TaskId equals t.Id
                               join u in db.Units on h.AskingUnitId equals u.Id
                               where h.JurisdictionId == actor.JurisdictionId && h.OwnerUnitId == actor.UnitId && h.IsOpen
                               orderby h.AnswerDueOn
                               select new { h.Id, TaskId = t.Id, t.Number, t.Title, Unit = u.ShortName, h.Text, h.AnswerDueOn, h.Version })
            .Take(Limit).ToListAsync(ct);
        var proposals = await (from s in db.EscalationSteps.SignedBy(db, actor)
                               join t in db.AnnualTasks on s.TaskId equals t.Id
                               join u in db.Units on s.UnitId equals u.Id
                               where s.State == StepState.Proposed && t.HeldSince == null
                               orderby s.ProposedAt
                               select new LeaderProposal(s.Id, s.Rung, t.Id, t.Number, t.Title, u.ShortName, s.Facts, s.ProposedAt)).Take(Limit).ToListAsync(ct);
        var portfolio = await (from p in db.Portfolios
                               join u in db.Units on p.UnitId equals u.Id
                               where p.MembershipId == actor.MembershipId && p.FromOn <= actor.Day && (p.ToOn == null || p.ToOn >= actor.Day)
                               orderby u.SortKey
                               select new { u.Id, u.ShortName }).ToListAsync(ct);
        var unitIds = portfolio.Select(p => p.Id).ToList();
        var late = db.AnnualTasks.AsNoTracking().Where(t =>
            t.JurisdictionId == actor.JurisdictionId && t.ClosedOn == null && unitIds.Contains(t.LeadUnitId) && t.CurrentDueOn < (t.HeldSince ?? actor.Day));
        var total = await late.CountAsync(ct);
        var rows = await (from t in late.OrderBy(t => t.CurrentDueOn).ThenBy(t => t.Number).Take(Limit)
                          join u in db.Units on t.LeadUnitId equals u.Id
                          join part in db.TaskUnits on new { TaskId = t.Id, UnitId = t.LeadUnitId } equals new { part.TaskId, part.UnitId }
                          select new
                          {
                              t.Id, t.Number, t.Title, Lead = u.ShortName, t.FirstDueOn, t.CurrentDueOn, t.RuleSetNumber,
                              Part = part,
                              LastWord = db.ProgressReports.Where(r => r.TaskId == t.Id && r.State == ReportState.Approved)
                                  .OrderByDescending(r => r.PeriodLastDay).Select(r => r.Narrative).FirstOrDefault(),
                          }).ToListAsync(ct);
        var cards = new List<LateTask>(rows.Count);
        foreach (var r in rows.OrderBy(r => r.CurrentDueOn).ThenBy(r => r.Number, StringComparer.Ordinal))
        {
            var set = await rules.Of(actor.JurisdictionId, r.RuleSetNumber, ct);
            cards.Add(new LateTask(
                r.Id, r.Number, r.Title, r.Lead, r.FirstDueOn, r.CurrentDueOn, LightRule.Judge(r.Part.Facts, set, calendar, actor.Day), r.LastWord));
        }

        return new LeaderPage(
            proposals, [.. await InterviewDesk.Waiting(db, actor, calendar, ct), .. await AccountabilityDesk.Waiting(db, actor, calendar, ct)], [.. decisions.Select(d => new DecisionCard(
                d.Id, d.TaskId, d.Number, d.Title, d.Unit, d.Text, d.AnswerDueOn, calendar.WorkingDaysBetween(actor.Day, d.AnswerDueOn), d.Version))],
            await InstructionDesk.Waiting(db, actor, calendar, ct), cards, total, [.. portfolio.Select(p => p.ShortName)]);
    }
}
