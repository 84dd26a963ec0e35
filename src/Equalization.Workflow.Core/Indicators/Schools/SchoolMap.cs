using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>Tables of schools, their numbers by year, the files these came from, and a place's own standards.</summary>
public sealed class SchoolMap :
    IEntityTypeConfiguration<School>,
    IEntityTypeConfiguration<SchoolRecord>,
    IEntityTypeConfiguration<SchoolFile>,
    IEntityTypeConfiguration<SchoolCorrection>,
    IEntityTypeConfiguration<LocalStandard>
{
    public void Configure(EntityTypeBuilder<School> b)
    {
        b.Property(s => s.Code).HasMaxLength(School.LongestCode);
        b.Property(s => s.Name).HasMaxLength(School.LongestName);
        b.Property(s => s.SortKey).HasMaxLength(SortKeys.MaxLength);
        b.Property(s => s.County).HasMaxLength(School.LongestCounty);
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(s => s.JurisdictionId);
        b.HasIndex(s => new { s.JurisdictionId, s.Code }).IsUnique();
        b.HasIndex(s => new { s.JurisdictionId, s.County, s.SortKey });
    }

    public void Configure(EntityTypeBuilder<SchoolRecord> b)
    {
        b.Property(r => r.Setting).HasMaxLength(SchoolRecord.LongestWord);
        b.Property(r => r.Founder).HasMaxLength(SchoolRecord.LongestWord);
        b.Property(r => r.MoreTeachersReason).HasMaxLength(SchoolRecord.LongestReason);
        b.Property(r => r.MoreSportsAreaReason).HasMaxLength(SchoolRecord.LongestReason);
        b.Property(r => r.Explanation).HasMaxLength(SchoolRecord.LongestExplanation);
        b.Property(r => r.ExplainedBy).HasMaxLength(300);
        b.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId);
        b.HasIndex(r => new { r.SchoolId, r.Year }).IsUnique();
        b.HasIndex(r => new { r.JurisdictionId, r.Year });
    }

    public void Configure(EntityTypeBuilder<SchoolFile> b)
    {
        BroughtTableMap.Of(b);
        b.Property(f => f.County).HasMaxLength(School.LongestCounty);
    }

    public void Configure(EntityTypeBuilder<SchoolCorrection> b)
    {
        b.Property(c => c.By).HasMaxLength(300);
        b.Property(c => c.Reason).HasMaxLength(SchoolCorrection.LongestReason);
        b.Property(c => c.Changes).HasMaxLength(WorkflowDb.LongText);
        b.HasOne<School>().WithMany().HasForeignKey(c => c.SchoolId);
        b.HasIndex(c => new { c.SchoolId, c.At });
        b.HasIndex(c => c.JurisdictionId);
    }

    public void Configure(EntityTypeBuilder<LocalStandard> b)
    {
        b.Property(s => s.Rule).HasMaxLength(20);
        b.Property(s => s.Subject).HasMaxLength(20);
        b.Property(s => s.Value).HasMaxLength(LocalStandard.LongestValue);
        b.Property(s => s.Basis).HasMaxLength(LocalStandard.LongestBasis);
        b.Property(s => s.SetBy).HasMaxLength(300);
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(s => s.JurisdictionId);
        b.HasIndex(s => new { s.JurisdictionId, s.FromYear });
    }
}
