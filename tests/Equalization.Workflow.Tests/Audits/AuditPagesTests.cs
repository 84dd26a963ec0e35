using System.Net;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Audits;

public sealed class AuditPagesTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async ValueTask InitializeAsync()
    {
        city = await TestCity.Create();
        await city.Get<UnitService>().Create(city.Admin, new UnitInput("市体育局", null, UnitKind.Department, null, null, 0), TestCity.Ct);
    }

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task The_page_shows_who_did_what_and_checks_the_chain()
    {
        await using var site = await TestSite.Start(city);
        using var auditor = await site.SignedIn(city.Auditor);
        var page = await auditor.GetStringAsync($"/Audit?act={Uri.EscapeDataString("新增单位")}", TestCity.Ct);
        Assert.Contains("市体育局", page);
        Assert.Contains(city.Admin.PersonName, page);
        Assert.Contains("系统管理员", page);
        Assert.Contains("市体育局", await auditor.GetStringAsync("/Audit?source=People", TestCity.Ct));
        Assert.DoesNotContain("市体育局", await auditor.GetStringAsync("/Audit?source=System", TestCity.Ct));

        using var sound = await TestSite.Post(auditor, "/Audit", "/Audit?handler=Verify");
        Assert.Contains("首尾相扣", await sound.Content.ReadAsStringAsync(TestCity.Ct));
        await Tamper();
        using var broken = await TestSite.Post(auditor, "/Audit", "/Audit?handler=Verify");
        Assert.Contains("核验不通过", await broken.Content.ReadAsStringAsync(TestCity.Ct));

        using var contact = await site.SignedIn(city.Contact("市教育局"));
        Assert.Equal(HttpStatusCode.Forbidden, (await contact.GetAsync("/Audit", TestCity.Ct)).StatusCode);
    }

    [Fact]
    public async Task The_command_line_checks_every_chain_and_says_so_with_its_exit_code()
    {
        var (code, said) = await Verify(city);
        Assert.Equal(0, code);
        Assert.Contains(CityPeople.CityName, said);
        await Tamper();
        (code, said) = await Verify(city, "--json");
        Assert.Equal(3, code);
        Assert.Contains("\"brokenAt\":", said);
        Assert.Equal(2, (await Verify(city, "chain")).Code);
        Assert.Contains("--json", (await Verify(city, "--help")).Said);
    }

    [Fact]
    public async Task The_command_line_finds_a_changed_byte_of_a_sealed_day_and_says_day_and_page()
    {
        await using var story = await StoryCity.Create();
        story.City.Clock.AdvanceDays(1);
        await story.City.Get<SnapshotService>().Run(TestCity.Ct);
        var (code, said) = await Verify(story.City);
        Assert.Equal(0, code);
        Assert.Contains("1 份数据快照，完好", said);
        var page = await story.City.Read(db => db.SnapshotPages.SingleAsync(p => db.Snapshots.Any(s => s.Id == p.SnapshotId && s.JurisdictionId == story.City.Jurisdiction.Id), TestCity.Ct));
        var changed = page.Content.ToArray();
        changed[changed.Length / 3] ^= 1;
        await story.City.Read(db => db.SnapshotPages.Where(p => p.SnapshotId == page.SnapshotId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Content, changed), TestCity.Ct));

        (code, said) = await Verify(story.City);

        Assert.Equal(3, code);
        Assert.Contains($"{StoryCity.Today:yyyy年M月d日} 的数据快照第 1 页与封存时不符", said);
        Assert.Contains("\"kind\": \"Page\"", (await Verify(story.City, "--json")).Said);
    }

    private Task Tamper() => city.Read(db => db.Database.ExecuteSqlAsync($"UPDATE AuditEntries SET PersonName = '别人' WHERE Act = '新增单位'", TestCity.Ct));

    private static async Task<(int Code, string Said)> Verify(TestCity city, params string[] more)
    {
        using var output = new StringWriter();
        var settings = city.Database.Settings;
        var code = await WebProgram.Run(
            ["verify", $"--Database:Provider={settings.Provider}", $"--Database:ConnectionString={settings.ConnectionString}", .. more],
            city.Clock, output, TextWriter.Null);
        return (code, output.ToString());
    }
}
