using Equalization.Workflow.Core.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.AnnualTasks.Recurrences;

/// <summary>Tables of recurring tasks.</summary>
public sealed class RecurrenceMap : IEntityTypeConfiguration<Recurrence>, IEntityTypeConfiguration<RecurrenceTurn>
{
    public void Configure(EntityTypeBuilder<Recurrence> b)
    {
        b.Property(r => r.Title).HasMaxLength(Measure.LongestTitle);
        b.Property(r => r.SetBy).HasMaxLength(300);
        b.Property(r => r.EndedBecause).HasMaxLength(Recurrence.LongestReason);
        b.Property(r => r.EndedBy).HasMaxLength(300);
        b.HasOne<Plan>().WithMany().HasForeignKey(r => r.PlanId);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(r => r.LastTaskId);
        b.HasMany(r => r.Turns).WithOne().HasForeignKey(t => t.RecurrenceId);
        b.HasIndex(r => new { r.JurisdictionId, r.EndedOn, r.NextOn });
    }

    public void Configure(EntityTypeBuilder<RecurrenceTurn> b)
    {
        b.Property(t => t.SkippedBecause).HasMaxLength(200);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(t => t.TaskId);
        // Two processes that issue the same turn: one of them loses its whole transaction.
        b.HasIndex(t => new { t.RecurrenceId, t.Ordinal }).IsUnique();
    }
}
