using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Documents;

/// <summary>Table of stored contents.</summary>
public sealed class DocumentMap : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> b)
    {
        b.HasKey(f => f.Sha256);
        b.Property(f => f.Sha256).HasMaxLength(64).IsFixedLength();
        b.Property(f => f.ContentType).HasMaxLength(100);
    }
}

/// <summary>What every table that was brought has in its columns; the slice's own map calls it.</summary>
public static class BroughtTableMap
{
    public static void Of<T>(EntityTypeBuilder<T> b)
        where T : BroughtTable
    {
        b.Property(f => f.FileName).HasMaxLength(BroughtTable.LongestFileName);
        b.Property(f => f.Sha256).HasMaxLength(64).IsFixedLength();
        b.Property(f => f.BroughtBy).HasMaxLength(300);
        b.Property(f => f.TakenBy).HasMaxLength(300);
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(f => f.JurisdictionId);
        b.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.Sha256);
        b.HasIndex(f => new { f.JurisdictionId, f.BroughtAt });
    }
}
