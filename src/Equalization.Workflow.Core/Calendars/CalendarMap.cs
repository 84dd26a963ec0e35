using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Calendars;

/// <summary>Tables of named days, the same for all jurisdictions, of their imports, and the mark of a set clock.</summary>
public sealed class CalendarMap :
    IEntityTypeConfiguration<CalendarDay>,
    IEntityTypeConfiguration<CalendarImport>,
    IEntityTypeConfiguration<Demonstration>
{
    public void Configure(EntityTypeBuilder<CalendarDay> b)
    {
        b.HasKey(d => d.Day);
        b.Property(d => d.Name).HasMaxLength(CalendarDay.LongestName);
    }

    public void Configure(EntityTypeBuilder<CalendarImport> b)
    {
        b.Property(i => i.By).HasMaxLength(120);
        b.Property(i => i.FileName).HasMaxLength(200);
        b.Property(i => i.Hash).HasMaxLength(64).IsUnicode(false);
        b.Property(i => i.Years).HasMaxLength(200);
        b.Property(i => i.Changes).HasMaxLength(WorkflowDb.LongText);
        b.HasIndex(i => i.At);
    }

    public void Configure(EntityTypeBuilder<Demonstration> b) => b.Property(d => d.Id).ValueGeneratedNever();
}
