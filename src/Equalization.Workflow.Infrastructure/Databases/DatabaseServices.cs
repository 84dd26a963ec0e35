using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Infrastructure.Databases.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Infrastructure.Databases;

/// <summary>Registers the database of the chosen provider behind <see cref="WorkflowDb"/>.</summary>
public static class DatabaseServices
{
    private const int DefaultCommandTimeout = 30;
    private const int DefaultBatchSize = 42;

    /// <summary>Throws <see cref="WrongSetting"/> for an unknown provider, an empty connection string or a number out of range.</summary>
    /// <param name="isThrowaway">A database for one run, such as a replay's: commits are not forced to the disk.</param>
    public static IServiceCollection AddWorkflowDb(this IServiceCollection services, DatabaseSettings settings, bool isThrowaway = false)
    {
        Check(settings);
        var audit = new AuditInterceptor();
        switch (settings.Provider)
        {
            case "Sqlite":
                services.AddSingleton<StandingConnections>();
                services.AddPooledDbContextFactory<SqliteWorkflowDb>((provider, o) =>
                {
                    var connections = provider.GetRequiredService<StandingConnections>();
                    connections.Serve(o)
                        .UseSqlite(settings.ConnectionString, sqlite => sqlite
                            .CommandTimeout(settings.CommandTimeout ?? DefaultCommandTimeout)
                            .MaxBatchSize(settings.MaxBatchSize ?? DefaultBatchSize))
                        .AddInterceptors(audit, new SqliteAppends(connections), new SqlitePragmas(isThrowaway));
                });
                services.AddSingleton<IDbContextFactory<WorkflowDb>, Borrowed<SqliteWorkflowDb>>();
                break;
            case "SqlServer":
                services.AddPooledDbContextFactory<SqlServerWorkflowDb>(o => o
                    .UseSqlServer(settings.ConnectionString, server => server
                        .CommandTimeout(settings.CommandTimeout ?? DefaultCommandTimeout)
                        .MaxBatchSize(settings.MaxBatchSize ?? DefaultBatchSize))
                    .AddInterceptors(audit));
                services.AddSingleton<IDbContextFactory<WorkflowDb>, Borrowed<SqlServerWorkflowDb>>();
                break;
        }

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContext());
        services.AddSingleton(settings);
        services.AddSingleton(new EngineOptions
        {
            IsConflict = settings.Provider == "Sqlite" ? SqliteWorkflowDb.WasConflict : SqlServerWorkflowDb.WasConflict,
            Remember = db => ((WorkflowDb)db).RememberMoves(),
        });
        services.AddSingleton<Transact>();
        services.AddSingleton<Schema>();
        services.AddSingleton<CalendarLoader>();
        return services;
    }

    private static void Check(DatabaseSettings settings)
    {
        if (settings.Provider is not ("Sqlite" or "SqlServer"))
        {
            throw new WrongSetting($"设置 Database:Provider 的值“{settings.Provider}”不成立，请填写 Sqlite 或 SqlServer。");
        }

        if (string.IsNullOrWhiteSpace(settings.ConnectionString))
        {
            throw new WrongSetting("设置 Database:ConnectionString 为空，请填写数据库连接字符串。");
        }

        if (settings.CommandTimeout is < 1 or > 3600)
        {
            throw new WrongSetting("设置 Database:CommandTimeout 应为 1 到 3600 之间的秒数。");
        }

        if (settings.MaxBatchSize is < 1 or > 1000)
        {
            throw new WrongSetting("设置 Database:MaxBatchSize 应为 1 到 1000 之间的整数。");
        }
    }

    private sealed class Borrowed<TDb>(IDbContextFactory<TDb> factory) : IDbContextFactory<WorkflowDb>
        where TDb : WorkflowDb
    {
        public WorkflowDb CreateDbContext() => factory.CreateDbContext();

        public async Task<WorkflowDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await factory.CreateDbContextAsync(cancellationToken);
    }
}
