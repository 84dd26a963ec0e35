using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Equalization.Workflow.Core;

/// <summary>
/// A query that nearly every act asks, compiled once for each model: EF would otherwise take its expression apart and look it up at each asking.
/// </summary>
/// <param name="compile">Calls EF.CompileAsyncQuery; a compiled query belongs to the model it first met.</param>
public sealed class DailyQuery<TAsk>(Func<TAsk> compile)
    where TAsk : Delegate
{
    private readonly ConditionalWeakTable<IModel, TAsk> compiled = [];

    public TAsk In(DbContext db) => compiled.GetValue(db.Model, _ => compile());
}
