using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Lights;

/// <summary>Table of the rules that lights and terms are decided by.</summary>
public sealed class LightMap : IEntityTypeConfiguration<RuleSet>
{
    public void Configure(EntityTypeBuilder<RuleSet> b)
    {
        b.Property(r => r.Note).HasMaxLength(300);
        // Rule sets from before these terms existed get the defaults.
        b.Property(r => r.ReviewWorkingDays).HasDefaultValue(10).ValueGeneratedNever();
        b.Property(r => r.UrgeTermWorkingDays).HasDefaultValue(5).ValueGeneratedNever();
        b.Property(r => r.UrgeByItself).HasDefaultValue(true).ValueGeneratedNever();
        b.Property(r => r.SupervisionTermWorkingDays).HasDefaultValue(10).ValueGeneratedNever();
        b.Property(r => r.FactCheckWorkingDays).HasDefaultValue(3).ValueGeneratedNever();
        b.Property(r => r.BulletinRanking).HasDefaultValue(true).ValueGeneratedNever();
        b.Property(r => r.Ladder).HasMaxLength(4000).IsUnicode(false).HasDefaultValue("").ValueGeneratedNever();
        b.Property(r => r.By).HasMaxLength(300).HasDefaultValue("系统").ValueGeneratedNever();
        b.HasIndex(r => new { r.JurisdictionId, r.Number }).IsUnique();
    }
}
