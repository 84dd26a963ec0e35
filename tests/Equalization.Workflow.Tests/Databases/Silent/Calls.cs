using System.Reflection;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>
/// Makes one call twice: on SQLite, where it must succeed and its reads are recorded, and then on the silent server, where it must ask the
/// same reads. Each time with fresh services, so that what one call cached does not hide a query of the next.
/// </summary>
public static class Calls
{
    public static Task<SilentServer> MakeTwice(TestCity city, Case one, object?[] arguments) =>
        MakeTwice(city, services => Make(services, one.Find(), arguments));

    public static async Task<SilentServer> MakeTwice(TestCity city, Func<IServiceProvider, Task> call)
    {
        var tape = new ReadTape();
        await using (var recording = city.ServicesAnew(s => s
            .ConfigureDbContext<SqliteWorkflowDb>(o => o.AddInterceptors(tape)).AddSingleton<IWorkflowEngine, QuietEngine>()))
        {
            await call(recording);
        }

        var server = new SilentServer(tape.Reads);
        await using var silent = city.ServicesAnew(s => s
            .AddSingleton<IDbContextFactory<WorkflowDb>>(new Factory(server)).AddSingleton<IWorkflowEngine, QuietEngine>());
        await call(silent);
        return server;
    }

    private static async Task Make(IServiceProvider services, MethodInfo method, object?[] arguments)
    {
        object?[] given = [.. arguments.Select(a => a is Func<Stream> open ? open() : a), TestCity.Ct];
        var answer = method.Invoke(services.GetRequiredService(method.DeclaringType!), given);
        switch (answer)
        {
            case Task task:
                await task;
                break;
            case ValueTask task:
                await task;
                break;
        }
    }

    private sealed class Factory(SilentServer server) : IDbContextFactory<WorkflowDb>
    {
        public WorkflowDb CreateDbContext() => new SqlServerWorkflowDb(new DbContextOptionsBuilder<SqlServerWorkflowDb>()
            .UseSqlServer(new SilentConnection(), contextOwnsConnection: true)
            .AddInterceptors(server, new AuditInterceptor())
            .Options);
    }
}
