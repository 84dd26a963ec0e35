using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Indicators.Rebalancings;

/// <summary>Tables of searches and of the lines of their plans.</summary>
public sealed class RebalancingMap : IEntityTypeConfiguration<Rebalancing>, IEntityTypeConfiguration<RebalancingMove>
{
    public void Configure(EntityTypeBuilder<Rebalancing> b)
    {
        b.Property(r => r.AskedBy).HasMaxLength(300);
        b.Property(r => r.County).HasMaxLength(School.LongestCounty);
        b.Property(r => r.PackedTerms).HasMaxLength(WorkflowDb.LongText);
        b.Property(r => r.Mark).HasMaxLength(64).IsUnicode(false);
        b.Property(r => r.PackedAnswer).HasMaxLength(1000).IsUnicode(false);
        b.Property(r => r.Refusal).HasMaxLength(300);
        b.Property(r => r.RefusalArguments).HasMaxLength(1000);
        b.Ignore(r => r.Topic);
        b.Ignore(r => r.Terms);
        b.Ignore(r => r.Answer);
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(r => r.JurisdictionId);
        b.HasIndex(r => new { r.JurisdictionId, r.AskedAt });
        b.HasIndex(r => new { r.State, r.AskedAt });
    }

    public void Configure(EntityTypeBuilder<RebalancingMove> b)
    {
        b.HasOne<Rebalancing>().WithMany().HasForeignKey(m => m.RebalancingId);
        b.HasOne<School>().WithMany().HasForeignKey(m => m.FromId);
        b.HasOne<School>().WithMany().HasForeignKey(m => m.ToId);
        b.HasIndex(m => new { m.RebalancingId, m.Position }).IsUnique();

        // Of two who turn the same line into tasks at once, the second finds it taken.
        b.Property(m => m.TaskId).IsConcurrencyToken();

        // The task stands in a slice to the right, which this one does not name.
        b.HasIndex(m => m.TaskId);
    }
}
