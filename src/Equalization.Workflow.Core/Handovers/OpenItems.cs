using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Handovers;

/// <summary>What is open in a post: for a contact the tasks in hand and what the unit has to answer, for a head what waits for approval; six queries, whatever the number of tasks.</summary>
internal static class OpenItems
{
    public static async Task<List<HandoverItem>> Of(WorkflowDb db, Handover handover, Membership post, CancellationToken ct)
    {
        var unit = post.UnitId;
        var open = db.AnnualTasks.Where(t => t.JurisdictionId == post.JurisdictionId && t.State != TaskState.WrittenOff && t.State != TaskState.Withdrawn);
        var items = new List<(HandoverItemKind Kind, Guid TaskId, Guid Id, string Title, DateOnly? DueOn)>();
        void Add<T>(IEnumerable<T> rows, Func<T, (HandoverItemKind, Guid, Guid, string, DateOnly?)> item) => items.AddRange(rows.Select(item));

        Add(
            await (from t in open
                   from p in t.Units
                   where p.UnitId == unit && p.State != TaskUnitState.Released && (p.HolderId == post.PersonId || (p.HolderId == null && post.Role == Role.Contact))
                   orderby p.DueOn, t.Number
                   select new { t.Id, Part = p.Id, t.Number, t.Title, p.DueOn }).ToListAsync(ct),
            r => (HandoverItemKind.Task, r.Id, r.Part, $"{r.Number} {r.Title}", r.DueOn));
        Add(
            await (from r in db.ProgressReports
                   join t in open on r.TaskId equals t.Id
                   where r.UnitId == unit && (post.Role == Role.UnitHead ? r.State == ReportState.WithHead : r.State == ReportState.Draft || r.State == ReportState.Returned)
                   orderby t.Number
                   select new { TaskId = t.Id, r.Id, t.Number, t.Title }).ToListAsync(ct),
            r => (HandoverItemKind.Report, r.TaskId, r.Id, $"{r.Number} {r.Title}", null));
        Add(
            await (from r in db.ExtensionRequests
                   join t in open on r.TaskId equals t.Id
                   where r.UnitId == unit && (r.State == ExtensionState.WithHead || (post.Role == Role.Contact && r.State == ExtensionState.WithOffice))
                   orderby t.Number
                   select new { TaskId = t.Id, r.Id, t.Number, t.Title }).ToListAsync(ct),
            r => (HandoverItemKind.Extension, r.TaskId, r.Id, $"{r.Number} {r.Title}", null));
        Add(
            await (from r in db.CompletionRequests
                   join t in open on r.TaskId equals t.Id
                   where r.UnitId == unit && (r.State == CompletionState.WithHead || (post.Role == Role.Contact && r.State == CompletionState.WithOffice))
                   orderby t.Number
                   select new { TaskId = t.Id, r.Id, t.Number, t.Title }).ToListAsync(ct),
            r => (HandoverItemKind.Completion, r.TaskId, r.Id, $"{r.Number} {r.Title}", null));
        Add(
            await (from h in db.HelpRequests
                   join t in open on h.TaskId equals t.Id
                   where h.OwnerUnitId == unit && h.IsOpen
                   orderby h.AnswerDueOn, t.Number
                   select new { TaskId = t.Id, h.Id, t.Number, t.Title, h.AnswerDueOn }).ToListAsync(ct),
            r => (HandoverItemKind.Help, r.TaskId, r.Id, $"{r.Number} {r.Title}", r.AnswerDueOn));
        Add(
            await (from s in db.EscalationSteps
                   join t in open on s.TaskId equals t.Id
                   where s.UnitId == unit && s.State == StepState.Served
                   orderby s.AnswerDueOn, t.Number
                   select new { TaskId = t.Id, s.Id, t.Number, t.Title, s.AnswerDueOn }).ToListAsync(ct),
            r => (HandoverItemKind.Supervision, r.TaskId, r.Id, $"{r.Number} {r.Title}", r.AnswerDueOn));
        return [.. items.Select((i, n) => new HandoverItem
        {
            JurisdictionId = post.JurisdictionId, HandoverId = handover.Id, Kind = i.Kind, TaskId = i.TaskId, SubjectId = i.Id,
            Title = i.Title.Cut(HandoverItem.LongestTitle), DueOn = i.DueOn, Position = n,
        })];
    }
}
