using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>A database with the engine's tables and one of business data, to see both in one transaction.</summary>
internal sealed class EngineDb(DbContextOptions<EngineDb> options) : DbContext(options)
{
    public DbSet<Entry> Entries => Set<Entry>();

    protected override void OnModelCreating(ModelBuilder model) => model.AddEngine();
}

/// <summary>A line of business data.</summary>
internal sealed class Entry
{
    public int Id { get; init; }

    public required string Text { get; set; }
}
