using Equalization.Workflow.Infrastructure.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace Equalization.Workflow.Web.Jobs;

/// <summary>
/// The scheduler on the product's own database. On SQL Server its nodes form a cluster. On SQLite, where the scheduler refuses that,
/// <see cref="JobKeeper"/> starts it in one process at a time.
/// </summary>
public static class JobStore
{
    private const string SchedulerName = "equalization";
    private const int Threads = 4;

    public static IServiceCollection AddSchedule(this IServiceCollection services, DatabaseSettings database)
    {
        TimeZones.AddResolver(id => id == Schedule.China.Id ? Schedule.China : null);
        services.AddSingleton<RunningProcess>();
        services.TryAddSingleton(new JobPace(TimeSpan.FromSeconds(5)));
        services.AddSingleton<JobTriggers>();
        // First, so that it is stopped last: the lease is held until the scheduler has let its jobs end.
        services.AddSingleton<JobKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<JobKeeper>());
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = SchedulerName;
                scheduler.IdleWaitTime = TimeSpan.FromSeconds(10);
                // A long job hears that the program stops, and ends between two of its batches.
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
            });
            quartz.UseDefaultThreadPool(Threads);
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = JobTables.Prefix;
                    options.StoreJobDataAsStrings = true;
                    options.MisfireThreshold = TimeSpan.FromMinutes(1);
                    options.SchemaProvisioning = database.Provider == "Sqlite" || database.MigrateAtStart
                        ? SchemaProvisioning.CreateIfMissing
                        : SchemaProvisioning.Validate;
                });
                if (database.Provider == "Sqlite")
                {
                    store.UseSqlite(SqliteFactory.Instance, database.ConnectionString);
                }
                else
                {
                    store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = TimeSpan.FromSeconds(10);
                        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(20);
                    });
                }
            });
        });
        return services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.AutoStart = false;
        });
    }
}
