using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Infrastructure.Databases;

/// <summary>Identity's tables, as far as its user-only store asks for them. Roles are ours (memberships), not Identity's.</summary>
internal static class AccountModel
{
    public static void AddAccounts(this ModelBuilder model)
    {
        model.Entity<Account>(b =>
        {
            b.ToTable("Accounts");
            b.Property(a => a.UserName).HasMaxLength(256);
            b.Property(a => a.NormalizedUserName).HasMaxLength(256);
            b.Property(a => a.Email).HasMaxLength(256);
            b.Property(a => a.NormalizedEmail).HasMaxLength(256);
            b.Property(a => a.PasswordHash).HasMaxLength(400);
            b.Property(a => a.SecurityStamp).HasMaxLength(100);
            b.Property(a => a.ConcurrencyStamp).HasMaxLength(100).IsConcurrencyToken();
            b.Property(a => a.PhoneNumber).HasMaxLength(40);

            // Identity writes the lockout's end as an offset instant; it is never ordered by, only compared in .NET.
            b.HasIndex(a => a.NormalizedUserName).IsUnique();
            b.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<IdentityUserClaim<Guid>>(b =>
        {
            b.ToTable("AccountClaims");
            b.Property(c => c.ClaimType).HasMaxLength(200);
            b.Property(c => c.ClaimValue).HasMaxLength(400);
            b.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<IdentityUserLogin<Guid>>(b =>
        {
            b.ToTable("AccountLogins");
            b.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            b.Property(l => l.LoginProvider).HasMaxLength(100);
            b.Property(l => l.ProviderKey).HasMaxLength(200);
            b.Property(l => l.ProviderDisplayName).HasMaxLength(100);
            b.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<IdentityUserToken<Guid>>(b =>
        {
            b.ToTable("AccountTokens");
            b.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            b.Property(t => t.LoginProvider).HasMaxLength(100);
            b.Property(t => t.Name).HasMaxLength(100);
            b.Property(t => t.Value).HasMaxLength(2000);
            b.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SignInSheet>(b =>
        {
            b.ToTable("SignInSheets");
            b.Property(s => s.AskedBy).HasMaxLength(300);
            b.Property(s => s.Version).IsConcurrencyToken();
            b.HasOne<Jurisdiction>().WithMany().HasForeignKey(s => s.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
            b.HasIndex(s => new { s.JurisdictionId, s.AskedAt });
        });
        model.Entity<SignInStrip>(b =>
        {
            b.ToTable("SignInStrips");
            b.Property(s => s.PersonName).HasMaxLength(50);
            b.Property(s => s.UnitName).HasMaxLength(100);
            b.Property(s => s.UserName).HasMaxLength(SignInName.Longest);
            b.Property(s => s.SealedCode).HasMaxLength(SignInStrip.LongestSeal);
            b.Property(s => s.Refusal).HasMaxLength(300);
            b.HasOne<SignInSheet>().WithMany().HasForeignKey(s => s.SheetId).OnDelete(DeleteBehavior.Restrict);
            b.HasIndex(s => new { s.SheetId, s.IsDone, s.Position });
        });
    }
}
