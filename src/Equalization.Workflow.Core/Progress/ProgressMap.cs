using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Progress;

/// <summary>Tables of the Progress slice.</summary>
public sealed class ProgressMap :
    IEntityTypeConfiguration<ProgressReport>,
    IEntityTypeConfiguration<ReportMetric>,
    IEntityTypeConfiguration<ReportInput>,
    IEntityTypeConfiguration<Evidence>,
    IEntityTypeConfiguration<EvidenceVersion>,
    IEntityTypeConfiguration<EvidenceCitation>,
    IEntityTypeConfiguration<HelpRequest>
{
    public void Configure(EntityTypeBuilder<ProgressReport> b)
    {
        b.Property(r => r.PeriodCode).HasMaxLength(10);
        b.Property(r => r.Percent).HasConversion(p => p.Hundredths, h => Percent.FromHundredths(h));
        b.Property(r => r.Narrative).HasMaxLength(4000);
        b.Property(r => r.Problem).HasMaxLength(2000);
        b.Property(r => r.NextStep).HasMaxLength(2000);
        b.Property(r => r.WrittenBy).HasMaxLength(120);
        b.Property(r => r.ApprovedBy).HasMaxLength(120);
        b.Property(r => r.ReturnReason).HasMaxLength(1000);
        b.Ignore(r => r.Period);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(r => r.TaskId);
        b.HasOne<TaskUnit>().WithMany().HasForeignKey(r => r.TaskUnitId);
        b.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
        b.HasMany(r => r.Metrics).WithOne().HasForeignKey(m => m.ReportId);
        b.HasMany(r => r.Evidence).WithOne().HasForeignKey(e => e.ReportId);
        b.HasIndex(r => new { r.TaskUnitId, r.PeriodLastDay }).IsUnique();
        b.HasIndex(r => new { r.JurisdictionId, r.UnitId, r.State });
        b.HasIndex(r => r.TaskId);
    }

    public void Configure(EntityTypeBuilder<ReportMetric> b) => b.HasOne<TaskTarget>().WithMany().HasForeignKey(m => m.TargetId);

    public void Configure(EntityTypeBuilder<ReportInput> b)
    {
        b.HasKey(i => new { i.LeadReportId, i.CooperatingReportId });
        b.HasOne<ProgressReport>().WithMany().HasForeignKey(i => i.LeadReportId);
        b.HasOne<ProgressReport>().WithMany().HasForeignKey(i => i.CooperatingReportId);
    }

    public void Configure(EntityTypeBuilder<Evidence> b)
    {
        b.Property(e => e.Kind).HasMaxLength(60);
        b.Property(e => e.Title).HasMaxLength(200);
        b.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId);
        b.HasMany(e => e.Versions).WithOne().HasForeignKey(v => v.EvidenceId);
        b.HasIndex(e => new { e.JurisdictionId, e.UnitId });
    }

    public void Configure(EntityTypeBuilder<EvidenceVersion> b)
    {
        b.Property(v => v.FileName).HasMaxLength(260);
        b.Property(v => v.Sha256).HasMaxLength(64).IsFixedLength();
        b.Property(v => v.ContentType).HasMaxLength(100);
        b.Property(v => v.AddedBy).HasMaxLength(120);
        b.HasOne<StoredFile>().WithMany().HasForeignKey(v => v.Sha256);
        b.HasIndex(v => new { v.EvidenceId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EvidenceCitation> b)
    {
        b.HasOne<EvidenceVersion>().WithMany().HasForeignKey(c => c.EvidenceVersionId);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(c => c.TaskId);
        b.HasIndex(c => c.TaskId);
    }

    public void Configure(EntityTypeBuilder<HelpRequest> b)
    {
        b.Property(h => h.Text).HasMaxLength(1000);
        b.Property(h => h.Answer).HasMaxLength(2000);
        b.Property(h => h.AnsweredBy).HasMaxLength(120);
        b.Property(h => h.EndedWith).HasMaxLength(HelpRequest.LongestReason);
        b.HasOne<ProgressReport>().WithMany().HasForeignKey(h => h.ReportId);
        b.HasOne<Unit>().WithMany().HasForeignKey(h => h.OwnerUnitId);
        b.HasIndex(h => new { h.JurisdictionId, h.OwnerUnitId, h.IsOpen, h.AnswerDueOn });
        b.HasIndex(h => h.TaskId);
    }
}
