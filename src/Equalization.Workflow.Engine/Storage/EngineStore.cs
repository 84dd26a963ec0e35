using System.Data.Common;
using Equalization.Workflow.Engine.Runtime;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Engine.Storage;

/// <summary>Reads and writes the engine's rows in the caller's transaction.</summary>
internal sealed class EngineStore(DbContext db)
{
    private const string InstanceColumns =
        """ "Id", "DefinitionId", "DefinitionVersion", "Version", "Status", "CorrelationId", "TenantId", "ParentId", "ParentBookmarkId", "StartedAt", "Steps", "State" """;

    private const string BookmarkColumns =
        """ "Id", "InstanceId", "Kind", "ActivityId", "ScopePath", "Frame", "Iteration", "EventName", "CorrelationId", "DueAt", "ChildId", "IsParked", "CreatedAt" """;

    private readonly EngineCommands commands = new(db);

    public async Task<Instance?> Find(Guid id) =>
        (await commands.Query($"SELECT {InstanceColumns} FROM \"EngineInstances\" WHERE \"Id\" = @p0", ReadInstance, id)).SingleOrDefault();

    public async Task<List<Bookmark>> BookmarksOf(Guid instanceId) => await commands.Query(
        $"SELECT {BookmarkColumns} FROM \"EngineBookmarks\" WHERE \"InstanceId\" = @p0", ReadBookmark, instanceId);

    /// <summary>The bookmarks that wait for an event, by instance in the order of their start.</summary>
    public async Task<IEnumerable<IGrouping<Guid, Guid>>> WaitingFor(RaisedEvent raised, Guid? onlyInstance)
    {
        const string ByName = "SELECT \"InstanceId\", \"Id\" FROM \"EngineBookmarks\" WHERE \"EventName\" = @p0";
        var rows = raised.CorrelationId is null
            ? await commands.Query(ByName, ReadPair, raised.Name)
            : await commands.Query(ByName + " AND \"CorrelationId\" = @p1", ReadPair, raised.Name, raised.CorrelationId);

        // The order of ids is the order of starting; databases differ in how they sort them.
        return rows.Where(r => onlyInstance is null || r.Instance == onlyInstance).OrderBy(r => r.Instance).ThenBy(r => r.Bookmark).GroupBy(r => r.Instance, r => r.Bookmark);
    }

    /// <summary>The next instances that wait for an event, in the database's order of their ids, and where to go on; null when these are the last.</summary>
    public async Task<(IEnumerable<IGrouping<Guid, Guid>> Waiting, Guid? Next)> WaitingFor(RaisedEvent raised, Guid? after, int most)
    {
        var given = " FROM \"EngineBookmarks\" WHERE \"EventName\" = @p0 AND \"InstanceId\" > @p1" + (raised.CorrelationId is null ? "" : " AND \"CorrelationId\" = @p3");
        var instances = await commands.Query(
            "SELECT DISTINCT \"InstanceId\"" + given + " ORDER BY \"InstanceId\" " + First("@p2"), r => r.GetGuid(0), [raised.Name, after ?? Guid.Empty, most, .. Correlation(raised)]);
        if (instances is not [.., var last])
        {
            return ([], null);
        }

        var rows = await commands.Query(
            "SELECT \"InstanceId\", \"Id\"" + given + " AND \"InstanceId\" <= @p2", ReadPair, [raised.Name, after ?? Guid.Empty, last, .. Correlation(raised)]);
        return (rows.OrderBy(r => r.Instance).ThenBy(r => r.Bookmark).GroupBy(r => r.Instance, r => r.Bookmark), instances.Count < most ? null : last);
    }

    // The condition is written as the index's filter is: to SQLite "NOT IsParked" would be another one, and it would walk all that wait.
    public async Task<List<DueTimer>> Due(DateTime now, int most) => await commands.Query(
        $"SELECT \"InstanceId\", \"Id\", \"DueAt\" FROM \"EngineBookmarks\" WHERE \"DueAt\" IS NOT NULL AND \"IsParked\" = 0 AND \"DueAt\" <= @p0 ORDER BY \"DueAt\", \"Id\" {First("@p1")}",
        r => new DueTimer(r.GetGuid(0), r.GetGuid(1), Instant(r, 2)!.Value), now, most);

