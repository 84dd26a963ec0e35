using System.Text.RegularExpressions;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Equalization.Workflow.Tests.Databases;

/// <summary>What must hold of the schema on both providers, and that the script for administrators is the migrations.</summary>
public sealed partial class SchemaTests
{
    /// <summary>Bytes that SQL Server takes in the key of an index.</summary>
    private const int LongestKey = 1700;

    public static TheoryData<string> Providers => ["Sqlite", "SqlServer"];

    [Fact]
    public void The_script_is_what_the_migrations_give()
    {
        var kept = File.ReadAllText(Repository.PathOf("db", "sqlserver", "schema.sql"));

        Assert.True(kept == SchemaScript.Text(),
            "db/sqlserver/schema.sql is not what the migrations give. Make it anew: dotnet run --project src/Equalization.Workflow.Web -- schema db/sqlserver/schema.sql");
    }

    [Fact]
    public void The_script_names_every_table_and_may_run_twice()
    {
        var script = SchemaScript.Text();
        using var db = Context("SqlServer");

        Assert.All(Tables(db), table => Assert.Contains($"CREATE TABLE [{table}]", script, StringComparison.Ordinal));
        Assert.Empty(Unguarded(script));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_migrations_hold_every_change_of_the_model(string provider)
    {
        using var db = Context(provider);

        Assert.False(db.Database.HasPendingModelChanges(), "The model has changes without a migration.");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_foreign_key_cascades(string provider)
    {
        using var db = Context(provider);

        Assert.Empty(Cascading(DesignModel(db)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_string_has_a_length(string provider)
    {
        using var db = Context(provider);

        Assert.Empty(Unbounded(DesignModel(db)));
    }

    [Fact]
    public void The_collation_is_named()
    {
        using var db = Context("SqlServer");

        Assert.Equal("Chinese_PRC_CI_AS", DesignModel(db).GetCollation());
        Assert.Contains("COLLATE Chinese_PRC_CI_AS", File.ReadAllText(Repository.PathOf("db", "sqlserver", "create-database.sql")), StringComparison.Ordinal);
        Assert.Contains("READ_COMMITTED_SNAPSHOT ON", File.ReadAllText(Repository.PathOf("db", "sqlserver", "create-database.sql")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_column_is_an_offset_instant_but_the_lockout_of_Identity(string provider)
    {
        using var db = Context(provider);

        var found = DesignModel(db).GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTimeOffset))
            .Select(p => p.Name);
        Assert.Equal(["LockoutEnd"], found);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_foreign_key_is_one_that_EF_made_up(string provider)
    {
        using var db = Context(provider);

        Assert.Empty(MadeUp(DesignModel(db)));
    }

    [Fact]
    public void No_index_key_is_longer_than_the_server_takes()
    {
        using var db = Context("SqlServer");
        var model = DesignModel(db);
        var keys = model.GetEntityTypes().SelectMany(e => e.GetIndexes().Select(i => (Name: i.GetDatabaseName()!, i.Properties))
            .Concat(e.GetKeys().Select(k => (Name: k.GetName()!, k.Properties))));

        Assert.All(keys, key => Assert.True(key.Properties.Sum(Bytes) <= LongestKey, $"{key.Name} takes {key.Properties.Sum(Bytes)} bytes."));
    }

    [Fact]
    public void A_cascade_and_an_unbounded_string_are_found()
    {
        using var db = new Careless();

        Assert.Equal(["Child.ParentId", "Child.ParentId1"], Cascading(DesignModel(db)));
        Assert.Equal(["Parent.Name"], Unbounded(DesignModel(db)));
        Assert.Equal(["Child.ParentId1"], MadeUp(DesignModel(db)));
    }

    [Fact]
    public void A_statement_that_would_run_twice_is_found() =>
        Assert.Single(Unguarded("BEGIN TRANSACTION;\nCREATE TABLE [Units] (\n    [Id] uniqueidentifier NOT NULL\n);\nCOMMIT;\nGO\n"));

    [Fact]
    public async Task The_script_runs_twice_on_a_live_server_and_the_program_finds_nothing_left_to_do()
    {
        Assert.SkipWhen(TestDatabase.Server is null, TestDatabase.ServerIsAbsent);
        await using var database = TestDatabase.OnServer();
        await LiveServer.Run(database, SchemaScript.Text());
        await LiveServer.Run(database, SchemaScript.Text());
        await using var db = new SqlServerWorkflowDb(
            new DbContextOptionsBuilder<SqlServerWorkflowDb>().UseSqlServer(database.Settings.ConnectionString).Options);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestCity.Ct));
    }

    private static DbContext Context(string provider) => provider == "Sqlite"
        ? new SqliteWorkflowDb.Design().CreateDbContext([])
        : new SqlServerWorkflowDb.Design().CreateDbContext([]);

    private static IModel DesignModel(DbContext db) => db.GetService<IDesignTimeModel>().Model;

    private static IEnumerable<string> Tables(DbContext db) => DesignModel(db).GetEntityTypes().Select(e => e.GetTableName()!).Distinct();

    private static IEnumerable<string> Cascading(IModel model) =>
        from key in model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())
        where key.DeleteBehavior != DeleteBehavior.Restrict
        select $"{key.DeclaringEntityType.ClrType.Name}.{key.Properties[0].Name}";

    private static IEnumerable<string> Unbounded(IModel model) =>
        from property in model.GetEntityTypes().SelectMany(e => e.GetProperties())
        let stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType
        where stored == typeof(string) && property.GetMaxLength() is null
        select $"{property.DeclaringType.ClrType.Name}.{property.Name}";

    // A property that looks like a navigation gets a column of its own unless the map ignores it.
    private static IEnumerable<string> MadeUp(IModel model) =>
        from key in model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())
        from property in key.Properties
        where property.IsShadowProperty()
        select $"{key.DeclaringEntityType.ClrType.Name}.{property.Name}";

    private static int Bytes(IProperty property)
    {
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return stored == typeof(string) ? (property.GetMaxLength() ?? LongestKey) * (property.IsUnicode() == false ? 1 : 2) : 16;
    }

    /// <summary>CREATE and ALTER statements that do not stand in a guarded block of one migration.</summary>
    private static IEnumerable<string> Unguarded(string script) =>
        script.Split("\nGO\n").Where(batch => Changing().IsMatch(batch) && !batch.Contains("IF NOT EXISTS", StringComparison.Ordinal)
                                                                        && !batch.Contains("IF OBJECT_ID", StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE)\b", RegexOptions.Multiline)]
    private static partial Regex Changing();

    private sealed class Careless : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=careless.db");

        protected override void OnModelCreating(ModelBuilder model) => model.Entity<Parent>().HasMany(p => p.Children).WithOne().HasForeignKey(c => c.ParentId);
    }

    private sealed class Parent
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public List<Child> Children { get; } = [];

        public IEnumerable<Child> Grown => Children.Where(c => c.Id > 0);
    }

    private sealed class Child
    {
        public int Id { get; set; }

        public int ParentId { get; set; }
    }
}
