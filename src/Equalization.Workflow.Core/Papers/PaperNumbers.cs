using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Papers;

/// <summary>The last number given out in a jurisdiction's year for one kind; the row is locked by who takes the next, so that no number is missing.</summary>
public sealed class PaperCounter
{
    public Guid JurisdictionId { get; init; }

    public int Year { get; init; }

    public PaperKind Kind { get; init; }

    public int Last { get; private set; }

    public int Version { get; private set; }

    public int Next() => ++Last;
}

/// <summary>Numbers of papers: one series for each kind, year and jurisdiction, without gaps.</summary>
public static class PaperNumbers
{
    /// <summary>The word before the year, as places write it; null for a kind that bears no number.</summary>
    public static string? Prefix(PaperKind kind) => kind switch
    {
        PaperKind.Supervision => "督",
        PaperKind.SupervisionLetter => "督函",
        PaperKind.Bulletin => "通",
        PaperKind.InterviewNotice => "约",
        PaperKind.InterviewMinutes => "约纪",
        PaperKind.AccountabilityNotice => "问告",
        PaperKind.AccountabilityProposal => "问建",
        PaperKind.AccountabilityDecision => "问",
        PaperKind.ReviewDecision => "复",
        PaperKind.AppealDecision => "申",
        PaperKind.Exemption => "免",
        PaperKind.LookBack => "回",
        PaperKind.Assessment => "考",
        PaperKind.SelfInspection or PaperKind.Monitoring or PaperKind.SelfEvaluation or PaperKind.PeriodReport => null,
    };

    /// <summary>The next number of the kind, inside the transaction that issues the paper: taken back with it. Null for a kind without numbers.</summary>
    public static async Task<string?> Next(WorkflowDb db, Guid jurisdictionId, int year, PaperKind kind, CancellationToken ct)
    {
        if (Prefix(kind) is not { } prefix)
        {
            return null;
        }

        var counter = db.PaperCounters.Local.FirstOrDefault(c => c.JurisdictionId == jurisdictionId && c.Year == year && c.Kind == kind)
            ?? await db.PaperCounters.SingleOrDefaultAsync(c => c.JurisdictionId == jurisdictionId && c.Year == year && c.Kind == kind, ct);
        if (counter is null)
        {
            counter = new PaperCounter { JurisdictionId = jurisdictionId, Year = year, Kind = kind };
            db.Add(counter);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{prefix}〔{year}〕{counter.Next()}号");
    }
}
