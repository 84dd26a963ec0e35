using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Accreditations;

/// <summary>Tables of accreditations: rounds with their stages and history, self-evaluations, vetoes, problems.</summary>
public sealed class AccreditationMap :
    IEntityTypeConfiguration<Accreditation>,
    IEntityTypeConfiguration<StageTerm>,
    IEntityTypeConfiguration<AccreditationEntry>,
    IEntityTypeConfiguration<SelfEvaluation>,
    IEntityTypeConfiguration<EvaluationItem>,
    IEntityTypeConfiguration<SurveyGroup>,
    IEntityTypeConfiguration<VetoCase>,
    IEntityTypeConfiguration<AccreditationProblem>,
    IEntityTypeConfiguration<ProblemTurn>,
    IEntityTypeConfiguration<ProblemGap>
{
    private const int LongestBy = 300;

    public void Configure(EntityTypeBuilder<Accreditation> b)
    {
        b.Property(a => a.County).HasMaxLength(School.LongestCounty);
        b.Property(a => a.SortKey).HasMaxLength(SortKeys.MaxLength);
        b.Ignore(a => a.IsOpen);
        b.Ignore(a => a.IsEvaluating);
        b.HasOne<Jurisdiction>().WithMany().HasForeignKey(a => a.JurisdictionId);
        b.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId);
        b.HasMany(a => a.Terms).WithOne().HasForeignKey(t => t.AccreditationId);
        b.HasMany(a => a.Entries).WithOne().HasForeignKey(e => e.AccreditationId);
        b.HasIndex(a => new { a.JurisdictionId, a.County, a.Round }).IsUnique();
        b.HasIndex(a => new { a.JurisdictionId, a.SortKey });
    }

    public void Configure(EntityTypeBuilder<StageTerm> b)
    {
        b.Property(t => t.AsWritten).HasMaxLength(StageTerm.LongestWritten);
        b.HasIndex(t => new { t.AccreditationId, t.Stage }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AccreditationEntry> b)
    {
        b.Property(e => e.Words).HasMaxLength(Accreditation.LongestWords);
        b.Property(e => e.OpenBecause).HasMaxLength(Accreditation.LongestWords);
        b.Property(e => e.Readiness).HasMaxLength(Accreditation.LongestWords);
        b.Property(e => e.By).HasMaxLength(LongestBy);
        b.HasIndex(e => new { e.AccreditationId, e.At });
    }

    public void Configure(EntityTypeBuilder<SelfEvaluation> b)
    {
        b.HasOne<Accreditation>().WithMany().HasForeignKey(e => e.AccreditationId);
        b.HasMany(e => e.Items).WithOne().HasForeignKey(i => i.EvaluationId);
        b.HasMany(e => e.Groups).WithOne().HasForeignKey(g => g.EvaluationId);
        b.HasIndex(e => e.AccreditationId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EvaluationItem> b)
    {
        b.Property(i => i.Rule).HasMaxLength(20);
        b.Property(i => i.Subject).HasMaxLength(20);
        // A share has two digits more than its percentage: 84.995 % must not be rounded up to the line.
        b.Property(i => i.Value).HasPrecision(18, EvaluationItem.Digits);
        b.Property(i => i.Words).HasMaxLength(EvaluationItem.LongestWords);
        b.Property(i => i.By).HasMaxLength(LongestBy);
        b.HasIndex(i => new { i.EvaluationId, i.Rule, i.Subject });
    }

    public void Configure(EntityTypeBuilder<SurveyGroup> b)
    {
        b.Property(g => g.Name).HasMaxLength(SurveyGroup.LongestName);
        b.HasIndex(g => g.EvaluationId);
    }

    public void Configure(EntityTypeBuilder<VetoCase> b)
    {
        b.Property(v => v.Subject).HasMaxLength(20);
        b.Property(v => v.School).HasMaxLength(VetoCase.LongestSchool);
        b.Property(v => v.Source).HasMaxLength(VetoCase.LongestSource);
        b.Property(v => v.Facts).HasMaxLength(VetoCase.LongestFacts);
        b.Property(v => v.Decision).HasMaxLength(VetoCase.LongestFacts);
        b.Property(v => v.ReportedBy).HasMaxLength(LongestBy);
        b.Property(v => v.DecidedBy).HasMaxLength(LongestBy);
        b.HasOne<Accreditation>().WithMany().HasForeignKey(v => v.AccreditationId);
        b.HasIndex(v => new { v.AccreditationId, v.State });
    }

    public void Configure(EntityTypeBuilder<AccreditationProblem> b)
    {
        b.Property(p => p.Text).HasMaxLength(AccreditationProblem.LongestText);
        b.Property(p => p.School).HasMaxLength(AccreditationProblem.LongestSchool);
        b.Property(p => p.FoundBy).HasMaxLength(LongestBy);
        b.Property(p => p.Rectification).HasMaxLength(AccreditationProblem.LongestWords);
        b.Property(p => p.RectifiedBy).HasMaxLength(LongestBy);
        b.Property(p => p.Recheck).HasMaxLength(AccreditationProblem.LongestWords);
        b.Property(p => p.RecheckedBy).HasMaxLength(LongestBy);
        b.HasOne<Accreditation>().WithMany().HasForeignKey(p => p.AccreditationId);
        b.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(p => p.TaskId);
        b.HasMany(p => p.Turns).WithOne().HasForeignKey(t => t.ProblemId);
        b.HasIndex(p => new { p.JurisdictionId, p.State, p.DueOn });
        b.HasIndex(p => new { p.AccreditationId, p.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProblemTurn> b)
    {
        b.Property(t => t.Rectification).HasMaxLength(AccreditationProblem.LongestWords);
        b.Property(t => t.RectifiedBy).HasMaxLength(LongestBy);
        b.Property(t => t.Recheck).HasMaxLength(AccreditationProblem.LongestWords);
        b.Property(t => t.RecheckedBy).HasMaxLength(LongestBy);
    }

    public void Configure(EntityTypeBuilder<ProblemGap> b)
    {
        b.Property(g => g.By).HasMaxLength(LongestBy);
        b.HasOne<AccreditationProblem>().WithMany().HasForeignKey(g => g.ProblemId);
        b.HasOne<LedgerEntry>().WithMany().HasForeignKey(g => g.EntryId);
        b.HasIndex(g => new { g.ProblemId, g.EntryId }).IsUnique();
        b.HasIndex(g => g.EntryId);
    }
}
