using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Ledgers.Reductions;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>Tables of the Ledgers slice.</summary>
public sealed class LedgerMap :
    IEntityTypeConfiguration<LedgerEntry>,
    IEntityTypeConfiguration<LedgerReading>,
    IEntityTypeConfiguration<LedgerDecision>,
    IEntityTypeConfiguration<LedgerTie>,
    IEntityTypeConfiguration<SchoolKeeping>,
    IEntityTypeConfiguration<GapCounter>,
    IEntityTypeConfiguration<ReductionTarget>
{
    private const int Precision = 28;
    private const int LongestNumber = 20;

    public void Configure(EntityTypeBuilder<LedgerEntry> b)
    {
        b.Property(e => e.Number).HasMaxLength(LongestNumber);
        b.Property(e => e.County).HasMaxLength(School.LongestCounty);
        b.Property(e => e.Text).HasMaxLength(LedgerEntry.LongestText);
        b.Property(e => e.StandingKey).HasMaxLength(GapKey.LongestText);
        b.Property(e => e.Measure).HasMaxLength(LedgerEntry.LongestMeasure);
        b.Property(e => e.Responsible).HasMaxLength(LedgerEntry.LongestResponsible);
        b.Property(e => e.OpenedBy).HasMaxLength(300);
        b.Property(e => e.ValueFound).HasPrecision(Precision, LedgerEntry.Digits);
        b.Property(e => e.Bound).HasPrecision(Precision, LedgerEntry.Digits);
        b.Property(e => e.LatestValue).HasPrecision(Precision, LedgerEntry.Digits);
        b.Property(e => e.LatestBound).HasPrecision(Precision, LedgerEntry.Digits);
        b.Ignore(e => e.Key);
        b.HasOne<School>().WithMany().HasForeignKey(e => e.SchoolId);
        b.HasOne<Unit>().WithMany().HasForeignKey(e => e.ResponsibleUnitId);
        b.HasIndex(e => new { e.JurisdictionId, e.Number }).IsUnique();
        b.HasIndex(e => new { e.JurisdictionId, e.StandingKey }).IsUnique().HasFilter("[StandingKey] IS NOT NULL");
        b.HasIndex(e => new { e.JurisdictionId, e.County, e.State });
        b.HasIndex(e => new { e.SchoolId, e.State });
    }

    public void Configure(EntityTypeBuilder<LedgerReading> b)
    {
        b.Property(r => r.Value).HasPrecision(Precision, LedgerEntry.Digits);
        b.Property(r => r.Bound).HasPrecision(Precision, LedgerEntry.Digits);
        b.HasOne<LedgerEntry>().WithMany().HasForeignKey(r => r.EntryId);
        b.HasIndex(r => new { r.EntryId, r.Year }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LedgerDecision> b)
    {
        b.Property(d => d.Number).HasMaxLength(LongestNumber);
        b.Property(d => d.By).HasMaxLength(300);
        b.Property(d => d.Words).HasMaxLength(LedgerDecision.LongestWords);
        b.Property(d => d.Value).HasPrecision(Precision, LedgerEntry.Digits);
        b.HasOne<LedgerEntry>().WithMany().HasForeignKey(d => d.EntryId);
        b.HasIndex(d => new { d.EntryId, d.At });
        b.HasIndex(d => new { d.JurisdictionId, d.Number }).IsUnique().HasFilter("[Number] IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<LedgerTie> b)
    {
        b.Property(t => t.Value).HasPrecision(Precision, LedgerEntry.Digits);
        b.Property(t => t.TiedBy).HasMaxLength(300);
        b.Property(t => t.EndedBy).HasMaxLength(300);
        b.HasOne<LedgerEntry>().WithMany().HasForeignKey(t => t.EntryId);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(t => t.TaskId);
        b.HasIndex(t => new { t.EntryId, t.TaskId }).IsUnique();
        b.HasIndex(t => new { t.TaskId, t.EndedAt });
    }

    public void Configure(EntityTypeBuilder<SchoolKeeping> b)
    {
        b.HasKey(k => k.SchoolId);
        b.Property(k => k.ClosedReason).HasMaxLength(SchoolKeeping.LongestReason);
        b.Property(k => k.ClosedBy).HasMaxLength(300);
        b.HasOne<School>().WithOne().HasForeignKey<SchoolKeeping>(k => k.SchoolId);
        b.HasOne<Unit>().WithMany().HasForeignKey(k => k.UnitId);
        b.HasIndex(k => k.UnitId);
    }

    public void Configure(EntityTypeBuilder<GapCounter> b)
    {
        b.HasKey(c => new { c.JurisdictionId, c.Year });
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(c => c.JurisdictionId);
    }

    public void Configure(EntityTypeBuilder<ReductionTarget> b)
    {
        b.Property(t => t.County).HasMaxLength(School.LongestCounty);
        b.Property(t => t.SetBy).HasMaxLength(300);
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(t => t.JurisdictionId);
        b.HasIndex(t => new { t.JurisdictionId, t.County, t.Kind, t.Year }).IsUnique();
    }
}
