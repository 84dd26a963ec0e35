using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Tables of the ladder.</summary>
public sealed class EscalationMap : IEntityTypeConfiguration<Escalation>, IEntityTypeConfiguration<EscalationStep>, IEntityTypeConfiguration<StepReturn>,
    IEntityTypeConfiguration<LadderDraft>, IEntityTypeConfiguration<StepFacts>
{
    private const int LongestBy = 300;

    public void Configure(EntityTypeBuilder<Escalation> b)
    {
        b.Property(e => e.SettledBecause).HasMaxLength(100);
        b.Property(e => e.StartsBecause).HasMaxLength(300);
        b.Property(e => e.StartsBy).HasMaxLength(LongestBy);
        b.Property(e => e.ExemptedBecause).HasMaxLength(500);
        b.Property(e => e.ExemptedBy).HasMaxLength(LongestBy);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(e => e.TaskId);
        b.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId);
        b.HasMany(e => e.Steps).WithOne().HasForeignKey(s => s.EscalationId);
        b.Navigation(e => e.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.Ignore(e => e.Latest);
        // One ladder a task and decided day: provable from the table itself.
        b.HasIndex(e => new { e.TaskId, e.DueOn }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EscalationStep> b)
    {
        b.Property(s => s.Turn).HasDefaultValue(1).ValueGeneratedNever();
        b.Property(s => s.Signer).HasDefaultValue(LadderSigner.Office).ValueGeneratedNever();
        b.Property(s => s.Facts).HasMaxLength(EscalationStep.LongestFacts);
        b.Property(s => s.Number).HasMaxLength(40);
        b.Property(s => s.Demand).HasMaxLength(EscalationStep.LongestDemand);
        b.Property(s => s.Basis).HasMaxLength(EscalationStep.LongestBasis);
        b.Property(s => s.ReplyForm).HasMaxLength(EscalationStep.LongestReplyForm);
        b.Property(s => s.DecidedBy).HasMaxLength(LongestBy);
        b.Property(s => s.RefusedBecause).HasMaxLength(500);
        b.Property(s => s.Answer).HasMaxLength(EscalationStep.LongestAnswer);
        b.Property(s => s.AnsweredBy).HasMaxLength(LongestBy);
        b.HasMany(s => s.Returns).WithOne().HasForeignKey(r => r.StepId);
        b.Navigation(s => s.Returns).UsePropertyAccessMode(PropertyAccessMode.Field);
        // Each rung fires once a matter, and once more for each repeat the rules allow.
        b.HasIndex(s => new { s.EscalationId, s.Rung, s.Turn }).IsUnique();
        b.HasIndex(s => new { s.JurisdictionId, s.State, s.ProposedAt });
        b.HasIndex(s => new { s.UnitId, s.State });
    }

    public void Configure(EntityTypeBuilder<StepReturn> b)
    {
        b.Property(r => r.Answer).HasMaxLength(EscalationStep.LongestAnswer);
        b.Property(r => r.AnsweredBy).HasMaxLength(LongestBy);
        b.Property(r => r.Because).HasMaxLength(500);
        b.Property(r => r.By).HasMaxLength(LongestBy);
        b.HasIndex(r => r.StepId);
    }

    public void Configure(EntityTypeBuilder<LadderDraft> b)
    {
        b.Property(d => d.Ladder).HasMaxLength(4000).IsUnicode(false);
        b.Property(d => d.Note).HasMaxLength(300);
        b.Property(d => d.By).HasMaxLength(LongestBy);
        b.HasIndex(d => d.JurisdictionId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StepFacts> b)
    {
        b.HasKey(f => f.StepId);
        b.Property(f => f.Values).HasMaxLength(WorkflowDb.LongText);
        b.Ignore(f => f.Facts);
        b.HasOne<EscalationStep>().WithOne().HasForeignKey<StepFacts>(f => f.StepId);
    }
}
