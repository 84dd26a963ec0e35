using Equalization.Workflow.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Equalization.Workflow.Benchmarks;

/// <summary>The hosts that are measured, each in a process of its own: prints its address and serves until its input ends.</summary>
public static class Serving
{
    public const string Ready = "READY ";

    /// <summary>The real program on a kept folder, with the minimal endpoints beside it.</summary>
    public static async Task<int> Product(string folder)
    {
        await using var app = WebProgram.Build([], new StillClock(LargeLedger.Today), builder =>
        {
            builder.Configuration["Urls"] = "http://127.0.0.1:0";
            builder.Configuration["Files:DataFolder"] = folder;
            builder.Configuration["Sample:Load"] = "false";
            builder.Configuration["Jobs:Run"] = "false";
            builder.Configuration["SignIn:TriesPerMinute"] = "100000";
            builder.Logging.ClearProviders();
        });
        MinimalEndpoints.Map(app, $"Data Source={City.FileIn(folder)}");
        var address = await WebProgram.Start(app, TextWriter.Null, CancellationToken.None);
        return await Wait(app, address.ToString());
    }

    /// <summary>Razor Pages and Identity with its own store on SQLite, and one page that looks for a user.</summary>
    public static async Task<int> Empty(string folder)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContext<IdentityDbContext>(o => o.UseSqlite($"Data Source={Path.Combine(folder, "empty.db")}"));
        builder.Services.AddIdentity<IdentityUser, IdentityRole>().AddEntityFrameworkStores<IdentityDbContext>();
        builder.Services.AddRazorPages();
        await using var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapGet("/Accounts/SignIn", async (UserManager<IdentityUser> users) => await users.FindByNameAsync("nobody") is null ? "sign in" : "hello");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IdentityDbContext>().Database.EnsureCreatedAsync();
        }

        await app.StartAsync();
        return await Wait(app, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    private static async Task<int> Wait(WebApplication app, string address)
    {
        Console.WriteLine(Ready + address);
        await Console.In.ReadLineAsync();
        await app.StopAsync();
        return 0;
    }
}
