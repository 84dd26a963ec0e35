using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Papers;

/// <summary>Tables of papers, signatures, receipts, numbers, and of the lists and readings of cases.</summary>
public sealed class PaperMap : IEntityTypeConfiguration<Paper>, IEntityTypeConfiguration<Signature>, IEntityTypeConfiguration<PaperReceipt>,
    IEntityTypeConfiguration<PaperCounter>, IEntityTypeConfiguration<CaseMember>, IEntityTypeConfiguration<CaseReading>
{
    private const int LongestBy = 300;

    public void Configure(EntityTypeBuilder<Paper> b)
    {
        b.Property(p => p.Number).HasMaxLength(40);
        b.Property(p => p.Title).HasMaxLength(300);
        b.Property(p => p.SubjectKind).HasMaxLength(60);
        b.Property(p => p.Model).HasMaxLength(WorkflowDb.LongText);
        b.Property(p => p.Sha256).HasMaxLength(64).IsFixedLength();
        b.Property(p => p.SettledBecause).HasMaxLength(100);
        b.Ignore(p => p.Document);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(p => p.TaskId);
        b.HasMany(p => p.Signatures).WithOne().HasForeignKey(s => s.PaperId);
        b.HasMany(p => p.Receipts).WithOne().HasForeignKey(r => r.PaperId);
        b.Navigation(p => p.Signatures).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.Navigation(p => p.Receipts).UsePropertyAccessMode(PropertyAccessMode.Field);
        // A number is given once: provable from the table itself.
        b.HasIndex(p => new { p.JurisdictionId, p.Number }).IsUnique();
        b.HasIndex(p => new { p.SubjectKind, p.SubjectId });
        b.HasIndex(p => p.CaseId);
    }

    public void Configure(EntityTypeBuilder<Signature> b)
    {
        b.Property(s => s.PersonName).HasMaxLength(50);
        b.Property(s => s.Post).HasMaxLength(60);
        b.Property(s => s.UnitName).HasMaxLength(100);
        b.Property(s => s.Sha256).HasMaxLength(64).IsFixedLength();
        b.HasIndex(s => new { s.PaperId, s.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PaperReceipt> b)
    {
        b.Property(r => r.SignedForBy).HasMaxLength(LongestBy);
        b.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
        b.HasIndex(r => new { r.PaperId, r.UnitId }).IsUnique();
        b.HasIndex(r => new { r.UnitId, r.SignedForAt });
    }

    public void Configure(EntityTypeBuilder<PaperCounter> b)
    {
        b.HasKey(c => new { c.JurisdictionId, c.Year, c.Kind });
        // Rows from before the other kinds had numbers count supervision notices.
        b.Property(c => c.Kind).HasDefaultValue(PaperKind.Supervision).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<CaseMember> b)
    {
        b.Property(m => m.Because).HasMaxLength(200);
        b.Property(m => m.AddedBy).HasMaxLength(LongestBy);
        b.Property(m => m.RemovedBy).HasMaxLength(LongestBy);
        b.Property(m => m.RemovedBecause).HasMaxLength(200);
        b.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        b.HasIndex(m => new { m.CaseId, m.PersonId });
        b.HasIndex(m => m.PersonId);
    }

    public void Configure(EntityTypeBuilder<CaseReading> b)
    {
        b.Property(r => r.Reader).HasMaxLength(LongestBy);
        b.Property(r => r.What).HasMaxLength(200);
        b.HasIndex(r => new { r.CaseId, r.At });
    }
}
