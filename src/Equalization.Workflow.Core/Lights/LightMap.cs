using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Lights;

/// <summary>Table of the rules that lights and terms are decided by.</summary>
public sealed class LightMap : IEntityTypeConfiguration<RuleSet>
{
    public void Configure(EntityTypeBuilder<RuleSet> b)
    {
        b.Property(r => r.Note).HasMaxLength(300);
        b.HasIndex(r => new { r.JurisdictionId, r.Number }).IsUnique();
    }
}