    /// <summary>Takes a bookmark. Whoever deletes the row is the one who resumes; for anybody else it is gone.</summary>
    public async Task Take(Bookmark bookmark)
    {
        if (await commands.Execute("DELETE FROM \"EngineBookmarks\" WHERE \"Id\" = @p0", bookmark.Id) != 1)
        {
            throw Lost(bookmark.InstanceId);
        }
    }

    /// <summary>Removes a bookmark nobody can be resumed by.</summary>
    public Task Discard(Guid bookmarkId) => commands.Execute("DELETE FROM \"EngineBookmarks\" WHERE \"Id\" = @p0", bookmarkId);

    public Task Add(Bookmark b, string? correlationId, bool parked) => commands.Execute(
        $"INSERT INTO \"EngineBookmarks\" ({BookmarkColumns}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12)",
        b.Id, b.InstanceId, b.Kind.ToString(), b.ActivityId, b.ScopePath, b.Frame, b.Iteration, b.EventName, correlationId, b.DueAt, b.ChildId, parked, b.CreatedAt);

    public Task Recorrelate(Guid instanceId, string? correlationId) =>
        commands.Execute("UPDATE \"EngineBookmarks\" SET \"CorrelationId\" = @p1 WHERE \"InstanceId\" = @p0", instanceId, correlationId);

    public Task Park(Guid instanceId, bool parked) =>
        commands.Execute("UPDATE \"EngineBookmarks\" SET \"IsParked\" = @p1 WHERE \"InstanceId\" = @p0", instanceId, parked);

    public Task Add(Instance i) => commands.Execute(
        $"INSERT INTO \"EngineInstances\" ({InstanceColumns}, \"FinishedAt\") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12)",
        i.Id, i.DefinitionId, i.DefinitionVersion, i.Version, i.Status.ToString(), i.CorrelationId, i.TenantId, i.ParentId, i.ParentBookmarkId, i.StartedAt, i.Steps, i.State, i.FinishedAt);

    /// <summary>Writes an instance back and raises its version; throws when another burst has done so since it was read.</summary>
    public async Task Update(Instance i)
    {
        var rows = await commands.Execute(
            """
            UPDATE "EngineInstances" SET "Version" = "Version" + 1, "Status" = @p2, "CorrelationId" = @p3, "FinishedAt" = @p4, "Steps" = @p5, "State" = @p6
            WHERE "Id" = @p0 AND "Version" = @p1
            """,
            i.Id, i.Version, i.Status.ToString(), i.CorrelationId, i.FinishedAt, i.Steps, i.State);
        if (rows != 1)
        {
            throw Lost(i.Id);
        }

        i.Version++;
    }

    /// <summary>As <see cref="Update"/>, onto another version of the definition.</summary>
    public async Task Move(Instance i, int version)
    {
        await Update(i);
        await commands.Execute("UPDATE \"EngineInstances\" SET \"DefinitionVersion\" = @p1 WHERE \"Id\" = @p0", i.Id, version);
    }

    public Task Add(HistoryStep h) => commands.Execute(
        """
        INSERT INTO "EngineHistory" ("InstanceId", "Sequence", "ActivityId", "ActivityType", "Iteration", "Outcome", "At", "Cause", "Values")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)
        """,
        h.InstanceId, h.Sequence, h.ActivityId, h.ActivityType, h.Iteration, h.Outcome, h.At, h.Cause, h.Values);

    public Task Add(Incident i) => commands.Execute(
        """
        INSERT INTO "EngineIncidents" ("Id", "InstanceId", "ActivityId", "Code", "Message", "Detail", "Stimulus", "RaisedAt")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        """,
        i.Id, i.InstanceId, i.ActivityId, i.Code, i.Message, i.Detail, i.Stimulus, i.RaisedAt);

    public async Task<List<string>> OpenIncidents(Guid instanceId) => await commands.Query(
        "SELECT \"Stimulus\" FROM \"EngineIncidents\" WHERE \"InstanceId\" = @p0 AND \"ClosedAt\" IS NULL ORDER BY \"RaisedAt\", \"Id\"", r => r.GetString(0), instanceId);

