using System.Net;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>
/// Whether the sample city and its sign-ins may be: on SQLite, where every address listened on is this machine's own, no proxy is trusted,
/// and the environment is not Production. Loading asks moreover for an empty database and the setting Sample:Load.
/// </summary>
public sealed class SampleGate(Settings settings, IConfiguration configuration, IWebHostEnvironment environment)
{
    public bool MayLoad(bool databaseIsEmpty) => databaseIsEmpty && settings.Sample.Load && IsPrivate;

    /// <summary>A sample sign-in is worth nothing once the program listens to the world, nor to a caller from elsewhere.</summary>
    public bool MaySignIn(IPAddress? caller) => IsPrivate && CookieAnswers.IsLoopback(caller);

    private bool IsPrivate =>
        settings.Database.Provider == "Sqlite"
        && !environment.IsProduction()
        && settings.Proxy.Addresses.Length == 0
        && Addresses().All(IsLoopback);

    /// <summary>The framework's own section of endpoints takes precedence over Urls, so both are asked.</summary>
    private IEnumerable<string> Addresses() => settings.Urls
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? ""));

    /// <summary>An address for every interface (http://*:80) is no proper URI, and so not this machine's own.</summary>
    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback;
}
