using Equalization.Workflow.Core.AnnualTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Reviews;

/// <summary>Tables of the Reviews slice.</summary>
public sealed class ReviewMap :
    IEntityTypeConfiguration<CompletionRequest>,
    IEntityTypeConfiguration<Review>,
    IEntityTypeConfiguration<WriteOff>
{
    public void Configure(EntityTypeBuilder<CompletionRequest> b)
    {
        b.Property(c => c.Statement).HasMaxLength(4000);
        b.Property(c => c.AskedBy).HasMaxLength(120);
        b.Property(c => c.HeadApprovedBy).HasMaxLength(120);
        b.Property(c => c.ReturnReason).HasMaxLength(1000);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(c => c.TaskId);
        b.HasIndex(c => c.TaskId);
        b.HasIndex(c => new { c.JurisdictionId, c.State });
    }

    public void Configure(EntityTypeBuilder<Review> b)
    {
        b.Property(r => r.Opinion).HasMaxLength(2000);
        b.Property(r => r.Reviewer).HasMaxLength(120);
        b.HasOne<CompletionRequest>().WithMany().HasForeignKey(r => r.CompletionRequestId);
        b.HasIndex(r => r.TaskId);
    }

    public void Configure(EntityTypeBuilder<WriteOff> b)
    {
        b.Property(w => w.Number).HasMaxLength(20);
        b.Property(w => w.Signers).HasMaxLength(400);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(w => w.TaskId);
        // Both databases read brackets as the name's.
        b.HasIndex(w => w.TaskId).IsUnique().HasFilter("[RevokedOn] IS NULL");
        b.HasIndex(w => new { w.JurisdictionId, w.On });
        b.HasIndex(w => new { w.JurisdictionId, w.Number }).IsUnique();
    }
}
