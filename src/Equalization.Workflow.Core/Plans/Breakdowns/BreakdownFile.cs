using Equalization.Workflow.Core.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Plans.Breakdowns;

/// <summary>A breakdown that came back, for one draft of a plan.</summary>
public sealed class BreakdownFile : BroughtTable
{
    private BreakdownFile()
    {
    }

    public BreakdownFile(PlanVersion draft, string fileName, string sha256, Guid personId, string broughtBy, DateTime broughtAt)
        : base(draft.JurisdictionId, fileName, sha256, personId, broughtBy, broughtAt) => PlanVersionId = draft.Id;

    public Guid PlanVersionId { get; private set; }
}

/// <summary>Table of the breakdowns that came back.</summary>
public sealed class BreakdownMap : IEntityTypeConfiguration<BreakdownFile>
{
    public void Configure(EntityTypeBuilder<BreakdownFile> b)
    {
        BroughtTableMap.Of(b);
        b.HasOne<PlanVersion>().WithMany().HasForeignKey(f => f.PlanVersionId);
    }
}
