using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Counties;

/// <summary>
/// Summaries of counties as last reckoned, in memory alone. Every request asks the database by one small query whether anything they are reckoned from has changed, on this
/// node or another; then all of the jurisdiction's are reckoned anew.
/// </summary>
public sealed class CountyShelf
{
    private static readonly DailyQuery<Func<WorkflowDb, Guid, CancellationToken, Task<Stamp>>> StampOf = new(() => EF.CompileAsyncQuery(
        (WorkflowDb db, Guid jurisdictionId, CancellationToken ct) => db.Jurisdictions.Where(j => j.Id == jurisdictionId).Select(j => new Stamp(
            db.SchoolFiles.Count(f => f.JurisdictionId == jurisdictionId && f.TakenAt != null),
            db.SchoolCorrections.Count(c => c.JurisdictionId == jurisdictionId),
            db.LocalStandards.Count(s => s.JurisdictionId == jurisdictionId))).Single()));

    private readonly ConcurrentDictionary<Guid, CountyBook> books = new();

    /// <summary>What is known of a jurisdiction's counties as its data stands.</summary>
    internal async Task<CountyBook> Open(WorkflowDb db, Guid jurisdictionId, CancellationToken ct)
    {
        // The stamp is read before what it stands for: numbers that change in between lie under the old stamp, and the next request looks anew.
        var stamp = await StampOf.In(db)(db, jurisdictionId, ct);
        return books.AddOrUpdate(jurisdictionId, _ => new CountyBook(jurisdictionId, stamp), (_, book) => book.Stamp == stamp ? book : new CountyBook(jurisdictionId, stamp));
    }

    /// <summary>
    /// How often what schools are reckoned from was changed: tables taken, entries by hand (which leave a correction each, as renamings and moves in a table do) and local
    /// standards. Rows of all three are only ever added.
    /// </summary>
    internal sealed record Stamp(int Tables, int Corrections, int Standards);
}
