using Equalization.Workflow.Core.AnnualTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Deadlines;

/// <summary>Table of extension requests.</summary>
public sealed class DeadlineMap : IEntityTypeConfiguration<ExtensionRequest>
{
    public void Configure(EntityTypeBuilder<ExtensionRequest> b)
    {
        b.Property(e => e.Reason).HasMaxLength(2000);
        b.Property(e => e.ProgressSoFar).HasMaxLength(2000);
        b.Property(e => e.Measures).HasMaxLength(2000);
        b.Property(e => e.AskedBy).HasMaxLength(120);
        b.Property(e => e.HeadApprovedBy).HasMaxLength(120);
        b.Property(e => e.Decision).HasMaxLength(1000);
        b.Property(e => e.DecidedBy).HasMaxLength(120);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(e => e.TaskId);
        b.HasIndex(e => e.TaskId);
        b.HasIndex(e => new { e.JurisdictionId, e.State });
    }
}
