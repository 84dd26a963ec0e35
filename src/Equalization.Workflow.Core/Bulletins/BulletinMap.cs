using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>Tables of bulletins.</summary>
public sealed class BulletinMap :
    IEntityTypeConfiguration<Bulletin>, IEntityTypeConfiguration<BulletinLine>, IEntityTypeConfiguration<BulletinUnit>, IEntityTypeConfiguration<BulletinReceipt>
{
    public void Configure(EntityTypeBuilder<Bulletin> b)
    {
        b.Property(x => x.SnapshotHash).HasMaxLength(64).IsUnicode(false);
        b.Property(x => x.Title).HasMaxLength(Bulletin.LongestTitle);
        b.Property(x => x.Introduction).HasMaxLength(Bulletin.LongestText);
        b.Property(x => x.Demand).HasMaxLength(Bulletin.LongestText);
        b.Property(x => x.DraftedBy).HasMaxLength(300);
        b.Property(x => x.Number).HasMaxLength(40);
        b.Property(x => x.SignedBy).HasMaxLength(300);
        b.Property(x => x.PublishedBy).HasMaxLength(300);
        b.Property(x => x.DroppedBecause).HasMaxLength(500);
        b.Ignore(x => x.Standing);
        b.HasOne<Snapshot>().WithMany().HasForeignKey(x => x.SnapshotId);
        b.HasMany(x => x.Lines).WithOne().HasForeignKey(l => l.BulletinId);
        b.HasMany(x => x.Units).WithOne().HasForeignKey(u => u.BulletinId);
        b.HasIndex(x => new { x.JurisdictionId, x.DraftedAt });
    }

    public void Configure(EntityTypeBuilder<BulletinLine> b)
    {
        b.Property(l => l.TaskNumber).HasMaxLength(20);
        b.Property(l => l.TaskTitle).HasMaxLength(300);
        b.Property(l => l.Objection).HasMaxLength(BulletinLine.LongestObjection);
        b.Property(l => l.CheckedBy).HasMaxLength(300);
        b.Property(l => l.AnswerText).HasMaxLength(BulletinLine.LongestObjection);
        b.Property(l => l.DroppedBecause).HasMaxLength(BulletinLine.LongestObjection);
        b.Property(l => l.DroppedBy).HasMaxLength(300);
        b.Ignore(l => l.Stands);
        // Without a foreign key: SQLite can give an older table one only by building it anew, outside a transaction.
        b.HasIndex(l => l.TaskId);
        b.HasIndex(l => l.StepId);
        b.HasOne<Unit>().WithMany().HasForeignKey(l => l.UnitId);
        b.HasOne<Unit>().WithMany().HasForeignKey(l => l.LeadUnitId);
        b.HasIndex(l => new { l.BulletinId, l.Position }).IsUnique();
        b.HasIndex(l => new { l.UnitId, l.Check });
    }

    public void Configure(EntityTypeBuilder<BulletinUnit> b)
    {
        b.HasKey(u => new { u.BulletinId, u.UnitId });
        b.Ignore(u => u.Due);
        b.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId);
    }

    public void Configure(EntityTypeBuilder<BulletinReceipt> b)
    {
        b.HasKey(r => new { r.BulletinId, r.UnitId });
        b.Property(r => r.OpenedBy).HasMaxLength(300);
        b.HasOne<Bulletin>().WithMany().HasForeignKey(r => r.BulletinId);
        b.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
    }
}
