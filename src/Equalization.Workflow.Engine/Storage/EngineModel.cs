using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Equalization.Workflow.Engine.Storage;

/// <summary>The engine's tables.</summary>
public static class EngineModel
{
    private const int LongText = 2_000_000;

    /// <summary>Adds the engine's tables to a model. Both databases understand the double-quoted names that its own commands use.</summary>
    public static ModelBuilder AddEngine(this ModelBuilder model)
    {
        model.Entity<DefinitionVersion>(Map);
        model.Entity<Instance>(Map);
        model.Entity<Bookmark>(Map);
        model.Entity<HistoryStep>(Map);
        model.Entity<Incident>(Map);
        model.Entity<HeldStimulus>(Map);
        model.Entity<UnheardEvent>(Map);
        foreach (var entity in model.Model.GetEntityTypes().Where(e => e.ClrType.Namespace == typeof(EngineModel).Namespace))
        {
            foreach (var property in entity.GetProperties())
            {
                if (property.ClrType == typeof(DateTime) || property.ClrType == typeof(DateTime?))
                {
                    property.SetValueConverter(new UtcConverter());
                }
            }
        }

        return model;
    }

    private static void Map(EntityTypeBuilder<DefinitionVersion> b)
    {
        b.ToTable("EngineDefinitions").HasKey(d => new { d.DefinitionId, d.Number });
        b.Property(d => d.DefinitionId).HasMaxLength(100);
        b.Property(d => d.Name).HasMaxLength(200);
        b.Property(d => d.Hash).HasMaxLength(64);
        b.Property(d => d.Json).HasMaxLength(DefinitionVersion.LongestJson);
    }

    private static void Map(EntityTypeBuilder<Instance> b)
    {
        b.ToTable("EngineInstances").HasKey(i => i.Id);
        b.Property(i => i.Id).ValueGeneratedNever();
        b.Property(i => i.DefinitionId).HasMaxLength(100);
        b.Property(i => i.Version).IsConcurrencyToken();
        b.Property(i => i.Status).HasConversion<string>().HasMaxLength(30).IsUnicode(false);
        b.Property(i => i.CorrelationId).HasMaxLength(Instance.LongestCorrelation);
        b.Property(i => i.State).HasMaxLength(LongText);
        b.HasOne<DefinitionVersion>().WithMany().HasForeignKey(i => new { i.DefinitionId, i.DefinitionVersion }).OnDelete(DeleteBehavior.Restrict);

        // With the status, so that the check at start-up finds the versions that still run without reading the instances.
        b.HasIndex(i => new { i.DefinitionId, i.DefinitionVersion, i.Status });
        b.HasIndex(i => i.CorrelationId);
        b.HasIndex(i => i.ParentId);
        b.HasIndex(i => new { i.TenantId, i.DefinitionId, i.Status });

        // The stopped ones are few and asked for on every page of an administrator.
        b.HasIndex(i => i.TenantId).HasFilter("\"Status\" = 'Faulted'");
    }

    private static void Map(EntityTypeBuilder<Bookmark> b)
    {
        b.ToTable("EngineBookmarks").HasKey(m => m.Id);
        b.Property(m => m.Id).ValueGeneratedNever();
        b.Property(m => m.Kind).HasConversion<string>().HasMaxLength(30).IsUnicode(false);
        b.Property(m => m.ActivityId).HasMaxLength(Bookmark.LongestActivityId);
        b.Property(m => m.ScopePath).HasMaxLength(Bookmark.LongestScopePath);
        b.Property(m => m.EventName).HasMaxLength(Bookmark.LongestEventName);
        b.Property(m => m.CorrelationId).HasMaxLength(Instance.LongestCorrelation);
        b.HasOne<Instance>().WithMany().HasForeignKey(m => m.InstanceId).OnDelete(DeleteBehavior.Restrict);

        // Filtered, so that an event costs the timer index nothing and a timer the event index nothing.
        b.HasIndex(m => new { m.EventName, m.CorrelationId }).HasFilter("\"EventName\" IS NOT NULL");
        b.HasIndex(m => new { m.DueAt, m.Id }).HasFilter("\"DueAt\" IS NOT NULL AND \"IsParked\" = 0");
    }

    private static void Map(EntityTypeBuilder<HistoryStep> b)
    {
        b.ToTable("EngineHistory").HasKey(h => new { h.InstanceId, h.Sequence });
        b.Property(h => h.ActivityId).HasMaxLength(Bookmark.LongestActivityId);
        b.Property(h => h.ActivityType).HasMaxLength(200);
        b.Property(h => h.Outcome).HasMaxLength(HistoryStep.LongestOutcome);
        b.Property(h => h.Cause).HasMaxLength(HistoryStep.LongestCause);
        b.Property(h => h.Values).HasMaxLength(HistoryStep.LongestValues);
        b.HasOne<Instance>().WithMany().HasForeignKey(h => h.InstanceId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Map(EntityTypeBuilder<Incident> b)
    {
        b.ToTable("EngineIncidents").HasKey(i => i.Id);
        b.Property(i => i.Id).ValueGeneratedNever();
        b.Property(i => i.ActivityId).HasMaxLength(Bookmark.LongestActivityId);
        b.Property(i => i.Code).HasMaxLength(100);
        b.Property(i => i.Message).HasMaxLength(Incident.LongestMessage);
        b.Property(i => i.Detail).HasMaxLength(Incident.LongestDetail);
        b.Property(i => i.Stimulus).HasMaxLength(LongText);
        b.Property(i => i.ClosedBy).HasMaxLength(120);
        b.HasOne<Instance>().WithMany().HasForeignKey(i => i.InstanceId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(i => new { i.InstanceId, i.ClosedAt });
    }

    private static void Map(EntityTypeBuilder<HeldStimulus> b)
    {
        b.ToTable("EngineHeldStimuli").HasKey(h => h.Id);
        b.Property(h => h.Id).ValueGeneratedNever();
        b.Property(h => h.Stimulus).HasMaxLength(LongText);
        b.HasOne<Instance>().WithMany().HasForeignKey(h => h.InstanceId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Map(EntityTypeBuilder<UnheardEvent> b)
    {
        b.ToTable("EngineUnheardEvents").HasKey(e => e.Id);
        b.Property(e => e.Id).ValueGeneratedNever();
        b.Property(e => e.Name).HasMaxLength(Bookmark.LongestEventName);
        b.Property(e => e.CorrelationId).HasMaxLength(Instance.LongestCorrelation);
        b.Property(e => e.RaisedBy).HasMaxLength(HistoryStep.LongestCause);
        b.Property(e => e.Payload).HasMaxLength(LongText);
        b.HasIndex(e => new { e.Name, e.RaisedAt });
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
