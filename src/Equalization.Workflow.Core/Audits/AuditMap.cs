using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Audits;

/// <summary>Tables of the audit chain.</summary>
public sealed class AuditMap : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditEntry> b)
    {
        b.HasKey(e => new { e.JurisdictionId, e.Sequence });
        b.Property(e => e.Act).HasMaxLength(60);
        b.Property(e => e.PersonName).HasMaxLength(50);
        b.Property(e => e.Post).HasMaxLength(60);
        b.Property(e => e.UnitName).HasMaxLength(100);
        b.Property(e => e.EntityKind).HasMaxLength(60);
        b.Property(e => e.EntityId).HasMaxLength(100);
        b.Property(e => e.Change).HasMaxLength(10);
        b.Property(e => e.Values).HasMaxLength(WorkflowDb.LongText);
        b.Property(e => e.PreviousHash).HasMaxLength(64);
        b.Property(e => e.Hash).HasMaxLength(64);
        b.HasIndex(e => new { e.JurisdictionId, e.EntityKind, e.EntityId });
    }

    public void Configure(EntityTypeBuilder<AuditHead> b)
    {
        b.HasKey(h => h.JurisdictionId);
        b.Property(h => h.Hash).HasMaxLength(64);
    }
}
