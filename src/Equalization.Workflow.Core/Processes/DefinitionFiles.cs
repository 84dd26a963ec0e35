using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Processes;

/// <summary>Brings the definition files into the database at start, where every version stays for the instances that run on it.</summary>
public sealed class DefinitionFiles(
    IDbContextFactory<WorkflowDb> contexts, Transact transact, IWorkflowEngine engine, ActivityRegistry activities, TimeProvider clock)
{
    /// <summary>
    /// Reads and checks all files of a folder and stores versions that are new. Throws <see cref="DefinitionRefused"/> for a flaw in a file, or in
    /// a stored version with live instances that this program can no longer run; <see cref="EngineRefused"/> for a known version with other content.
    /// </summary>
    public async Task Publish(string folder, CancellationToken ct)
    {
        var definitions = new DefinitionReader(activities).ReadFolder(folder);
        await transact.Run(Actor.System(Guid.Empty, clock.Today()), "发布流程定义", (db, _) => engine.Publish(db, definitions, ct), ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await engine.CheckLive(db, ct) is { Count: > 0 } flaws)
        {
            throw new DefinitionRefused(flaws);
        }
    }
}
