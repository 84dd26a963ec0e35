using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Processes;

/// <summary>Table of interventions; the engine brings its own.</summary>
public sealed class ProcessMap : IEntityTypeConfiguration<ProcessIntervention>
{
    public const int LongestReason = 500;

    public void Configure(EntityTypeBuilder<ProcessIntervention> b)
    {
        b.Property(i => i.DefinitionId).HasMaxLength(100);
        b.Property(i => i.Reason).HasMaxLength(LongestReason);
        b.Property(i => i.By).HasMaxLength(250);
        b.HasOne<Instance>().WithMany().HasForeignKey(i => i.InstanceId);
    }
}
