using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Assessments;

/// <summary>Tables of assessments.</summary>
public sealed class AssessmentMap : IEntityTypeConfiguration<AssessmentRuleSet>, IEntityTypeConfiguration<Assessment>, IEntityTypeConfiguration<AssessmentPoint>
{
    public void Configure(EntityTypeBuilder<AssessmentRuleSet> b)
    {
        b.Property(r => r.FixedBy).HasMaxLength(300);
        b.Ignore(r => r.Values);
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(r => r.JurisdictionId);
        b.HasIndex(r => new { r.JurisdictionId, r.Year }).IsUnique();
        b.HasIndex(r => new { r.JurisdictionId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Assessment> b)
    {
        b.Property(a => a.SnapshotHash).HasMaxLength(64).IsUnicode(false);
        b.Property(a => a.Hash).HasMaxLength(64).IsUnicode(false);
        b.Property(a => a.ComputedBy).HasMaxLength(300);
        b.Property(a => a.SealedBy).HasMaxLength(300);
        b.HasOne<AssessmentRuleSet>().WithMany().HasForeignKey(a => a.RuleSetId);
        b.HasOne<Snapshot>().WithMany().HasForeignKey(a => a.SnapshotId);
        b.HasMany(a => a.Points).WithOne().HasForeignKey(p => p.AssessmentId);
        // One assessment a year: provable from the table itself.
        b.HasIndex(a => new { a.JurisdictionId, a.Year }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AssessmentPoint> b)
    {
        b.Property(p => p.Reference).HasMaxLength(40);
        b.Property(p => p.Subject).HasMaxLength(300);
        b.Property(p => p.Objection).HasMaxLength(AssessmentPoint.LongestText);
        b.Property(p => p.ObjectedBy).HasMaxLength(300);
        b.Property(p => p.DecisionText).HasMaxLength(AssessmentPoint.LongestText);
        b.Property(p => p.DecidedBy).HasMaxLength(300);
        b.Ignore(p => p.Counted);
        b.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId);
        b.HasIndex(p => new { p.AssessmentId, p.Position }).IsUnique();
        b.HasIndex(p => new { p.AssessmentId, p.UnitId });
    }
}
