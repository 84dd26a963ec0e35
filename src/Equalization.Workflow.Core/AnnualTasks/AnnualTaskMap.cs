using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>Tables of the AnnualTasks slice.</summary>
public sealed class AnnualTaskMap :
    IEntityTypeConfiguration<AnnualTask>,
    IEntityTypeConfiguration<TaskUnit>,
    IEntityTypeConfiguration<TaskTarget>,
    IEntityTypeConfiguration<RequiredEvidence>,
    IEntityTypeConfiguration<TaskContent>,
    IEntityTypeConfiguration<SignReceipt>,
    IEntityTypeConfiguration<StoryEntry>,
    IEntityTypeConfiguration<DueMove>,
    IEntityTypeConfiguration<LedgerCounter>
{
    public void Configure(EntityTypeBuilder<AnnualTask> b)
    {
        b.Property(t => t.Number).HasMaxLength(20);
        b.Property(t => t.Title).HasMaxLength(TaskText.LongestTitle);
        b.Property(t => t.Content).HasMaxLength(TaskText.LongestContent);
        b.Property(t => t.Criteria).HasMaxLength(TaskText.LongestCriteria);
        b.Property(t => t.Class).HasDefaultValue(TaskClass.Ordinary).ValueGeneratedNever();
        b.Ignore(t => t.Lead);
        b.Ignore(t => t.Text);
        b.Ignore(t => t.ContentNumber);
        b.HasOne<Plan>().WithMany().HasForeignKey(t => t.PlanId);
        b.HasOne<Measure>().WithMany().HasForeignKey(t => t.MeasureId);
        b.HasOne<Unit>().WithMany().HasForeignKey(t => t.LeadUnitId);
        b.HasMany(t => t.Units).WithOne().HasForeignKey(u => u.TaskId);
        b.HasMany(t => t.Targets).WithOne().HasForeignKey(x => x.TaskId);
        b.HasMany(t => t.Required).WithOne().HasForeignKey(x => x.TaskId);
        b.HasIndex(t => new { t.JurisdictionId, t.Number }).IsUnique();
        b.HasIndex(t => new { t.JurisdictionId, t.ClosedOn, t.CurrentDueOn });
        b.HasIndex(t => new { t.JurisdictionId, t.LeadUnitId, t.ClosedOn, t.CurrentDueOn });
        b.HasIndex(t => new { t.JurisdictionId, t.ReviewSince });
        b.HasIndex(t => new { t.JurisdictionId, t.PlanId, t.Year, t.MeasurePosition });
    }

    public void Configure(EntityTypeBuilder<TaskUnit> b)
    {
        b.Property(u => u.Duty).HasMaxLength(1000);
        b.Property(u => u.SignedBy).HasMaxLength(120);
        b.Property(u => u.DeclineReason).HasMaxLength(1000);
        b.Property(u => u.DeclineDecision).HasMaxLength(1000);
        b.Property(u => u.Reported).HasConversion(p => p!.Value.Hundredths, h => Percent.FromHundredths(h));
        b.Ignore(u => u.Facts);
        b.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId);
        b.HasOne<Person>().WithMany().HasForeignKey(u => u.HolderId);
        b.HasIndex(u => new { u.TaskId, u.UnitId }).IsUnique();
        b.HasIndex(u => new { u.JurisdictionId, u.UnitId, u.State, u.DueOn });
        b.HasIndex(u => new { u.JurisdictionId, u.State, u.DueOn });
    }

    public void Configure(EntityTypeBuilder<TaskTarget> b)
    {
        b.Property(t => t.AsWritten).HasMaxLength(500);
        b.Property(t => t.Metric).HasMaxLength(300);
        b.Property(t => t.Unit).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<RequiredEvidence> b) => b.Property(r => r.Kind).HasMaxLength(60);

    public void Configure(EntityTypeBuilder<TaskContent> b)
    {
        b.Property(c => c.Title).HasMaxLength(TaskText.LongestTitle);
        b.Property(c => c.Content).HasMaxLength(TaskText.LongestContent);
        b.Property(c => c.Criteria).HasMaxLength(TaskText.LongestCriteria);
        b.Ignore(c => c.Text);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(c => c.TaskId);
        b.HasIndex(c => new { c.TaskId, c.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignReceipt> b)
    {
        b.Property(r => r.By).HasMaxLength(120);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(r => r.TaskId);
        b.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
        b.HasIndex(r => new { r.TaskId, r.Number, r.UnitId });
    }

    public void Configure(EntityTypeBuilder<StoryEntry> b)
    {
        b.Property(s => s.PersonName).HasMaxLength(50);
        b.Property(s => s.Post).HasMaxLength(60);
        b.Property(s => s.UnitName).HasMaxLength(100);
        b.Property(s => s.Format).HasMaxLength(300);
        b.Property(s => s.Arguments).HasMaxLength(2000);
        b.Property(s => s.Detail).HasMaxLength(4000);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(s => s.TaskId);
        b.HasIndex(s => new { s.TaskId, s.At });
    }

    public void Configure(EntityTypeBuilder<DueMove> b)
    {
        b.Property(m => m.Reason).HasMaxLength(1000);
        b.Property(m => m.DecidedBy).HasMaxLength(120);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(m => m.TaskId);
    }

    public void Configure(EntityTypeBuilder<LedgerCounter> b) => b.HasKey(c => new { c.JurisdictionId, c.Year });
}
