using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Snapshots;

/// <summary>Tables of sealed days.</summary>
public sealed class SnapshotMap : IEntityTypeConfiguration<Snapshot>, IEntityTypeConfiguration<SnapshotPage>
{
    public void Configure(EntityTypeBuilder<Snapshot> b)
    {
        b.Property(s => s.Hash).HasMaxLength(64).IsUnicode(false);
        b.Property(s => s.PreviousHash).HasMaxLength(64).IsUnicode(false);
        // Days sealed before the counts stood under the seal.
        b.Property(s => s.Edition).HasDefaultValue(1).ValueGeneratedNever();
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(s => s.JurisdictionId);
        b.HasIndex(s => new { s.JurisdictionId, s.On }).IsUnique();
        b.HasIndex(s => new { s.JurisdictionId, s.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SnapshotPage> b)
    {
        b.Property(p => p.Hash).HasMaxLength(64).IsUnicode(false);
        b.HasKey(p => new { p.SnapshotId, p.Number });
        b.HasOne<Snapshot>().WithMany().HasForeignKey(p => p.SnapshotId);
    }
}
