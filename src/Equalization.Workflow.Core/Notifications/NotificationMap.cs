using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>Tables of notices and of outgoing mails.</summary>
public sealed class NotificationMap : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<OutgoingMail>
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

    public void Configure(EntityTypeBuilder<OutgoingMail> b)
    {
        b.Property(m => m.Kind).HasMaxLength(40);
        b.Property(m => m.ToAddress).HasMaxLength(OutgoingMail.LongestAddress);
        b.Property(m => m.ToName).HasMaxLength(OutgoingMail.LongestName);
        b.Property(m => m.Subject).HasMaxLength(OutgoingMail.LongestSubject);
        b.Property(m => m.Text).HasMaxLength(OutgoingMail.LongestText);
        b.Property(m => m.MessageId).HasMaxLength(300);
        b.Property(m => m.Reason).HasMaxLength(500);
        b.Property(m => m.ReasonArguments).HasMaxLength(2000);
        // The next to send, of all jurisdictions.
        b.HasIndex(m => new { m.State, m.NextTryAt, m.Id });
        // The log, and the number of undelivered mails.
        b.HasIndex(m => new { m.JurisdictionId, m.CreatedAt, m.Id });
        b.HasIndex(m => new { m.JurisdictionId, m.State, m.CreatedAt, m.Id });
    }
}
