using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Searches;

/// <summary>Tables of the index. It refers to the ledger by plain ids: what is gone from the ledger is taken out by the next run.</summary>
public sealed class SearchMap : IEntityTypeConfiguration<SearchEntry>, IEntityTypeConfiguration<SearchPosting>, IEntityTypeConfiguration<SearchStand>
{
    private const int LongestChunk = DocSet.ChunkSize / 8;

    public void Configure(EntityTypeBuilder<SearchEntry> b)
    {
        b.HasKey(e => new { e.JurisdictionId, e.Number });
        b.Property(e => e.Text).HasMaxLength(SearchText.LongestText);
        b.HasIndex(e => e.SubjectId).IsUnique();
        b.HasIndex(e => new { e.TaskId, e.IsReserved, e.UnitId, e.Number });
        b.HasIndex(e => new { e.UnitId, e.Kind, e.Number });
    }

    public void Configure(EntityTypeBuilder<SearchPosting> b)
    {
        b.HasKey(p => new { p.JurisdictionId, p.Gram, p.Chunk });
        b.Property(p => p.Entries).HasMaxLength(LongestChunk);
    }

    public void Configure(EntityTypeBuilder<SearchStand> b)
    {
        b.HasKey(s => s.JurisdictionId);
        b.Property(s => s.JurisdictionId).ValueGeneratedNever();
    }
}
