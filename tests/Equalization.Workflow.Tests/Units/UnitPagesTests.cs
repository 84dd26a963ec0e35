using System.Net;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Units;

public sealed partial class UnitPagesTests : IAsyncLifetime
{
    private TestCity city = null!;
    private TestSite site = null!;

    public async ValueTask InitializeAsync()
    {
        city = await TestCity.Create();
        site = await TestSite.Start(city);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await city.DisposeAsync();
    }

    [Fact]
    public async Task A_new_person_gets_a_post_and_a_one_time_password_that_is_shown_once_and_must_be_changed()
    {
        using var admin = await site.SignedIn(city.Admin);
        var unit = $"/Units/{city.Unit("市教育局").Id}";
        using (var appointed = await TestSite.Post(admin, unit + "/Appoint", unit + "/Appoint",
            ("Input.PersonName", "新来的"), ("Input.Role", "Contact"), ("Input.Post", "联络员"), ("Input.FromOn", "2018-03-01")))
        {
            Assert.Equal(unit, appointed.Headers.Location!.OriginalString);
        }

        var person = (await city.Get<UnitQueries>().Detail(city.Admin, city.Unit("市教育局").Id, TestCity.Ct)).Posts.Single(p => p.PersonName == "新来的");
        using var opened = await TestSite.Post(admin, unit, unit + "?handler=Open", ("Input.PersonId", person.PersonId.ToString()), ("Input.UserName", "xinlaide"));
        var password = OneTime().Matches(await opened.Content.ReadAsStringAsync(TestCity.Ct)).Last().Groups[1].Value;
        Assert.True(opened.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(password, await admin.GetStringAsync(unit, TestCity.Ct));

        using var client = site.Visitor();
        using var entered = await TestSite.Post(client, "/Accounts/SignIn", "/Accounts/SignIn", ("Input.UserName", "xinlaide"), ("Input.Password", password));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal("/Accounts/Password", (await client.GetAsync("/Work", TestCity.Ct)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_made_before_another_change_is_refused_and_keeps_what_was_typed()
    {
        var unit = city.Unit("市教育局");
        using var admin = await site.SignedIn(city.Admin);
        using var office = await site.SignedIn(city.Office);
        var page = $"/Units/Edit/{unit.Id}";
        var version = ("Input.Version", "0");
        using var first = await TestSite.Post(admin, page, page, ("Input.Name", "市教育局"), ("Input.Aliases", "市教委"), version);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var second = await TestSite.Post(office, page, page, ("Input.Name", "市教育局"), ("Input.Aliases", "我写的别名"), version);
        var answer = await second.Content.ReadAsStringAsync(TestCity.Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("已被他人修改", answer);
        Assert.Contains("我写的别名", answer);
        Assert.Contains("name=\"Input.Version\" value=\"1\"", answer);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_at_its_field_in_the_readers_language()
    {
        using var admin = await site.SignedIn(city.Admin);
        var page = $"/Units/{city.Unit("市教育局").Id}/Appoint";
        using var answer = await TestSite.Post(admin, page, page, ("Input.PersonName", "张三"), ("Input.Role", "Contact"), ("Input.Post", ""), ("Input.FromOn", "someday"));
        var html = await answer.Content.ReadAsStringAsync(TestCity.Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("“someday”不成立，请改填。", html);
        Assert.Contains("这一项不能为空，请填写。", html);
        Assert.Contains("value=\"张三\"", html);

        using var english = await TestSite.Post(admin, page, page + "?culture=en", ("Input.Role", "Contact"), ("Input.Post", ""), ("Input.FromOn", "2018-03-01"));
        Assert.Contains("This must not be empty.", await english.Content.ReadAsStringAsync(TestCity.Ct));
    }

    [Fact]
    public async Task A_unit_of_another_city_is_not_found_and_a_reader_sees_no_buttons()
    {
        using var auditor = await site.SignedIn(city.Auditor);
        var theirs = await city.Read(db => Task.FromResult(db.Units.First(u => u.JurisdictionId == city.Neighbour.Id).Id));
        using var missing = await auditor.GetAsync($"/Units/{theirs}", TestCity.Ct);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("没有找到这一页", await missing.Content.ReadAsStringAsync(TestCity.Ct));

        var own = await auditor.GetStringAsync($"/Units/{city.Unit("市教育局").Id}", TestCity.Ct);
        Assert.DoesNotContain("登记离任", own);
        Assert.DoesNotContain("重置密码", own);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync("/Units/Edit", TestCity.Ct)).StatusCode);
    }

    [GeneratedRegex("<code>([a-z0-9]+)</code>")]
    private static partial Regex OneTime();
}
