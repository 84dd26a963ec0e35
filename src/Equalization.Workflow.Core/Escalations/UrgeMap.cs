using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Table of urges.</summary>
public sealed class UrgeMap : IEntityTypeConfiguration<Urge>
{
    public void Configure(EntityTypeBuilder<Urge> b)
    {
        b.Property(u => u.Text).HasMaxLength(Urge.LongestText);
        b.Property(u => u.By).HasMaxLength(120);
        b.Property(u => u.Answer).HasMaxLength(1000);
        b.Property(u => u.AnsweredBy).HasMaxLength(120);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(u => u.TaskId);
        b.HasOne<TaskUnit>().WithMany().HasForeignKey(u => u.TaskUnitId);
        b.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId);
        // Two people of the office at the same moment: the database lets one of them through.
        b.HasIndex(u => new { u.TaskUnitId, u.On }).IsUnique();
        b.HasIndex(u => u.TaskId);
    }
}
