using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Revisions;

/// <summary>Tables of the Revisions slice.</summary>
public sealed class RevisionMap : IEntityTypeConfiguration<RevisionProposal>, IEntityTypeConfiguration<RevisionUnit>
{
    public void Configure(EntityTypeBuilder<RevisionProposal> b)
    {
        b.Property(p => p.Title).HasMaxLength(Measure.LongestTitle);
        // The text of a task and of a measure, with the signs that JSON puts before quotation marks and line ends.
        b.Property(p => p.Before).HasMaxLength(2 * WorkflowDb.LongText);
        b.Property(p => p.After).HasMaxLength(2 * WorkflowDb.LongText);
        b.Property(p => p.DecidedBy).HasMaxLength(300);
        b.Property(p => p.Reason).HasMaxLength(RevisionProposal.LongestReason);
        b.Ignore(p => p.Was);
        b.Ignore(p => p.Asked);
        b.HasOne<PlanVersion>().WithMany().HasForeignKey(p => p.PlanVersionId);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(p => p.TaskId);
        b.HasOne<Measure>().WithMany().HasForeignKey(p => p.MeasureId);
        b.HasMany(p => p.Units).WithOne().HasForeignKey(u => u.ProposalId);
        b.HasIndex(p => new { p.PlanVersionId, p.State, p.Place });
        b.HasIndex(p => new { p.PlanId, p.State });
    }

    public void Configure(EntityTypeBuilder<RevisionUnit> b)
    {
        b.HasKey(u => new { u.ProposalId, u.UnitId });
        b.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId);
    }
}
