using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Jobs;

/// <summary>Tables of runs and of who runs them.</summary>
public sealed class JobMap : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<JobLeader>
{
    public void Configure(EntityTypeBuilder<JobRun> b)
    {
        b.Property(r => r.Name).HasMaxLength(40).IsUnicode(false);
        b.Property(r => r.AskedBy).HasMaxLength(120);
        b.Property(r => r.Message).HasMaxLength(JobRun.LongestMessage);
        b.Property(r => r.Arguments).HasMaxLength(1000);
        b.Property(r => r.Process).HasMaxLength(120);
        b.HasIndex(r => new { r.Name, r.At });
        b.HasIndex(r => new { r.State, r.At });
    }

    public void Configure(EntityTypeBuilder<JobLeader> b)
    {
        b.Property(l => l.Id).ValueGeneratedNever();
        b.Property(l => l.Process).HasMaxLength(120);
    }
}
