using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Units;

/// <summary>Tables of the Units slice.</summary>
public sealed class UnitMap :
    IEntityTypeConfiguration<SetUpMark>,
    IEntityTypeConfiguration<Jurisdiction>,
    IEntityTypeConfiguration<Unit>,
    IEntityTypeConfiguration<UnitAlias>,
    IEntityTypeConfiguration<UnitGroup>,
    IEntityTypeConfiguration<UnitGroupMember>,
    IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<Membership>,
    IEntityTypeConfiguration<Portfolio>,
    IEntityTypeConfiguration<Deputy>
{
    public void Configure(EntityTypeBuilder<SetUpMark> b) => b.Property(m => m.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Jurisdiction> b)
    {
        b.Property(j => j.Code).HasMaxLength(20);
        b.Property(j => j.Name).HasMaxLength(100);
        b.HasIndex(j => j.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Unit> b)
    {
        b.Property(u => u.Name).HasMaxLength(100);
        b.Property(u => u.ShortName).HasMaxLength(60);
        b.Property(u => u.SortKey).HasMaxLength(SortKeys.MaxLength);
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(u => u.JurisdictionId);
        b.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId);
        b.HasMany(u => u.Aliases).WithOne().HasForeignKey(a => a.UnitId);
        b.HasIndex(u => new { u.JurisdictionId, u.Name }).IsUnique();
        b.HasIndex(u => new { u.JurisdictionId, u.SortKey });
    }

    public void Configure(EntityTypeBuilder<UnitAlias> b)
    {
        b.Property(a => a.Text).HasMaxLength(100);
        b.Property(a => a.Normalised).HasMaxLength(100);
        b.HasIndex(a => new { a.JurisdictionId, a.Normalised }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UnitGroup> b)
    {
        b.Property(g => g.Name).HasMaxLength(100);
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(g => g.JurisdictionId);
        b.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.GroupId);
        b.HasMany(g => g.Aliases).WithOne().HasForeignKey(a => a.GroupId);
        b.HasIndex(g => new { g.JurisdictionId, g.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UnitGroupMember> b)
    {
        b.HasKey(m => new { m.GroupId, m.UnitId });
        b.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId);
    }

    public void Configure(EntityTypeBuilder<Person> b)
    {
        b.Property(p => p.Name).HasMaxLength(50);
        b.Property(p => p.SortKey).HasMaxLength(SortKeys.MaxLength);
        b.Property(p => p.Email).HasMaxLength(EmailAddress.Longest);
        // A database of before the choice was there goes on as it was.
        b.Property(p => p.DigestByMail).HasDefaultValue(true);
        b.Property(p => p.Mobile).HasMaxLength(PostRules.LongestMobile);
        b.Property(p => p.SignInName).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<Membership> b)
    {
        b.Property(m => m.Post).HasMaxLength(60);
        b.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        b.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId);
        b.HasIndex(m => new { m.JurisdictionId, m.UnitId, m.Role });
    }

    public void Configure(EntityTypeBuilder<Portfolio> b)
    {
        b.HasOne<Membership>().WithMany().HasForeignKey(p => p.MembershipId);
        b.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId);
        b.HasIndex(p => new { p.JurisdictionId, p.UnitId });
    }

    public void Configure(EntityTypeBuilder<Deputy> b)
    {
        b.Property(d => d.Reason).HasMaxLength(Deputy.LongestReason);
        b.Property(d => d.SetBy).HasMaxLength(300);
        b.Property(d => d.WithdrawnBy).HasMaxLength(300);
        b.HasOne<Membership>().WithMany().HasForeignKey(d => d.MembershipId);
        b.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        b.HasIndex(d => new { d.JurisdictionId, d.ToOn });
        b.HasIndex(d => new { d.PersonId, d.ToOn });
    }
}
