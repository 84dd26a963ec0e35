using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Plans;

/// <summary>Tables of the Plans slice.</summary>
public sealed class PlanMap :
    IEntityTypeConfiguration<Plan>,
    IEntityTypeConfiguration<PlanVersion>,
    IEntityTypeConfiguration<Measure>,
    IEntityTypeConfiguration<MeasureUnit>,
    IEntityTypeConfiguration<MeasureDeadline>,
    IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Plan> b)
    {
        b.Property(p => p.Title).HasMaxLength(200);
        b.Property(p => p.DocumentNumber).HasMaxLength(60);
        b.Property(p => p.Issuer).HasMaxLength(100);
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(p => p.JurisdictionId);
        b.HasIndex(p => new { p.JurisdictionId, p.State });
    }

    public void Configure(EntityTypeBuilder<PlanVersion> b)
    {
        b.Property(v => v.SourceName).HasMaxLength(260);
        b.Property(v => v.SourceSha256).HasMaxLength(64);
        b.Property(v => v.SourceText).HasMaxLength(WorkflowDb.LongText);
        b.Property(v => v.Skipped).HasMaxLength(WorkflowDb.LongText);
        b.Property(v => v.Overall).HasMaxLength(WorkflowDb.LongText);
        b.Property(v => v.Doubts).HasMaxLength(2000);
        b.Property(v => v.ConfirmedBy).HasMaxLength(120);
        b.HasOne<Plan>().WithMany().HasForeignKey(v => v.PlanId);
        b.HasIndex(v => new { v.PlanId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Measure> b)
    {
        b.Property(m => m.Number).HasMaxLength(Measure.LongestNumber);
        b.Property(m => m.Title).HasMaxLength(Measure.LongestTitle);
        b.Property(m => m.Section).HasMaxLength(Measure.LongestSection);
        b.Property(m => m.Body).HasMaxLength(WorkflowDb.LongText);
        b.Property(m => m.Doubts).HasMaxLength(Measure.LongestDoubts);
        b.Property(m => m.NoTaskReason).HasMaxLength(Measure.LongestReason);
        b.Ignore(m => m.Leads);
        b.Ignore(m => m.Cooperating);
        b.Ignore(m => m.Responsible);
        b.HasOne<PlanVersion>().WithMany().HasForeignKey(m => m.PlanVersionId);
        b.HasMany(m => m.Units).WithOne().HasForeignKey(u => u.MeasureId);
        b.HasMany(m => m.Deadlines).WithOne().HasForeignKey(d => d.MeasureId);
        b.HasMany(m => m.Targets).WithOne().HasForeignKey(t => t.MeasureId);
        b.HasIndex(m => new { m.PlanVersionId, m.Position });
    }

    public void Configure(EntityTypeBuilder<MeasureUnit> b)
    {
        b.Property(u => u.AsWritten).HasMaxLength(100);
        b.Property(u => u.FullName).HasMaxLength(100);
        b.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId);
        b.HasOne<UnitGroup>().WithMany().HasForeignKey(u => u.GroupId);
    }

    public void Configure(EntityTypeBuilder<MeasureDeadline> b) => b.Property(d => d.AsWritten).HasMaxLength(100);

    public void Configure(EntityTypeBuilder<Target> b)
    {
        b.Property(t => t.AsWritten).HasMaxLength(500);
        b.Property(t => t.Metric).HasMaxLength(300);
        b.Property(t => t.Unit).HasMaxLength(20);
        b.Property(t => t.PerUnit).HasMaxLength(40);
        b.Property(t => t.Basis).HasMaxLength(200);
    }
}
