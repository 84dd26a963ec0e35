using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Instructions;

/// <summary>Tables of the Instructions slice.</summary>
public sealed class InstructionMap : IEntityTypeConfiguration<Instruction>, IEntityTypeConfiguration<InstructionTurn>
{
    public void Configure(EntityTypeBuilder<Instruction> b)
    {
        b.Property(i => i.By).HasMaxLength(300);
        b.Property(i => i.Text).HasMaxLength(Instruction.LongestText);
        b.Property(i => i.Answer).HasMaxLength(Instruction.LongestAnswer);
        b.Property(i => i.AnsweredBy).HasMaxLength(300);
        b.Property(i => i.EndedWith).HasMaxLength(Instruction.LongestText);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(i => i.TaskId);
        b.HasOne<Unit>().WithMany().HasForeignKey(i => i.OwnerUnitId);
        b.HasMany(i => i.Turns).WithOne().HasForeignKey(t => t.InstructionId);
        b.HasIndex(i => new { i.JurisdictionId, i.State, i.AnswerDueOn });
        b.HasIndex(i => new { i.OwnerUnitId, i.State });
    }

    public void Configure(EntityTypeBuilder<InstructionTurn> b)
    {
        b.Property(t => t.Answer).HasMaxLength(Instruction.LongestAnswer);
        b.Property(t => t.AnsweredBy).HasMaxLength(300);
        b.Property(t => t.Words).HasMaxLength(Instruction.LongestText);
    }
}
