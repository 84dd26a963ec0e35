using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Searches.Filters;

/// <summary>Table of saved filters.</summary>
public sealed class SavedFilterMap : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> b)
    {
        b.Property(f => f.Name).HasMaxLength(SavedFilter.LongestName);
        b.Property(f => f.Path).HasMaxLength(SavedFilter.LongestPath);
        b.Property(f => f.Query).HasMaxLength(SavedFilter.LongestQuery);
        b.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
        b.HasIndex(f => new { f.PersonId, f.Path, f.Name }).IsUnique();
    }
}
