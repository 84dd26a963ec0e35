using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Requests;

/// <summary>Table of the Requests slice.</summary>
public sealed class RequestMap : IEntityTypeConfiguration<UnitRequest>
{
    public void Configure(EntityTypeBuilder<UnitRequest> b)
    {
        b.Property(r => r.Text).HasMaxLength(UnitRequest.LongestText);
        b.Property(r => r.AskedBy).HasMaxLength(300);
        b.Property(r => r.Answer).HasMaxLength(UnitRequest.LongestAnswer);
        b.Property(r => r.AnsweredBy).HasMaxLength(300);
        b.Property(r => r.Change).HasMaxLength(UnitRequest.LongestWords);
        b.Property(r => r.EndedWith).HasMaxLength(UnitRequest.LongestWords);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(r => r.TaskId);
        b.HasOne<Unit>().WithMany().HasForeignKey(r => r.AskingUnitId);
        b.HasOne<Unit>().WithMany().HasForeignKey(r => r.OwnerUnitId);
        b.HasOne<Unit>().WithMany().HasForeignKey(r => r.NewUnitId);
        b.HasIndex(r => new { r.JurisdictionId, r.State, r.AnswerDueOn });
        b.HasIndex(r => new { r.OwnerUnitId, r.State });
        b.HasIndex(r => new { r.AskingUnitId, r.State });
    }
}
