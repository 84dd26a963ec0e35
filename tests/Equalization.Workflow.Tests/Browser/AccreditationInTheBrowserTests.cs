using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>One county's way: opened by the office, stated by its contact, handed in by its head, a problem found and put right, passed on by the city.</summary>
public sealed class AccreditationInTheBrowserTests(Chromium chromium)
{
    private const string Unit = "芙蓉区政府";

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task A_county_goes_from_its_self_evaluation_to_the_provinces_stage(int width)
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        await city.TakeSchools(2017, "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23");
        await using var office = await chromium.Open(site, city.Office, width);
        await using var contact = await chromium.Open(site, city.Contact(Unit), width);
        await using var head = await chromium.Open(site, city.Head(Unit), width);

        await office.Page.GotoAsync("/Accreditations/New");
        await office.Page.FillAsync("#Input_County", SchoolDesk.County);
        await office.Page.SelectOptionAsync("#Input_UnitId", new SelectOptionValue { Label = Unit });
        await office.Page.FillAsync("#target-0", "2018-12-31");
        await Press(office, "开始认定");
        await Assertions.Expect(office.Page.Locator("h1")).ToContainTextAsync("东湖区优质均衡认定");
        var id = await city.Read(db => db.Accreditations.Select(a => a.Id).SingleAsync(TestCity.Ct));

        // Rates are typed in percent; a value that contradicts its verdict comes back with all that was typed.
        await contact.Page.GotoAsync($"/Accreditations/{id}/Evaluation");
        var rows = contact.Page.Locator("tr:has(select[name$='.Verdict'])");
        foreach (var row in await rows.AllAsync())
        {
            await row.Locator("select").SelectOptionAsync("Pass");
            await row.Locator("textarea").FillAsync("台账齐全");
            if (await row.Locator("input[name$='.Value']").CountAsync() > 0)
            {
                await row.Locator("input[name$='.Value']").FillAsync("94.9");
            }
        }

        await Press(contact, "保存自评表");
        await Assertions.Expect(contact.Page.Locator(".field-error").First).ToContainTextAsync("数值和结论不一致");
        Assert.Equal("94.9", await contact.Page.Locator("input[name$='.Value']").First.InputValueAsync());
        Assert.Empty(await contact.Axe());
        Assert.Equal(0, await contact.Overflow());
        await city.Evaluate(id);
        await contact.Page.GotoAsync($"/Accreditations/{id}/Evaluation");
        await Assertions.Expect(contact.Page.Locator("table").First).ToContainTextAsync("政府保障程度");
        await Press(contact, "保存自评表");
        await Assertions.Expect(contact.Page.Locator("main")).ToContainTextAsync("自评表已保存");

        await head.Page.GotoAsync($"/Accreditations/{id}/Stage");
        await Press(head, "报送县级自评");
        await office.Page.GotoAsync($"/Accreditations/{id}/Problem");
        await office.Page.FillAsync("#Input_Text", "美术专用教室不足。");
        await office.Page.FillAsync("#Input_DueOn", "2018-06-30");
        await Press(office, "登记问题");
        await office.Page.GotoAsync($"/Accreditations/{id}/Stage");
        await Press(office, "登记阶段结论");
        await Assertions.Expect(office.Page.Locator(".field-error")).ToContainTextAsync("还有 1 个问题没有销号");

        await contact.Page.GotoAsync("/Accreditations/Problems");
        await contact.Page.GetByRole(AriaRole.Link, new() { Name = "美术专用教室不足" }).ClickAsync();
        await contact.Page.FillAsync("#Input_Words", "已新建两间。");
        await Press(contact, "报告整改情况");
        await office.Page.GotoAsync("/Accreditations/Problems?state=Rectified");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "美术专用教室不足" }).ClickAsync();
        await office.Page.FillAsync("#Input_Words", "现场属实。");
        await Press(office, "复查合格，销号");
        await office.Page.GotoAsync($"/Accreditations/{id}/Stage");
        await Press(office, "登记阶段结论");
        await Assertions.Expect(office.Page.Locator(".story")).ToContainTextAsync("市级复核");

        await office.Page.GotoAsync("/Accreditations");
        await Assertions.Expect(office.Page.Locator("tbody tr")).ToContainTextAsync("正在办理");
        Assert.Empty(await office.Axe());
        Assert.Equal(0, await office.Overflow());
        // The refused acts above are answered with 422, which the browser notes.
        Assert.All(office.Complaints, complaint => Assert.Contains("422", complaint, StringComparison.Ordinal));
        Assert.Equal(AccreditationStage.ProvinceEvaluation, (await city.Round(id)).Stage);
    }

    private static Task Press(BrowserPage tab, string button) => tab.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
