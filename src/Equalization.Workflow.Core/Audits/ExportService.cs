using System.Globalization;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Audits;

/// <summary>What leaves the program as a file: rows of a kind (an entity's name), which of them, in what form, and how many.</summary>
/// <param name="Of">Id, year or filter; what is longer than the trail has room for is cut.</param>
public sealed record Export(string Kind, string Of, string Form, long Rows);

/// <summary>Writes down what is taken away as a file: who, what, how many rows, when.</summary>
public sealed class ExportService(Transact transact)
{
    /// <summary>An export's word in <see cref="AuditEntry.Change"/>.</summary>
    public const string Change = "Exported";

    private const int LongestOf = 100;

    /// <summary>
    /// Adds the row to the trail. Call it when the right to read has been asked and before the first byte is sent: what is broken off later has still
    /// been told.
    /// </summary>
    public Task Note(Actor actor, string act, Export export, CancellationToken ct) =>
        transact.Run(actor, act, (db, _) => AuditInterceptor.Append(
            db, export.Kind, export.Of.Cut(LongestOf), Change,
            new Dictionary<string, string> { ["Form"] = export.Form, ["Rows"] = export.Rows.ToString(CultureInfo.InvariantCulture) }, ct), ct);
}
