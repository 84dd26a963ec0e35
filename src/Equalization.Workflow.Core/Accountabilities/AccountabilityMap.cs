using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>Tables of accountability.</summary>
public sealed class AccountabilityMap : IEntityTypeConfiguration<AccountabilityCase>, IEntityTypeConfiguration<CaseStatement>, IEntityTypeConfiguration<CaseDocument>,
    IEntityTypeConfiguration<Remedy>, IEntityTypeConfiguration<AccountabilityRules>, IEntityTypeConfiguration<AccountabilityTerm>
{
    private const int LongestBy = 300;

    public void Configure(EntityTypeBuilder<AccountabilityCase> b)
    {
        foreach (var text in new[] { nameof(AccountabilityCase.Because), nameof(AccountabilityCase.Finding), nameof(AccountabilityCase.Opinion), nameof(AccountabilityCase.DecisionFacts) })
        {
            b.Property(text).HasMaxLength(AccountabilityCase.LongestText);
        }

        foreach (var number in new[] { nameof(AccountabilityCase.NoticeNumber), nameof(AccountabilityCase.ProposalNumber), nameof(AccountabilityCase.DecisionNumber), nameof(AccountabilityCase.RepeatNumber) })
        {
            b.Property(number).HasMaxLength(60);
        }

        foreach (var by in new[] { nameof(AccountabilityCase.OpenedBy), nameof(AccountabilityCase.PublishedBy), nameof(AccountabilityCase.EndedBy) })
        {
            b.Property(by).HasMaxLength(LongestBy);
        }

        b.Property(c => c.Basis).HasMaxLength(1000);
        b.Property(c => c.DecisionBasis).HasMaxLength(1000);
        b.Property(c => c.Grounds).HasMaxLength(100).IsUnicode(false);
        b.Property(c => c.GroundsText).HasMaxLength(500);
        b.Property(c => c.DecidedFor).HasMaxLength(100);
        b.Property(c => c.BodyNumber).HasMaxLength(60);
        b.Property(c => c.TaskSettledBecause).HasMaxLength(100);
        b.Property(c => c.ClosedBecause).HasMaxLength(500);
        b.Ignore(c => c.Review);
        b.Ignore(c => c.Appeal);
        b.Ignore(c => c.HeavierGrounds);
        b.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(c => c.TaskId);
        b.HasOne<EscalationStep>().WithMany().HasForeignKey(c => c.StepId);
        b.HasOne<AccountabilityRules>().WithMany().HasForeignKey(c => c.RulesId);
        b.HasMany(c => c.Statements).WithOne().HasForeignKey(s => s.CaseId);
        b.HasMany(c => c.Documents).WithOne().HasForeignKey(d => d.CaseId);
        b.HasMany(c => c.Remedies).WithOne().HasForeignKey(r => r.CaseId);
        b.HasIndex(c => new { c.JurisdictionId, c.State });
        b.HasIndex(c => new { c.UnitId, c.DecidedOn });
        b.HasIndex(c => c.StepId);
    }

    public void Configure(EntityTypeBuilder<CaseStatement> b)
    {
        b.Property(s => s.Text).HasMaxLength(CaseStatement.LongestText);
        b.Property(s => s.By).HasMaxLength(LongestBy);
    }

    public void Configure(EntityTypeBuilder<CaseDocument> b)
    {
        b.Property(d => d.Title).HasMaxLength(300);
        b.Property(d => d.FileName).HasMaxLength(300);
        b.Property(d => d.ContentType).HasMaxLength(100).IsUnicode(false);
        b.Property(d => d.Sha256).HasMaxLength(64).IsFixedLength();
        b.Property(d => d.AddedBy).HasMaxLength(LongestBy);
        b.HasIndex(d => new { d.CaseId, d.Position }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Remedy> b)
    {
        b.Property(r => r.Grounds).HasMaxLength(Remedy.LongestText);
        b.Property(r => r.AskedBy).HasMaxLength(LongestBy);
        b.Property(r => r.AnsweredFor).HasMaxLength(100);
        b.Property(r => r.AnswerText).HasMaxLength(Remedy.LongestText);
        b.Property(r => r.AnsweredBy).HasMaxLength(LongestBy);
        b.Property(r => r.Number).HasMaxLength(40);
        b.Property(r => r.CorrectionText).HasMaxLength(Remedy.LongestText);
        b.Property(r => r.CorrectedBy).HasMaxLength(LongestBy);
        // Review once, appeal once: provable from the table itself.
        b.HasIndex(r => new { r.CaseId, r.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AccountabilityRules> b)
    {
        b.Property(r => r.Note).HasMaxLength(AccountabilityRules.LongestSource);
        b.Property(r => r.By).HasMaxLength(LongestBy);
        b.HasMany(r => r.Terms).WithOne().HasForeignKey(t => t.RulesId);
        b.HasIndex(r => new { r.JurisdictionId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AccountabilityTerm> b)
    {
        b.HasKey(t => new { t.RulesId, t.Kind });
        b.Property(t => t.Source).HasMaxLength(AccountabilityRules.LongestSource);
    }
}
