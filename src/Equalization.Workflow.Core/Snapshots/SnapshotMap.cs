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
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(s => s.JurisdictionId);
        b.HasIndex(s => new { s.JurisdictionId, s.On }).IsUnique();
        b.HasIndex(s => new { s.JurisdictionId, s.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SnapshotPage> b)
    {
        b.HasKey(p => new { p.SnapshotId, p.Number });
        b.HasOne<Snapshot>().WithMany().HasForeignKey(p => p.SnapshotId);
    }
}
