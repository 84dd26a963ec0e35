using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>Tables of reminder rules and of what was sent by them.</summary>
public sealed class ReminderMap :
    IEntityTypeConfiguration<ReminderRuleSet>,
    IEntityTypeConfiguration<ReminderDraft>,
    IEntityTypeConfiguration<Reminder>,
    IEntityTypeConfiguration<Digest>,
    IEntityTypeConfiguration<ReminderRun>
{
    private const int LongestLadders = 8000;

    public void Configure(EntityTypeBuilder<ReminderRuleSet> b)
    {
        b.Property(r => r.Ladders).HasMaxLength(LongestLadders).IsUnicode(false);
        b.Property(r => r.Note).HasMaxLength(300);
        b.Property(r => r.By).HasMaxLength(120);
        b.Ignore(r => r.Rules);
        b.HasIndex(r => new { r.JurisdictionId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReminderDraft> b)
    {
        b.Property(r => r.Ladders).HasMaxLength(LongestLadders).IsUnicode(false);
        b.Property(r => r.Note).HasMaxLength(300);
        b.Property(r => r.By).HasMaxLength(120);
        b.Ignore(r => r.Rules);
        b.HasIndex(r => r.JurisdictionId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Reminder> b)
    {
        b.Property(r => r.Post).HasMaxLength(60);
        b.Property(r => r.Period).HasMaxLength(10);
        b.HasOne<Digest>().WithMany().HasForeignKey(r => r.DigestId);
        // Once a person, subject, day and offset. Begins with the person and the day, by which the run asks what was sent.
        b.HasIndex(r => new { r.PersonId, r.DueOn, r.SubjectId, r.Moment, r.Offset }).IsUnique();
        b.HasIndex(r => r.DigestId);
        b.HasIndex(r => new { r.JurisdictionId, r.DueOn });
    }

    public void Configure(EntityTypeBuilder<Digest> b)
    {
        b.HasIndex(d => new { d.PersonId, d.JurisdictionId, d.On }).IsUnique();
        b.HasIndex(d => new { d.JurisdictionId, d.On });
    }

    public void Configure(EntityTypeBuilder<ReminderRun> b) => b.HasKey(r => new { r.JurisdictionId, r.On });
}
