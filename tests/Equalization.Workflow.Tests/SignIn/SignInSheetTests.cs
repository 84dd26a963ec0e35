using System.Net;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Tests.Rosters;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.SignIn;

public sealed class SignInSheetTests : IAsyncLifetime
{
    private TestCity city = null!;
    private TestSite site = null!;

    private SignInSheets Sheets => site.Services.GetRequiredService<SignInSheets>();

    public async ValueTask InitializeAsync()
    {
        city = await TestCity.Create();
        site = await TestSite.Start(city);
        await city.Import(RosterKind.People, "甲,市教育局,科员,联络员,,,,jia", "乙,市财政局,科员,联络员,,,,yi", "丙,市财政局,科员,联络员,,,,");
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await city.DisposeAsync();
    }

    [Fact]
    public async Task Codes_are_shown_once_to_whoever_asked_and_stay_out_of_audit_and_database()
    {
        Assert.Equal(2, await Sheets.Waiting(city.Admin, TestCity.Ct));
        var sheet = await Sheets.Ask(city.Admin, TestCity.Ct);
        await Refuses("sheet-running", () => Sheets.Ask(city.Office, TestCity.Ct));
        await Refuses("sheet-unfinished", () => Sheets.Show(city.Admin, sheet, TestCity.Ct));
        Assert.Equal(2, await Sheets.Run(TestCity.Ct));
        await Refuses(RuleBroken.NotFound, () => Sheets.Show(city.Office, sheet, TestCity.Ct));

        var (strips, refused) = await Sheets.Show(city.Admin, sheet, TestCity.Ct);
        Assert.Equal(["jia", "yi"], strips.Select(s => s.UserName).Order());
        Assert.Empty(refused);
        await Refuses("sheet-shown", () => Sheets.Show(city.Admin, sheet, TestCity.Ct));
        var audit = await city.Read(db => db.AuditEntries.Select(a => a.Values).ToListAsync());
        Assert.All(strips, s => Assert.DoesNotContain(audit, values => values.Contains(s.Code, StringComparison.Ordinal)));
        Assert.False(await city.Read(db => db.Set<SignInStrip>().AnyAsync(s => s.SealedCode != null)));
        Assert.Equal(0, await Sheets.Waiting(city.Admin, TestCity.Ct));
        await Refuses("sheet-nobody", () => Sheets.Ask(city.Admin, TestCity.Ct));
    }

    [Fact]
    public async Task A_code_lets_in_once_must_be_changed_and_is_over_after_its_term()
    {
        var codes = await Codes();
        Assert.Equal("/Accounts/Password", await After(codes["jia"], "jia"));

        city.Clock.Advance(CodeTerm.AfterUse + TimeSpan.FromMinutes(1));
        Assert.Null(await After(codes["jia"], "jia"));
        Assert.Equal("/Accounts/Password", await After(codes["yi"], "yi"));

        var again = await site.Services.GetRequiredService<AccountService>().Reset(city.Admin, await PersonOf("yi"), TestCity.Ct);
        city.Clock.Advance(TimeSpan.FromDays(CodeTerm.DefaultDays) + TimeSpan.FromMinutes(1));
        Assert.Null(await After(again.Password, "yi"));
    }

    [Fact]
    public async Task A_user_name_taken_meanwhile_is_told_and_the_others_are_opened()
    {
        var sheet = await Sheets.Ask(city.Admin, TestCity.Ct);
        await site.Services.GetRequiredService<AccountService>().Open(city.Admin, await PersonNamed("丙"), "YI", TestCity.Ct);
        await Sheets.Run(TestCity.Ct);

        var (strips, refused) = await Sheets.Show(city.Admin, sheet, TestCity.Ct);
        Assert.Equal("jia", Assert.Single(strips).UserName);
        Assert.Equal("乙", Assert.Single(refused).PersonName);
    }

    [Fact]
    public async Task Accounts_opened_one_by_one_are_a_step_done_too()
    {
        using var admin = await site.SignedIn(city.Admin);
        Assert.DoesNotContain("开通账户（已完成）", Plain(await admin.GetStringAsync("/Units", TestCity.Ct)), StringComparison.Ordinal);
        var today = city.Clock.Today();
        var without = await city.Read(db => db.Memberships
            .Where(m => m.JurisdictionId == city.Jurisdiction.Id && m.Role == Role.Contact && (m.ToOn == null || m.ToOn >= today) && !db.Set<Account>().Any(a => a.PersonId == m.PersonId))
            .Select(m => m.PersonId).Distinct().ToListAsync(TestCity.Ct));
        foreach (var (i, person) in without.Index())
        {
            Assert.False(await Sheets.EveryContactSignsIn(city.Admin, TestCity.Ct));
            await site.Services.GetRequiredService<AccountService>().Open(city.Admin, person, $"single{i}", TestCity.Ct);
        }

        Assert.NotEmpty(without);
        Assert.True(await Sheets.EveryContactSignsIn(city.Admin, TestCity.Ct));
        Assert.Contains("开通账户（已完成）", Plain(await admin.GetStringAsync("/Units", TestCity.Ct)), StringComparison.Ordinal);
    }

    private static string Plain(string html) => System.Text.RegularExpressions.Regex.Replace(WebUtility.HtmlDecode(html), "<[^>]*>", "");

    private static async Task Refuses(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);

    private async Task<Dictionary<string, string>> Codes()
    {
        var sheet = await Sheets.Ask(city.Admin, TestCity.Ct);
        await Sheets.Run(TestCity.Ct);
        return (await Sheets.Show(city.Admin, sheet, TestCity.Ct)).Strips.ToDictionary(s => s.UserName, s => s.Code);
    }

    /// <summary>Where somebody who signs in so may go; null when the code is not taken.</summary>
    private async Task<string?> After(string code, string userName)
    {
        using var client = site.Visitor();
        using var entered = await TestSite.Post(client, "/Accounts/SignIn", "/Accounts/SignIn", ("Input.UserName", userName), ("Input.Password", code));
        if (entered.StatusCode != HttpStatusCode.Redirect)
        {
            Assert.Contains("已用过或已过期", await entered.Content.ReadAsStringAsync(TestCity.Ct), StringComparison.Ordinal);
            Assert.Contains("/Accounts/SignIn", (await client.GetAsync("/Work", TestCity.Ct)).Headers.Location!.OriginalString, StringComparison.Ordinal);
            return null;
        }

        return (await client.GetAsync("/Work", TestCity.Ct)).Headers.Location!.OriginalString;
    }

    private Task<Guid> PersonOf(string userName) => city.Read(db => db.People.Where(p => p.SignInName == userName).Select(p => p.Id).SingleAsync());

    private Task<Guid> PersonNamed(string name) => city.Read(db => db.People.Where(p => p.Name == name).Select(p => p.Id).SingleAsync());
}
