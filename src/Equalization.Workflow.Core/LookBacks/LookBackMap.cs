using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.LookBacks;

/// <summary>Tables of the LookBacks slice.</summary>
public sealed class LookBackMap : IEntityTypeConfiguration<LookBackRules>, IEntityTypeConfiguration<LookBackDraw>, IEntityTypeConfiguration<LookBack>
{
    public void Configure(EntityTypeBuilder<LookBackRules> b)
    {
        b.Property(r => r.Note).HasMaxLength(LookBackRules.LongestNote);
        b.Property(r => r.By).HasMaxLength(120);
        b.HasIndex(r => new { r.JurisdictionId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LookBackDraw> b)
    {
        b.Property(d => d.PeriodCode).HasMaxLength(10).IsUnicode(false);
        b.Property(d => d.List).HasMaxLength(WorkflowDb.LongText);
        b.Property(d => d.ListHash).HasMaxLength(64).IsUnicode(false);
        b.Property(d => d.Seed).HasMaxLength(LookBackSample.SeedBytes * 2).IsUnicode(false);
        b.Property(d => d.DrawnBy).HasMaxLength(120);
        b.Ignore(d => d.Numbers);
        b.Ignore(d => d.Drawn);
        // Drawn once: a second drawing, by a person or by the job, is refused by the table itself.
        b.HasIndex(d => new { d.JurisdictionId, d.PeriodCode }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LookBack> b)
    {
        b.Property(l => l.Finding).HasMaxLength(LookBack.LongestFinding);
        b.Property(l => l.CheckedBy).HasMaxLength(120);
        b.HasOne<LookBackDraw>().WithMany().HasForeignKey(l => l.DrawId);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(l => l.TaskId);
        b.HasOne<WriteOff>().WithMany().HasForeignKey(l => l.WriteOffId);
        b.HasIndex(l => l.WriteOffId).IsUnique();
        b.HasIndex(l => new { l.JurisdictionId, l.State, l.DueOn });
    }
}
