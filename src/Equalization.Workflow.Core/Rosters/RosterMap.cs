using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>Table of the rosters brought in.</summary>
public sealed class RosterMap : IEntityTypeConfiguration<RosterFile>
{
    public void Configure(EntityTypeBuilder<RosterFile> b)
    {
        b.Property(f => f.FileName).HasMaxLength(RosterFile.LongestFileName);
        b.Property(f => f.Sha256).HasMaxLength(64).IsFixedLength();
        b.Property(f => f.BroughtBy).HasMaxLength(300);
        b.Property(f => f.TakenBy).HasMaxLength(300);
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(f => f.JurisdictionId);
        b.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.Sha256);
        b.HasIndex(f => new { f.JurisdictionId, f.BroughtAt });
    }
}
