using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Accountabilities.HandOns;

/// <summary>Table of transfers and filings.</summary>
public sealed class HandOnMap : IEntityTypeConfiguration<CaseHandOn>
{
    public void Configure(EntityTypeBuilder<CaseHandOn> b)
    {
        b.Property(h => h.Body).HasMaxLength(100);
        b.Property(h => h.Number).HasMaxLength(60);
        b.Property(h => h.What).HasMaxLength(CaseHandOn.LongestWhat);
        b.Property(h => h.By).HasMaxLength(300);
        b.HasOne<AccountabilityCase>().WithMany().HasForeignKey(h => h.CaseId);
    }
}
