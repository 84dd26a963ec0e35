using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Equalization.Workflow.Tests.Support;

/// <summary>
/// Makes ten rows of each on an SQLite file: nine copies of every unit, person, measure, task and all that hangs on them, linked among
/// themselves; and nine more story entries, notices and audit rows on the very task, person and chain. For counting commands, not for acting on.
/// </summary>
public static class Manifold
{
    private const int Copies = 9;

    /// <summary>What there is one of, or what the copies go on sharing.</summary>
    private static readonly HashSet<Type> Shared =
    [
        typeof(Jurisdiction), typeof(RuleSet), typeof(LedgerCounter), typeof(CalendarDay), typeof(StoredFile), typeof(AuditHead), typeof(AuditEntry),
        typeof(Plan), typeof(PlanVersion), typeof(Notice), typeof(DefinitionVersion), typeof(SearchStand),
    ];

    private static readonly Type[] Thicken = [typeof(StoryEntry), typeof(Notice), typeof(AuditEntry), typeof(HistoryStep)];

    public static async Task Multiply(TestCity city)
    {
        await using var db = await city.Contexts.CreateDbContextAsync(TestCity.Ct);
        await db.Database.OpenConnectionAsync(TestCity.Ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF", TestCity.Ct);
        var entities = db.Model.GetEntityTypes()
            .Where(e => e.ClrType.Assembly == typeof(WorkflowDb).Assembly || e.ClrType.Assembly == typeof(Instance).Assembly).Where(IsCopied).ToList();
        for (var copy = 1; copy <= Copies; copy++)
        {
            foreach (var entity in entities.Where(e => !Shared.Contains(e.ClrType)))
            {
                await Copy(db, entity, copy, linked: true);
            }

            foreach (var entity in entities.Where(e => Thicken.Contains(e.ClrType)))
            {
                await Copy(db, entity, copy, linked: false);
            }
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=ON", TestCity.Ct);
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>What is known by a key of its own and may stand beside its like; of a counter, a mark of the place or a person's day there is one.</summary>
    private static bool IsCopied(IEntityType entity) =>
        (entity.FindProperty("Sequence") is not null || entity.FindPrimaryKey()!.Properties.Any(p => p.ClrType == typeof(Guid) && p.Name != "JurisdictionId"))
        && entity.GetIndexes().Where(i => i.IsUnique).All(i => i.Properties.Any(p => p.ClrType == typeof(string) || p.Name == "Position" || !IsShared(p)));

    private static async Task Copy(WorkflowDb db, IEntityType entity, int copy, bool linked)
    {
        var properties = entity.GetProperties().ToList();
        var columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""));
        var values = string.Join(", ", properties.Select(p => ValueOf(p, copy, linked)));
        var originals = entity.FindPrimaryKey()!.Properties.FirstOrDefault(p => p.ClrType == typeof(Guid)) is { } key && entity.ClrType != typeof(AuditEntry)
            ? $" WHERE substr(\"{key.GetColumnName()}\", 1, 2) = '01'" + (entity.ClrType == typeof(HistoryStep) ? " AND \"Sequence\" < 1000000" : "")
            : " WHERE \"Sequence\" < 1000000";
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"INSERT INTO \"{entity.GetTableName()}\" ({columns}) SELECT {values} FROM \"{entity.GetTableName()}\"{originals}";
        await command.ExecuteNonQueryAsync(TestCity.Ct);
    }

    private static string ValueOf(IProperty property, int copy, bool linked)
    {
        var column = $"\"{property.GetColumnName()}\"";
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var links = property.GetContainingForeignKeys().Any(k => !Shared.Contains(k.PrincipalEntityType.ClrType));
        if (type == typeof(Guid))
        {
            // Ids made in these decades begin with 01, so the two digits are free to tell the copies: the first for those that are linked.
            return (property.IsPrimaryKey() && !property.IsForeignKey() && property.Name != "JurisdictionId") || (linked && links)
                ? linked ? $"'{copy:X}' || substr({column}, 2)" : $"'0{copy + 1:X}' || substr({column}, 3)"
                : column;
        }

        var alone = property.GetContainingIndexes().Where(i => i.IsUnique).Any(i => !i.Properties.Any(p => p.IsForeignKey() && !IsShared(p)));
        return type == typeof(string) && alone ? $"{column} || '-{copy}{(linked ? "" : "x")}'"
            : property.Name is "Sequence" or "Position" && type != typeof(string) ? $"{column} + {copy} * 1000000"
            : column;
    }

    private static bool IsShared(IProperty property) => property.GetContainingForeignKeys().All(k => Shared.Contains(k.PrincipalEntityType.ClrType));
}