    public Task CloseIncidents(Guid instanceId, DateTime at, string by) => commands.Execute(
        "UPDATE \"EngineIncidents\" SET \"ClosedAt\" = @p1, \"ClosedBy\" = @p2 WHERE \"InstanceId\" = @p0 AND \"ClosedAt\" IS NULL", instanceId, at, by);

    public Task Add(HeldStimulus h) => commands.Execute(
        "INSERT INTO \"EngineHeldStimuli\" (\"Id\", \"InstanceId\", \"Stimulus\", \"HeldAt\") VALUES (@p0, @p1, @p2, @p3)", h.Id, h.InstanceId, h.Stimulus, h.HeldAt);

    /// <summary>What was held for an instance, oldest first; it is held no longer.</summary>
    public async Task<List<string>> Release(Guid instanceId)
    {
        var held = await commands.Query(
            "SELECT \"Id\", \"Stimulus\" FROM \"EngineHeldStimuli\" WHERE \"InstanceId\" = @p0", r => (Id: r.GetGuid(0), Stimulus: r.GetString(1)), instanceId);
        await commands.Execute("DELETE FROM \"EngineHeldStimuli\" WHERE \"InstanceId\" = @p0", instanceId);
        return [.. held.OrderBy(h => h.Id).Select(h => h.Stimulus)];
    }

    public Task Add(UnheardEvent e) => commands.Execute(
        "INSERT INTO \"EngineUnheardEvents\" (\"Id\", \"Name\", \"CorrelationId\", \"RaisedBy\", \"RaisedAt\", \"Payload\") VALUES (@p0, @p1, @p2, @p3, @p4, @p5)",
        e.Id, e.Name, e.CorrelationId, e.RaisedBy, e.RaisedAt, e.Payload);

    /// <summary>The newest published version of a definition.</summary>
    public async Task<int?> PublishedVersion(string definitionId) => (await commands.Query(
        "SELECT MAX(\"Number\") FROM \"EngineDefinitions\" WHERE \"DefinitionId\" = @p0 AND \"IsPublished\" = @p1",
        r => r.IsDBNull(0) ? (int?)null : r.GetInt32(0), definitionId, true)).Single();

    public async Task<bool> HasVersion(string definitionId, int version) => (await commands.Query(
        "SELECT 1 FROM \"EngineDefinitions\" WHERE \"DefinitionId\" = @p0 AND \"Number\" = @p1", r => true, definitionId, version)).Count == 1;

    private string First(string most) =>
        db.Database.ProviderName?.EndsWith("SqlServer", StringComparison.Ordinal) == true ? $"OFFSET 0 ROWS FETCH NEXT {most} ROWS ONLY" : $"LIMIT {most}";

    private static object?[] Correlation(RaisedEvent raised) => raised.CorrelationId is { } correlation ? [correlation] : [];

    private static DbUpdateConcurrencyException Lost(Guid instanceId) => new($"Another burst was first on instance {instanceId}.");

    private static (Guid Instance, Guid Bookmark) ReadPair(DbDataReader row) => (row.GetGuid(0), row.GetGuid(1));

    private static Instance ReadInstance(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        DefinitionId = row.GetString(1),
        DefinitionVersion = row.GetInt32(2),
        Version = row.GetInt32(3),
        Status = Enum.Parse<InstanceStatus>(row.GetString(4)),
        CorrelationId = Text(row, 5),
        TenantId = Key(row, 6),
        ParentId = Key(row, 7),
        ParentBookmarkId = Key(row, 8),
        StartedAt = Instant(row, 9)!.Value,
        Steps = row.GetInt32(10),
        State = row.GetString(11),
    };

    private static Bookmark ReadBookmark(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        InstanceId = row.GetGuid(1),
        Kind = Enum.Parse<BookmarkKind>(row.GetString(2)),
        ActivityId = row.GetString(3),
        ScopePath = row.GetString(4),
        Frame = row.GetInt32(5),
        Iteration = row.GetInt32(6),
        EventName = Text(row, 7),
        CorrelationId = Text(row, 8),
        DueAt = Instant(row, 9),
        ChildId = Key(row, 10),
        IsParked = row.GetBoolean(11),
        CreatedAt = Instant(row, 12)!.Value,
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Guid? Key(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static DateTime? Instant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);
}
