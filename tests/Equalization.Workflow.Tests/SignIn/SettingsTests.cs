using System.Text.Json;
using System.Text.Json.Nodes;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web;
using Microsoft.Extensions.Configuration;

namespace Equalization.Workflow.Tests.SignIn;

public sealed class SettingsTests
{
    [Fact]
    public void The_sample_file_shows_every_setting_and_nothing_else() =>
        Assert.Equal(SettingsReader.Paths().Order(), Leaves(Sample(), "").Select(l => l.Path).Order());

    [Fact]
    public void A_setting_that_the_sample_file_forgets_is_found()
    {
        var sample = Sample();
        sample["SignIn"]!.AsObject().Remove("Hours");
        Assert.NotEqual(SettingsReader.Paths().Order(), Leaves(sample, "").Select(l => l.Path).Order());
    }

    [Fact]
    public void The_sample_file_shows_the_value_that_holds_when_a_setting_is_left_out()
    {
        var path = Repository.PathOf("appsettings.sample.json");
        var shown = SettingsReader.Read(new ConfigurationBuilder().AddJsonFile(path).Build(), Path.GetTempPath());
        var none = Read();
        Assert.Equal(JsonSerializer.Serialize(none.SignIn), JsonSerializer.Serialize(shown.SignIn));
        Assert.Equal(JsonSerializer.Serialize(none.Files), JsonSerializer.Serialize(shown.Files));
        Assert.Equal(JsonSerializer.Serialize(none.Upload), JsonSerializer.Serialize(shown.Upload));
        Assert.Equal(none.Database.ConnectionString, shown.Database.ConnectionString);
        Assert.Equal(none.Urls, shown.Urls);
        Assert.Equal(none.Jobs.Run, shown.Jobs.Run);
        Assert.Equal(none.Mail.PortInUse, shown.Mail.PortInUse);
        shown.Mail.Port = null;
        Assert.Equal(JsonSerializer.Serialize(none.Mail), JsonSerializer.Serialize(shown.Mail));
    }

    [Fact]
    public void Every_setting_in_the_sample_file_has_a_line_of_meaning()
    {
        var lines = File.ReadAllLines(Repository.PathOf("appsettings.sample.json"));
        var bare = lines.Index().Where(l => l.Item.TrimStart().StartsWith('"') && !l.Item.TrimEnd().EndsWith('{'))
            .Where(l => !lines[l.Index - 1].TrimStart().StartsWith("//", StringComparison.Ordinal)).Select(l => l.Item);
        Assert.Empty(bare);
    }

    [Fact]
    public void Without_a_settings_file_the_data_lies_under_the_program_folder()
    {
        var settings = Read();
        Assert.Equal($"Data Source={Path.Combine(Path.GetTempPath(), "data", "workflow.db")}", settings.Database.ConnectionString);
        Assert.Equal("http://127.0.0.1:5180", settings.Urls);
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Database:CommandTimeout", "soon")]
    [InlineData("Database:CommandTimeout", "0")]
    [InlineData("Database:MaxBatchSize", "9999")]
    [InlineData("Database:MigrateAtStart", "perhaps")]
    [InlineData("SignIn:Hours", "0")]
    [InlineData("SignIn:LockoutTries", "1")]
    [InlineData("SignIn:LockoutMinutes", "-5")]
    [InlineData("SignIn:PasswordLength", "4")]
    [InlineData("SignIn:TriesPerMinute", "0")]
    [InlineData("Upload:MaxEvidenceMegabytes", "999999")]
    [InlineData("Upload:MaxEvidenceMegabytes", "")]
    [InlineData("Urls", "everywhere")]
    [InlineData("Urls", "ftp://127.0.0.1")]
    [InlineData("Files:DataFolder", " ")]
    [InlineData("Sample:Laod", "true")]
    [InlineData("Mail:Route", "Post")]
    [InlineData("Mail:Security", "Ssl")]
    [InlineData("Mail:Port", "smtp")]
    [InlineData("Mail:Attempts", "0")]
    [InlineData("Mail:TimeoutSeconds", "0")]
    [InlineData("Mail:Connections", "5")]
    [InlineData("Mail:FromAddress", "台账@example.cn")]
    [InlineData("Mail:FromName", "台账\nBcc: all@example.cn")]
    [InlineData("Mail:SiteAddress", "ledger.example.cn")]
    [InlineData("Mail:Folder", "/proc/no/such/folder")]
    public async Task A_wrong_value_stops_the_start_with_one_sentence_that_names_the_setting(string name, string value)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await WebProgram.Run([$"--{name}={value}"], new TestClock(CityPeople.FirstDay), output, error);

        var said = error.ToString().Trim();
        Assert.Equal(1, code);
        Assert.Contains(name, said);
        Assert.EndsWith("。", said);
        Assert.DoesNotContain('\n', said);
        Assert.DoesNotContain("   at ", said);
    }

