using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Duplicates;

/// <summary>Table of the Duplicates slice.</summary>
public sealed class SharedReportMap : IEntityTypeConfiguration<SharedReport>
{
    public void Configure(EntityTypeBuilder<SharedReport> b)
    {
        b.Property(s => s.AcceptedBy).HasMaxLength(300);
        b.Property(s => s.EndedBy).HasMaxLength(300);
        b.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(s => s.OneTaskId);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(s => s.OtherTaskId);
        b.HasOne<TaskUnit>().WithMany().HasForeignKey(s => s.OnePartId);
        b.HasOne<TaskUnit>().WithMany().HasForeignKey(s => s.OtherPartId);
        b.HasIndex(s => new { s.OnePartId, s.OtherPartId }).IsUnique();
    }
}
