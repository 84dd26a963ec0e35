using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Everything the frame of the pages needs, in two lines of Program.cs.</summary>
public static class Shell
{
    private static readonly CultureInfo[] Cultures = [new("zh-CN"), new("en")];

    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        // Read at registration, so that a contradiction between the files stops the start and not the first English reader.
        var texts = Texts.Load();
        return services.AddSingleton<IStringLocalizer>(texts).AddSingleton(texts);
    }

    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddTexts();
        services.AddScoped<PageFrame>();
        services.ConfigureOptions<BindingMessages>();
        // Otherwise every Chinese character leaves as a numeric entity of eight bytes.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture("zh-CN");
            options.SupportedCultures = Cultures;
            options.SupportedUICultures = Cultures;
            // The browser's own language is not asked: an English Windows in a Chinese office must not turn the ledger English.
            options.RequestCultureProviders = [new QueryStringRequestCultureProvider(), new CookieRequestCultureProvider()];
        });
        return services;
    }

    /// <summary>Error pages, headers, the build's static files and the language; stands before sign-in.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        // Before the problem pages: they run the rest once more, without the query that may have named the language.
        app.UseRequestLocalization();
        app.Use(KeepCulture);
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/problems/500");
        }

        app.UseSecurityHeaders();
        app.UseStatusCodePagesWithReExecute("/problems/{0}");
        app.Use(PagesForPeople);
        app.MapStaticAssets().RequireAuthorization(Policies.Anyone);
        return app;
    }

    /// <summary>A program that asked for data, and a part of a page, get the bare status and not a page about it.</summary>
    private static Task PagesForPeople(HttpContext context, RequestDelegate next)
    {
        var request = context.Request.Headers;
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages
            && (!request.Accept.ToString().Contains("text/html", StringComparison.Ordinal) || request.ContainsKey("HX-Request")))
        {
            pages.Enabled = false;
        }

        return next(context);
    }

    private static Task KeepCulture(HttpContext context, RequestDelegate next)
    {
        var asked = context.Request.Query["culture"].ToString();
        if (Cultures.Any(culture => culture.Name == asked))
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(asked)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true });
        }

        return next(context);
    }
}
