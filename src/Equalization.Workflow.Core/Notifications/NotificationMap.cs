using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>Table of notices.</summary>
public sealed class NotificationMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> b)
    {
        b.Property(n => n.Format).HasMaxLength(500);
        b.Property(n => n.Arguments).HasMaxLength(2000);
        b.Property(n => n.SubjectKind).HasMaxLength(40);
        b.Property(n => n.OnceKey).HasMaxLength(100);
        b.HasIndex(n => new { n.PersonId, n.ReadAt, n.SentAt });
        b.HasIndex(n => new { n.PersonId, n.OnceKey }).IsUnique();
    }
}
