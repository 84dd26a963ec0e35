using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Tables of the ladder.</summary>
public sealed class EscalationMap : IEntityTypeConfiguration<Escalation>, IEntityTypeConfiguration<EscalationStep>
{
    public void Configure(EntityTypeBuilder<Escalation> b)
    {
        b.Property(e => e.SettledBecause).HasMaxLength(100);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(e => e.TaskId);
        b.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId);
        b.HasMany(e => e.Steps).WithOne().HasForeignKey(s => s.EscalationId);
        b.Navigation(e => e.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
        // One ladder a task and decided day: provable from the table itself.
        b.HasIndex(e => new { e.TaskId, e.DueOn }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EscalationStep> b)
    {
        b.Property(s => s.Facts).HasMaxLength(EscalationStep.LongestFacts);
        b.Property(s => s.Number).HasMaxLength(40);
        b.Property(s => s.Demand).HasMaxLength(EscalationStep.LongestDemand);
        b.Property(s => s.DecidedBy).HasMaxLength(300);
        b.Property(s => s.RefusedBecause).HasMaxLength(500);
        b.Property(s => s.Answer).HasMaxLength(EscalationStep.LongestAnswer);
        b.Property(s => s.AnsweredBy).HasMaxLength(300);
        // Each rung fires once a matter.
        b.HasIndex(s => new { s.EscalationId, s.Rung }).IsUnique();
        b.HasIndex(s => new { s.JurisdictionId, s.State, s.ProposedAt });
        b.HasIndex(s => new { s.UnitId, s.State });
    }
}
