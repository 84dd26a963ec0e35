using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Infrastructure.Files;
using Equalization.Workflow.Infrastructure.Mail;
using Equalization.Workflow.Web.Cli;
using Equalization.Workflow.Web.Jobs;
using Equalization.Workflow.Web.Mails;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web;

/// <summary>
/// The web program, composed. <see cref="Run"/> is what the command line starts. Whoever wants a real host of their own (tests, benchmarks)
/// calls <see cref="Build"/> with their clock and settings, and then <see cref="Start"/>:
/// <code>
/// await using var app = WebProgram.Build([], clock, b =>
/// {
///     b.Configuration["Urls"] = "http://127.0.0.1:0";
///     b.Configuration["Files:DataFolder"] = folder;
/// });
/// var address = await WebProgram.Start(app, TextWriter.Null, ct);
/// </code>
/// </summary>
public static class WebProgram
{
    private const int WrongSettingCode = 1;

    /// <summary>Runs until stopped; the exit code is 0, or 1 with one sentence when a setting is wrong.</summary>
    /// <param name="output">The console where none is given.</param>
    /// <param name="error">Likewise.</param>
    public static async Task<int> Run(string[] args, TimeProvider clock, TextWriter? output = null, TextWriter? error = null)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        output ??= Console.Out;
        error ??= Console.Error;
        try
        {
            // "dotnet run" names the environment first (the project's StartArguments), and then what the person typed.
            var words = args.SkipWhile(word => word.StartsWith("--environment=", StringComparison.Ordinal)).ToArray();
            if (Commands.Find(words) is { } command)
            {
                return await command.Run(words, output, error);
            }

            await using var app = Build(args, clock);
            await Start(app, output, CancellationToken.None);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (e is DefinitionRefused or EngineRefused)
        {
            await error.WriteLineAsync($"流程定义不能使用，程序没有启动。{Environment.NewLine}{e.Message}");
            return WrongSettingCode;
        }
        catch (PaperTemplateFault e)
        {
            await error.WriteLineAsync($"公文模板不能使用，程序没有启动。{Environment.NewLine}{e.Message}");
            return WrongSettingCode;
        }
        catch (WrongSetting e)
        {
            await error.WriteLineAsync(e.Message);
            return WrongSettingCode;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await error.WriteLineAsync("设置 Urls 的地址已被其他程序占用。请先停止占用该端口的程序，或改用其他端口，例如 Urls=http://127.0.0.1:5181。");
            return WrongSettingCode;
        }
    }

    /// <summary>Composes the host without touching the database. Throws <see cref="WrongSetting"/> and <see cref="PaperTemplateFault"/>.</summary>
    /// <param name="configure">May set configuration, environment and services; runs before the settings are read.</param>
    public static WebApplication Build(string[] args, TimeProvider clock, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Otherwise the program that hosts us (a test run) would be asked for our pages and static files.
            ApplicationName = typeof(WebProgram).Assembly.GetName().Name,
        });
        // Run from the sources outside Development, the build's static files would otherwise be answered with nothing in them.
        builder.WebHost.UseStaticWebAssets();
        Logs.Add(builder);
        configure?.Invoke(builder);
        var settings = SettingsReader.Read(builder.Configuration, builder.Environment.ContentRootPath);
        builder.WebHost.UseUrls(settings.Urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody(settings.Upload);
        });
        var machine = clock;
        clock = DemonstrationClock.Of(settings, builder.Environment, machine);
        AddServices(builder, settings, clock, machine);
        var app = builder.Build();
        Use(app, settings);
        return app;
    }

    /// <summary>Brings the database up to date, starts listening, and tells on <paramref name="output"/> the address and how to sign in.</summary>
    /// <returns>The first address it listens on, with the real port.</returns>
    public static async Task<Uri> Start(WebApplication app, TextWriter output, CancellationToken ct)
    {
        await ActivatorUtilities.CreateInstance<FirstRun>(app.Services).Prepare(ct);
        try
        {
            await app.StartAsync(ct);
        }
        catch (Quartz.SchedulerException e)
        {
            throw new WrongSetting(
                "计划作业所用的表（QRTZ_ 开头）缺少或不完整。请执行本程序 job-tables 打印的脚本，或将设置 Database:MigrateAtStart 改为 true 后再启动。" + e.Message);
        }

        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        await ActivatorUtilities.CreateInstance<FirstRun>(app.Services).Tell(output, address, ct);
        return new Uri(address.Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal).Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal));
    }

    private static void AddServices(WebApplicationBuilder builder, Settings settings, TimeProvider clock, TimeProvider machine)
    {
        var services = builder.Services;
        services.AddSingleton(clock).AddSingleton(settings).AddSingleton(new MachineClock(machine)).AddSingleton<DemonstrationClock>();
        services.AddWorkflowDb(settings.Database);
        services.AddDomain();
        services.AddMail(settings.Mail);
        services.AddSingleton<DigestMail>().AddSingleton(s => s.GetRequiredService<DigestMail>().Composer);
        services.AddSingleton<InterviewMail>().AddSingleton(s => s.GetRequiredService<InterviewMail>().Composer);
        services.AddSingleton(new RebalancingStay(settings.Rebalancings.KeepDays));
        services.AddSingleton(new EvidenceLimits(settings.Upload.MaxEvidenceBytes));
        services.AddSingleton<IFileStore>(new DiskFileStore(settings.Files.Evidence));
        services.AddSingleton(PaperTemplates.Load(settings.Papers.Templates));
        services.AddSignIn(settings);
        services.AddShell();
        if (settings.Jobs.Run)
        {
            services.AddSchedule(settings.Database);
        }

        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new FrameFilter())).AddDataAnnotationsLocalization();
        services.AddSingleton<IStringLocalizerFactory, TextsFactory>();
        services.AddOptions<MvcOptions>().Configure<IStringLocalizer>(ValidationWords.Add);
        services.AddControllers();
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = LargestBody(settings.Upload));
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in settings.Proxy.Addresses)
            {
                forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
            }
        });
    }

    private static void Use(WebApplication app, Settings settings)
    {
        if (settings.Proxy.Addresses.Length > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseShell();
        app.UseRouting();
        app.Use(NoSuchPage);
        app.UseMiddleware<RefusalMiddleware>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<ActingMiddleware>();
        app.UseAuthorization();
        app.MapRazorPages().WithStaticAssets();
        app.MapControllers();
    }

    /// <summary>The fallback policy denies whatever names no policy, and would answer an unknown address with “not allowed”.</summary>
    private static Task NoSuchPage(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>The largest file that any page takes, and room for the form around it.</summary>
    private static long LargestBody(UploadSettings upload) => Math.Max(upload.MaxEvidenceBytes, PlanText.LargestFileInMegabytes * 1024L * 1024L) + (1024 * 1024);
}
