using Equalization.Workflow.Core.AnnualTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Amendments;

/// <summary>Tables of the Amendments slice.</summary>
public sealed class AmendmentMap : IEntityTypeConfiguration<Amendment>, IEntityTypeConfiguration<TaskSuccession>
{
    private const int LongestFacts = 4000;

    public void Configure(EntityTypeBuilder<Amendment> b)
    {
        b.Property(a => a.Reason).HasMaxLength(Amendment.LongestReason);
        b.Property(a => a.Before).HasMaxLength(LongestFacts);
        b.Property(a => a.After).HasMaxLength(LongestFacts);
        b.Property(a => a.By).HasMaxLength(300);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(a => a.TaskId);
        b.HasIndex(a => new { a.TaskId, a.At });
    }

    public void Configure(EntityTypeBuilder<TaskSuccession> b)
    {
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(s => s.FromTaskId);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(s => s.ToTaskId);
        b.HasOne<Amendment>().WithMany().HasForeignKey(s => s.AmendmentId);
        b.HasIndex(s => new { s.FromTaskId, s.ToTaskId }).IsUnique();
    }
}
