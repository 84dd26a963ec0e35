using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Handovers;

/// <summary>Tables of handovers.</summary>
public sealed class HandoverMap : IEntityTypeConfiguration<Handover>, IEntityTypeConfiguration<HandoverItem>
{
    public void Configure(EntityTypeBuilder<Handover> b)
    {
        b.Property(h => h.FromName).HasMaxLength(PostRules.LongestName);
        b.Property(h => h.ToName).HasMaxLength(PostRules.LongestName);
        b.Property(h => h.OpenedBy).HasMaxLength(300);
        b.Property(h => h.GivenBy).HasMaxLength(300);
        b.Property(h => h.TakenBy).HasMaxLength(300);
        b.Property(h => h.DecidedBy).HasMaxLength(300);
        b.Property(h => h.Refusal).HasMaxLength(Handover.LongestReason);
        b.Property(h => h.Decision).HasMaxLength(Handover.LongestReason);
        b.HasOne<Unit>().WithMany().HasForeignKey(h => h.UnitId);
        b.HasOne<Membership>().WithMany().HasForeignKey(h => h.FromPostId);
        b.HasOne<Membership>().WithMany().HasForeignKey(h => h.ToPostId);
        b.HasMany(h => h.Items).WithOne().HasForeignKey(i => i.HandoverId);
        b.HasIndex(h => new { h.JurisdictionId, h.OpenedAt });
    }

    public void Configure(EntityTypeBuilder<HandoverItem> b) => b.Property(i => i.Title).HasMaxLength(HandoverItem.LongestTitle);
}
