using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Equalization.Workflow.Tests.SignIn;

public sealed partial class SetUpTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("equalization-");
    private readonly StringWriter output = new();
    private WebApplication app = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        app = WebProgram.Build([], new TestClock(CityPeople.FirstDay), builder =>
        {
            builder.Configuration["Urls"] = "http://127.0.0.1:0";
            builder.Configuration["Files:DataFolder"] = folder.FullName;
            builder.Configuration["Sample:Load"] = "false";
            builder.Configuration["Jobs:Run"] = "false";
            builder.Logging.ClearProviders();
        });
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = await WebProgram.Start(app, output, TestCity.Ct),
            DefaultRequestHeaders = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } },
        };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_code_on_the_console_sets_an_empty_database_up_once()
    {
        Assert.Equal("/Setup", (await http.GetAsync("/Accounts/SignIn", TestCity.Ct)).Headers.Location!.OriginalString);
        using (var wrong = await Send("AAAA-AAAA-AAAA-AAAA", "correct horse battery"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var page = await wrong.Content.ReadAsStringAsync(TestCity.Ct);
            Assert.Contains("设置码不对", page);
            Assert.Contains("value=\"测试市\"", page);
            Assert.DoesNotContain("correct horse", page);
        }

        using (var weak = await Send(Code(), "short"))
        {
            Assert.Contains("新密码太短", await weak.Content.ReadAsStringAsync(TestCity.Ct));
        }

        var code = Code();
        using (var right = await Send(code.ToLowerInvariant(), "correct horse battery"))
        {
            Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        }

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync(TestCity.Ct);
        Assert.Equal("测试市", (await db.Jurisdictions.SingleAsync(TestCity.Ct)).Name);
        Assert.Equal([Role.Admin, Role.Office], await db.Memberships.Select(m => m.Role).OrderBy(r => r).ToListAsync(TestCity.Ct));
        Assert.False(app.Services.GetRequiredService<SetUpCode>().Fits(code));
        Assert.Equal("/Accounts/SignIn", (await http.GetAsync("/Setup", TestCity.Ct)).Headers.Location!.OriginalString);

        using var entered = await TestSite.Post(http, "/Accounts/SignIn", "/Accounts/SignIn", ("Input.UserName", "zhangsan"), ("Input.Password", "correct horse battery"));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    [Fact]
    public async Task Two_that_set_up_at_once_make_one_jurisdiction()
    {
        var service = app.Services.GetRequiredService<SetUpService>();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(async n => await Record.ExceptionAsync(() =>
            service.Run(new SetUp($"43010{n}", $"城市{n}", "办公室", "张三", "主任", $"user{n}", "correct horse battery"), TestCity.Ct))));

        Assert.Single(results, e => e is null);
        Assert.All(results.OfType<RuleBroken>(), e => Assert.Equal("set-up-done", e.Code));
    }

    [Fact]
    public async Task An_empty_password_is_asked_for_at_its_field()
    {
        using var answer = await Send(Code(), "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync(TestCity.Ct);
        Assert.False(await db.Jurisdictions.AnyAsync(TestCity.Ct));
    }

    /// <summary>On a server that lets two read before either writes, this is all the second one sees when it runs again.</summary>
    [Fact]
    public async Task Whoever_finds_the_mark_of_another_sets_nothing_up()
    {
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync(TestCity.Ct))
        {
            db.Add(new SetUpMark { MadeAt = DateTime.UnixEpoch });
            await db.SaveChangesAsync(TestCity.Ct);
        }

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => app.Services.GetRequiredService<SetUpService>().Run(
            new SetUp("430100", "测试市", "办公室", "张三", "主任", "zhangsan", "correct horse battery"), TestCity.Ct));

        Assert.Equal("set-up-done", refusal.Code);
    }

    [Fact]
    public void The_file_is_in_WAL_mode_and_knows_the_working_days()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "workflow.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", command.ExecuteScalar());
        command.CommandText = "SELECT COUNT(*) FROM CalendarDays";
        Assert.Equal((long)CityPeople.Calendar().Count, command.ExecuteScalar());
    }

    [Fact]
    public void A_new_code_voids_the_one_before()
    {
        var codes = new SetUpCode();
        var first = codes.Make();
        var second = codes.Make();
        Assert.False(codes.Fits(first));
        Assert.True(codes.Fits(second.Replace("-", " ", StringComparison.Ordinal)));
        codes.Spend();
        Assert.False(codes.Fits(second));
        Assert.False(codes.Fits(null));
    }

    private string Code() => Shown().Match(output.ToString()).Groups[1].Value;

    private Task<HttpResponseMessage> Send(string code, string password) => TestSite.Post(
        http, "/Setup", "/Setup", ("Input.Code", code), ("Input.JurisdictionName", "测试市"), ("Input.JurisdictionCode", "430100"),
        ("Input.OfficeName", "领导小组办公室"), ("Input.PersonName", "张三"), ("Input.Post", "主任"), ("Input.UserName", "zhangsan"),
        ("Input.Password", password), ("Input.PasswordAgain", password));

    [GeneratedRegex("设置码：(\\S+)")]
    private static partial Regex Shown();
}
