using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Equalization.Workflow.Tests.Support;

/// <summary>
/// The real web program on a free port of this machine, on a test city's database, clock and folder. Everybody in the city has an account;
/// people sign in through the form.
/// </summary>
public sealed partial class TestSite : IAsyncDisposable
{
    public const string Password = "qingnian-2018-junheng";

    /// <summary>The name of a person for whom no account is opened.</summary>
    public const string WithoutAccount = "新来者";

    /// <summary>Before a file's name, in the name of a field: the value is then the file's text.</summary>
    public const string FileField = "file:";

    private static readonly Lazy<string> PasswordHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Password));

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<Guid, Lazy<Task<CookieContainer>>> cookies = new();

    private TestSite(WebApplication app, TestCity city, Uri address)
    {
        this.app = app;
        City = city;
        Address = address;
    }

    public TestCity City { get; }

    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    public IReadOnlyList<Endpoint> Endpoints => [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints)];

    public static async Task<TestSite> Start(TestCity city, Action<WebApplicationBuilder>? configure = null)
    {
        await AddAccounts(city);
        var app = WebProgram.Build([], city.Clock, builder =>
        {
            builder.Configuration["Urls"] = "http://127.0.0.1:0";
            builder.Configuration["Database:Provider"] = city.Database.Settings.Provider;
            builder.Configuration["Database:ConnectionString"] = city.Database.Settings.ConnectionString;
            builder.Configuration["Files:DataFolder"] = city.Database.Folder;
            builder.Configuration["Sample:Load"] = "false";
            builder.Configuration["Jobs:Run"] = "false";
            builder.Configuration["SignIn:TriesPerMinute"] = "100000";
            builder.Logging.ClearProviders();
            builder.WebHost.UseStaticWebAssets();
            configure?.Invoke(builder);
        });
        try
        {
            return new TestSite(app, city, await WebProgram.Start(app, TextWriter.Null, CancellationToken.None));
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public static string UserNameOf(Guid personId) => "u" + personId.ToString("N");

    /// <summary>Somebody who has not signed in. Redirects are not followed.</summary>
    public HttpClient Visitor() => Client(new CookieContainer());

    public Task<HttpClient> SignedIn(Actor actor) => SignedIn(actor.PersonId);

    /// <summary>The cookies of a person who signed in through the form, once a site.</summary>
    public Task<CookieContainer> CookiesOf(Guid personId) => cookies.GetOrAdd(personId, id => new(() => SignIn(id))).Value;

    /// <summary>A client of its own that shares the person's sign-in. Redirects are not followed.</summary>
    public async Task<HttpClient> SignedIn(Guid personId) => Client(await CookiesOf(personId));

    /// <summary>Gets the page for its form's token and posts the fields with it.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page, TestCity.Ct);
        return await PostWith(client, TokenOf(html), action, fields);
    }

    public static async Task<HttpResponseMessage> PostWith(HttpClient client, string token, string action, params (string Name, string Value)[] fields)
    {
        var isUpload = fields.Any(f => f.Name.StartsWith(FileField, StringComparison.Ordinal));
        using HttpContent content = isUpload
            ? Multipart(fields)
            : new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token)));
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
        if (isUpload)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        return await client.SendAsync(request, TestCity.Ct);
    }

    public static string TokenOf(string html) => FormToken().Match(html) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException("The page has no form token.");

    public async ValueTask DisposeAsync()
    {
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2)))
        {
            await app.StopAsync(patience.Token);
        }

        await app.DisposeAsync();
    }

    private static MultipartFormDataContent Multipart(IEnumerable<(string Name, string Value)> fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            if (name.StartsWith(FileField, StringComparison.Ordinal))
            {
                form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), "file", name[FileField.Length..]);
            }
            else
            {
                form.Add(new StringContent(value), name);
            }
        }

        return form;
    }

    private static async Task AddAccounts(TestCity city)
    {
        var people = await city.Read(db => Task.FromResult(db.People.Where(p => p.Name != WithoutAccount).Select(p => p.Id).ToList()));
        await city.Transact.Run(Actor.System(city.Jurisdiction.Id, city.Office.Day), "测试账户", async (db, _) =>
        {
            foreach (var id in people.Except(db.Set<Account>().Select(a => a.PersonId).ToList()))
            {
                var name = UserNameOf(id);
                db.Add(new Account
                {
                    Id = Guid.CreateVersion7(),
                    PersonId = id,
                    UserName = name,
                    NormalizedUserName = name.ToUpperInvariant(),
                    PasswordHash = PasswordHash.Value,
                    SecurityStamp = id.ToString("N"),
                    ConcurrencyStamp = id.ToString("N"),
                    LockoutEnabled = true,
                });
            }

            await db.SaveChangesAsync();
        }, CancellationToken.None);
    }

    private HttpClient Client(CookieContainer jar) =>
        new(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false })
        {
            BaseAddress = Address,
            // A reader's request: the program answers others with bare codes.
            DefaultRequestHeaders = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } },
        };

    private async Task<CookieContainer> SignIn(Guid personId)
    {
        var jar = new CookieContainer();
        using var client = Client(jar);
        using var answer = await Post(client, "/Accounts/SignIn", "/Accounts/SignIn", ("Input.UserName", UserNameOf(personId)), ("Input.Password", Password));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? jar
            : throw new InvalidOperationException($"Sign-in of {personId} was answered with {(int)answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
