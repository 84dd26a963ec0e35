using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Rules;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Interviews;

/// <summary>Tables of interviews.</summary>
public sealed class InterviewMap : IEntityTypeConfiguration<InterviewRules>, IEntityTypeConfiguration<Interview>, IEntityTypeConfiguration<InterviewChange>,
    IEntityTypeConfiguration<FollowUp>
{
    private const int LongestBy = 300;

    public void Configure(EntityTypeBuilder<InterviewRules> b)
    {
        b.Property(r => r.Kinds).HasMaxLength(InterviewRules.LongestList);
        b.Property(r => r.Triggers).HasMaxLength(InterviewRules.LongestList);
        b.Property(r => r.NoShowText).HasMaxLength(InterviewRules.LongestList);
        b.Property(r => r.Note).HasMaxLength(InterviewRules.LongestNote);
        b.Property(r => r.By).HasMaxLength(LongestBy);
        b.Ignore(r => r.KindList);
        b.Ignore(r => r.TriggerList);
        b.Ignore(r => r.Terms);
        b.HasIndex(r => new { r.JurisdictionId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Interview> b)
    {
        b.Property(i => i.OpenedBy).HasMaxLength(LongestBy);
        b.Property(i => i.SummonedName).HasMaxLength(50);
        b.Property(i => i.SummonedPost).HasMaxLength(60);
        b.Property(i => i.Kind).HasMaxLength(InterviewRules.LongestLine);
        b.Property(i => i.Trigger).HasMaxLength(InterviewRules.LongestLine);
        b.Property(i => i.Matter).HasMaxLength(Interview.LongestText);
        b.Property(i => i.Place).HasMaxLength(100);
        b.Property(i => i.Callers).HasMaxLength(200);
        b.Property(i => i.Purpose).HasMaxLength(Interview.LongestText);
        b.Property(i => i.Materials).HasMaxLength(Interview.LongestText);
        b.Property(i => i.Contact).HasMaxLength(100);
        b.Property(i => i.SentBackBecause).HasMaxLength(Interview.LongestReason);
        b.Property(i => i.Number).HasMaxLength(40);
        b.Property(i => i.SignedBy).HasMaxLength(LongestBy);
        b.Property(i => i.Attendees).HasMaxLength(Interview.LongestReason);
        b.Property(i => i.Deputy).HasMaxLength(50);
        b.Property(i => i.Recorder).HasMaxLength(50);
        b.Property(i => i.Statement).HasMaxLength(Interview.LongestMinutes);
        b.Property(i => i.Explanation).HasMaxLength(Interview.LongestMinutes);
        b.Property(i => i.Demands).HasMaxLength(Interview.LongestMinutes);
        b.Property(i => i.Reply).HasMaxLength(Interview.LongestMinutes);
        b.Property(i => i.MinutesNumber).HasMaxLength(40);
        b.Property(i => i.CheckedBy).HasMaxLength(LongestBy);
        b.Property(i => i.Objection).HasMaxLength(Interview.LongestText);
        b.Property(i => i.ObjectionAnswer).HasMaxLength(Interview.LongestText);
        b.Property(i => i.EndedBecause).HasMaxLength(100);
        b.Ignore(i => i.IsOpen);
        b.Ignore(i => i.ProcessSubject);
        b.Ignore(i => i.EndsAt);
        b.HasOne<Unit>().WithMany().HasForeignKey(i => i.UnitId);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(i => i.TaskId);
        b.HasOne<EscalationStep>().WithMany().HasForeignKey(i => i.StepId);
        b.HasMany(i => i.Changes).WithOne().HasForeignKey(c => c.InterviewId);
        b.HasMany(i => i.FollowUps).WithOne().HasForeignKey(f => f.InterviewId);
        b.Navigation(i => i.Changes).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.Navigation(i => i.FollowUps).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.HasIndex(i => new { i.JurisdictionId, i.State });
    }

    public void Configure(EntityTypeBuilder<InterviewChange> b)
    {
        b.Property(c => c.Because).HasMaxLength(Interview.LongestReason);
        b.Property(c => c.By).HasMaxLength(LongestBy);
        b.HasIndex(c => c.InterviewId);
    }

    public void Configure(EntityTypeBuilder<FollowUp> b)
    {
        b.ToTable("InterviewFollowUps");
        b.Property(f => f.Text).HasMaxLength(FollowUp.LongestText);
        b.Property(f => f.Report).HasMaxLength(FollowUp.LongestReport);
        b.Property(f => f.ReportedBy).HasMaxLength(LongestBy);
        b.Property(f => f.ReturnedBecause).HasMaxLength(FollowUp.LongestText);
        b.Property(f => f.DecidedBy).HasMaxLength(LongestBy);
        b.Ignore(f => f.IsOpen);
        b.HasIndex(f => new { f.InterviewId, f.State });
    }
}
