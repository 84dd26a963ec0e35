using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Calendars;

/// <summary>Table of named days, the same for all jurisdictions.</summary>
public sealed class CalendarMap : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> b)
    {
        b.HasKey(d => d.Day);
        b.Property(d => d.Name).HasMaxLength(20);
    }
}
