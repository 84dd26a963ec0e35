using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Equalization.Workflow.Core.Assessments;

/// <summary>The text that a sealed assessment is hashed over: rules, the sealed day it rests on, and each point with its objection and decision.</summary>
public static class AssessmentSeal
{
    public static string HashOf(Assessment assessment, AssessmentRuleSet rules)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(assessment.JurisdictionId, assessment.Year, assessment.SnapshotNumber, assessment.SnapshotOn, assessment.SnapshotHash, assessment.ObjectionsUntil, assessment.SealedBy);
        Add(
            rules.Year, rules.Number, Plain(rules.Done), rules.CooperatingShare, Plain(rules.Late), Plain(rules.Returned), Plain(rules.Supervised),
            Plain(rules.Criticised), Plain(rules.Praised));
        foreach (var p in assessment.Points.OrderBy(p => p.Position))
        {
            Add(
                p.Position, p.UnitId, p.Rule, Plain(p.Points), p.Share, p.Reference, p.Subject, p.FirstDueOn, p.ApprovedDueOn, p.HappenedOn, p.LateDays,
                p.SnapshotPage, p.SnapshotRow, p.Objection, p.ObjectedBy, p.Decision, p.DecisionText, p.DecidedBy);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // Each value with its length before it: no two rows can run together into the same text.
        void Add(params object?[] values)
        {
            foreach (var value in values)
            {
                var text = value switch
                {
                    null => "-",
                    DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
                    IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
                    _ => value.ToString() ?? "",
                };
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(value is null ? 0 : 1)}:{text.Length}:{text}\n")));
            }
        }
    }

    /// <summary>Without the zeros that a database may add.</summary>
    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
