using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>
/// Finds the matter behind a correlation, and whether the person may see its process: a task's with the task, an extension's, a help
/// request's, an instruction's and an accreditation's with the thing itself.
/// </summary>
internal static class ProcessSubjects
{
    /// <summary>By correlation; only what the person may see. Eight commands, however many are asked for.</summary>
    public static async Task<Dictionary<string, ProcessSubject>> Of(WorkflowDb db, Actor actor, IEnumerable<string?> correlations, CancellationToken ct)
    {
        var ids = correlations.Select(c => Guid.TryParse(c, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().ToList();
        var all = ProcessPermissions.MaySeeAll(actor);
        var tasks = await Tasks(db, actor, db.AnnualTasks.Where(t => ids.Contains(t.Id)), ct);
        var extensions = await db.ExtensionRequests.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.TaskId, e.JurisdictionId, e.UnitId }).ToListAsync(ct);
        var helps = await db.HelpRequests.AsNoTracking().Where(h => ids.Contains(h.Id)).ToListAsync(ct);
        var instructions = await db.Instructions.AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(ct);
        var requests = await db.UnitRequests.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct);
        var behind = extensions.Select(e => e.TaskId).Concat(helps.Select(h => h.TaskId)).Concat(instructions.Select(i => i.TaskId)).Concat(requests.Select(r => r.TaskId)).Distinct().ToList();
        var others = await Tasks(db, actor, db.AnnualTasks.Where(t => behind.Contains(t.Id)), ct);
        var found = new Dictionary<string, ProcessSubject>();
        foreach (var task in tasks.Values.Where(t => all || t.Sees))
        {
            found[ProcessMoves.Correlation(task.Id)] = Subject(SubjectKind.Task, task, actor);
        }

        foreach (var extension in extensions.Where(e => others.ContainsKey(e.TaskId) && (all || ExtensionPermissions.MaySee(actor, e.JurisdictionId, e.UnitId))))
        {
            found[ProcessMoves.Correlation(extension.Id)] = Subject(SubjectKind.Extension, others[extension.TaskId], actor);
        }

        foreach (var help in helps.Where(h => others.ContainsKey(h.TaskId) && (all || HelpPermissions.MaySee(actor, h))))
        {
            found[ProcessMoves.Correlation(help.Id)] = Subject(SubjectKind.Help, others[help.TaskId], actor);
        }

        foreach (var instruction in instructions.Where(i => others.ContainsKey(i.TaskId) && (all || InstructionPermissions.MaySee(actor, i))))
        {
            found[ProcessMoves.Correlation(instruction.Id)] = Subject(SubjectKind.Instruction, others[instruction.TaskId], actor);
        }

        foreach (var request in requests.Where(r => others.ContainsKey(r.TaskId) && (all || RequestPermissions.MaySee(actor, r))))
        {
            found[ProcessMoves.Correlation(request.Id)] = Subject(SubjectKind.Request, others[request.TaskId], actor);
        }

        var rounds = await db.Accreditations.AsNoTracking().Where(a => ids.Contains(a.Id) && a.JurisdictionId == actor.JurisdictionId).ToListAsync(ct);
        foreach (var round in rounds.Where(a => all || AccreditationPermissions.MaySee(actor, a)))
        {
            found[ProcessMoves.Correlation(round.Id)] = new(SubjectKind.Accreditation, round.Id, round.County, null, AccreditationPermissions.MaySee(actor, round)) { Stage = round.Stage };
        }

        return found;
    }

    private static ProcessSubject Subject(SubjectKind kind, Line task, Actor actor) =>
        new(kind, task.Id, task.Number, actor.Role == Role.Admin ? null : task.Title, task.Sees);

    private static Task<Dictionary<Guid, Line>> Tasks(WorkflowDb db, Actor actor, IQueryable<AnnualTask> tasks, CancellationToken ct) =>
        tasks.Where(t => t.JurisdictionId == actor.JurisdictionId)
            .Select(t => new Line(t.Id, t.Number, t.Title, db.AnnualTasks.SeenBy(actor).Any(s => s.Id == t.Id)))
            .ToDictionaryAsync(t => t.Id, ct);

    private sealed record Line(Guid Id, string Number, string Title, bool Sees);
}