    [Theory]
    [InlineData("Mail:Host")]
    [InlineData("Mail:Host", "Mail:Host=smtp.example.cn:465")]
    [InlineData("Mail:Port", "Mail:Host=smtp.example.cn", "Mail:Port=465", "Mail:Security=StartTls")]
    [InlineData("Mail:Port", "Mail:Host=smtp.example.cn", "Mail:Port=587")]
    [InlineData("Mail:Port", "Mail:Host=smtp.example.cn", "Mail:Port=0")]
    [InlineData("Mail:Password", "Mail:Host=smtp.example.cn", "Mail:User=ledger")]
    [InlineData("Mail:User", "Mail:Host=smtp.example.cn", "Mail:Password=geheim")]
    [InlineData("Mail:Security", "Mail:Host=smtp.example.cn", "Mail:Security=None", "Mail:User=ledger", "Mail:Password=geheim")]
    [InlineData("Mail:TrustFile", "Mail:Host=smtp.example.cn", "Mail:TrustFile=/no/such/file.pem")]
    public async Task A_mail_server_that_could_never_be_used_stops_the_start(string named, params string[] given)
    {
        using var error = new StringWriter();
        var code = await WebProgram.Run(["--Mail:Route=Smtp", .. given.Select(g => "--" + g)], new TestClock(CityPeople.FirstDay), TextWriter.Null, error);

        var said = error.ToString().Trim();
        Assert.Equal(1, code);
        Assert.Contains(named, said);
        Assert.EndsWith("。", said);
        Assert.DoesNotContain("geheim", said);
    }

    [Fact]
    public void A_proxy_that_is_no_address_is_refused() =>
        Assert.Contains("Proxy:Addresses", Assert.Throws<WrongSetting>(() => Read(("Proxy:Addresses:0", "the proxy"))).Message);

    [Fact]
    public async Task A_database_that_cannot_be_opened_stops_the_start_with_a_sentence()
    {
        using var error = new StringWriter();
        var missing = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var code = await WebProgram.Run(
            [$"--Database:ConnectionString=Data Source={missing}/no/such.db", $"--Files:DataFolder={missing}"],
            new TestClock(CityPeople.FirstDay), TextWriter.Null, error);
        Directory.Delete(missing, recursive: true);

        Assert.Equal(1, code);
        Assert.Contains("Database:ConnectionString", error.ToString());
    }

    private static Settings Read(params (string Name, string Value)[] values) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Name, (string?)v.Value))).Build(), Path.GetTempPath());

    private static JsonObject Sample() => JsonNode.Parse(
        File.ReadAllText(Repository.PathOf("appsettings.sample.json")), null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject();

    private static IEnumerable<(string Path, JsonNode? Value)> Leaves(JsonObject node, string prefix) =>
        node.SelectMany(p => p.Value is JsonObject inner ? Leaves(inner, $"{prefix}{p.Key}:") : [($"{prefix}{p.Key}", p.Value)]);
}
