using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core;

/// <summary>
/// Gives every open task, extension request and matter to coordinate that has no process one of its own: those of a database that is older than its
/// processes. A definition tests the state before it waits, so each begins where its thing stands. What has one is left alone.
/// </summary>
public sealed class ProcessAdoption(IDbContextFactory<WorkflowDb> contexts, Transact transact, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>Looks through everything open, page by page; answers with how many processes it started.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var started = 0;
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var jurisdiction in await db.Jurisdictions.Select(j => j.Id).ToListAsync(ct))
        {
            started += await Adopt("annual-task", jurisdiction, (d, after) => d.AnnualTasks
                .Where(t => t.JurisdictionId == jurisdiction && t.ClosedOn == null && t.Id > after)
                .OrderBy(t => t.Id).Take(AtOnce).Select(t => new Thing(t.Id, t.Id)), "taskId", ct);
            started += await Adopt("extension-request", jurisdiction, (d, after) => d.ExtensionRequests
                .Where(e => e.JurisdictionId == jurisdiction && (e.State == ExtensionState.WithHead || e.State == ExtensionState.WithOffice) && e.Id > after)
                .OrderBy(e => e.Id).Take(AtOnce).Select(e => new Thing(e.Id, e.TaskId)), "requestId", ct);
            started += await Adopt("help-request", jurisdiction, (d, after) => d.HelpRequests
                .Where(h => h.JurisdictionId == jurisdiction && h.IsOpen && h.Id > after)
                .OrderBy(h => h.Id).Take(AtOnce).Select(h => new Thing(h.Id, h.TaskId)), "helpId", ct);
        }

        return started;
    }

    private async Task<int> Adopt(
        string definition, Guid jurisdictionId, Func<WorkflowDb, Guid, IQueryable<Thing>> open, string input, CancellationToken ct)
    {
        var (started, after) = (0, Guid.Empty);
        while (true)
        {
            var (page, without) = await Look(definition, open, after, ct);
            if (without.Count > 0)
            {
                started += await transact.Run(Actor.System(jurisdictionId, clock.Today()), "接续流程", async (db, _) =>
                {
                    // Another node may have been quicker, or a person's act has closed it meanwhile.
                    var still = (await Look(definition, open, after, ct, db)).Without;
                    foreach (var thing in still)
                    {
                        db.StartProcess(definition, thing.Id, thing.Id == thing.TaskId ? [(input, thing.Id)] : [("taskId", thing.TaskId), (input, thing.Id)]);
                    }

                    return still.Count;
                }, ct);
            }

            if (page.Count < AtOnce)
            {
                return started;
            }

            after = page[^1].Id;
        }
    }

    private async Task<(List<Thing> Page, List<Thing> Without)> Look(
        string definition, Func<WorkflowDb, Guid, IQueryable<Thing>> open, Guid after, CancellationToken ct, WorkflowDb? within = null)
    {
        await using var own = within is null ? await contexts.CreateDbContextAsync(ct) : null;
        var db = within ?? own!;
        var page = await open(db, after).ToListAsync(ct);
        var keys = page.ConvertAll(t => ProcessMoves.Correlation(t.Id));
        var known = (await db.Set<Instance>().Where(i => i.DefinitionId == definition && i.CorrelationId != null && keys.Contains(i.CorrelationId))
            .Select(i => i.CorrelationId!).ToListAsync(ct)).ToHashSet();
        return (page, page.FindAll(t => !known.Contains(ProcessMoves.Correlation(t.Id))));
    }

    private sealed record Thing(Guid Id, Guid TaskId);
}
