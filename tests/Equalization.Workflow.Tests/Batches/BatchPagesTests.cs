using System.Net;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Equalization.Workflow.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Batches;

public sealed class BatchPagesTests(Chromium chromium)
{
    private static CancellationToken Ct => TestCity.Ct;

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task A_county_signs_fourteen_tasks_in_one_go_and_sees_what_became_of_each(int width)
    {
        await using var city = await TestCity.Create();
        var tasks = await city.LayTasks(14);
        await using var site = await TestSite.Start(city);
        await using var tab = await chromium.Open(site, city.Contact(BatchCity.County), width);
        await tab.Page.GotoAsync("/Work");
        await city.Get<SignForService>().SignFor(city.Head(BatchCity.County), tasks[3].Lead.Id, tasks[3].Lead.Version, Ct);

        // By keyboard alone.
        await tab.Page.GetByLabel("勾选全部 14 项待签收任务").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(tab.Page.Locator("#batch-SignFor [role=status]")).ToHaveTextAsync("已勾选 14 项");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("#batch-SignFor .confirm-sheet strong")).ToHaveTextAsync("已勾选 14 项");
        Assert.Equal(0, await tab.Overflow());
        Assert.Empty(await tab.Axe());
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");

        var report = tab.Page.Locator("#batch-report");
        await Assertions.Expect(report.Locator("h2")).ToHaveTextAsync("办理结果：13 项已办理，1 项未办理");
        await Assertions.Expect(report.Locator("li")).ToHaveCountAsync(14);
        await Assertions.Expect(report.Locator("li").First).ToContainTextAsync(tasks[3].Number);
        Assert.Equal(0, await tab.Overflow());
        Assert.Empty(await tab.Axe());
        Assert.Empty(tab.Complaints);
        Assert.Equal(14, await city.Read(db => db.TaskUnits.CountAsync(p => p.Role == UnitRole.Lead && p.State == TaskUnitState.Signed, Ct)));
    }

    [Fact]
    public async Task A_batch_under_way_shows_how_far_it_is()
    {
        await using var city = await TestCity.Create();
        await city.LayTasks(3);
        await using var site = await TestSite.Start(city);
        await using var tab = await chromium.Open(site, city.Contact(BatchCity.County));
        var page = tab.Page;
        await page.GotoAsync("/Work");
        var batch = Guid.Parse(await page.Locator("#batch-SignFor [name='Input.Batch']").InputValueAsync());
        // The page stays where it is, as if its answer were still on the way.
        await page.EvaluateAsync("() => document.addEventListener('submit', e => e.preventDefault())");
        var person = city.Contact(BatchCity.County).PersonId;
        var progress = site.Services.GetRequiredService<BatchProgress>();
        using (var told = progress.Begin(person, batch))
        {
            told.Report(2);
            await page.Locator("#batch-SignFor [data-pick-all]").CheckAsync();
            await page.Locator("#batch-SignFor summary").ClickAsync();
            await page.Locator("#batch-SignFor button[type=submit]").ClickAsync();
            await Assertions.Expect(page.Locator(".batch-progress [role=status]")).ToContainTextAsync("正在办理 3 项");
            await Assertions.Expect(page.Locator(".batch-progress .second")).ToHaveTextAsync("2 / 3");
            Assert.Equal(2, await page.Locator(".batch-progress progress").EvaluateAsync<int>("p => p.value"));
            Assert.Null(progress.Of(city.Head(BatchCity.County).PersonId, batch));
            Assert.Empty(await tab.Axe());
        }

        Assert.Null(progress.Of(person, batch));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Whoever_leaves_the_page_has_still_ordered_all_of_the_batch()
    {
        await using var city = await TestCity.Create();
        var tasks = await city.LayTasks(6);
        await using var site = await TestSite.Start(city);
        using var contact = await site.SignedIn(city.Contact(BatchCity.County));
        var (person, batch) = (city.Contact(BatchCity.County).PersonId, Guid.NewGuid());
        var progress = site.Services.GetRequiredService<BatchProgress>();
        var token = TestSite.TokenOf(await contact.GetStringAsync("/Work", Ct));
        using var gone = new CancellationTokenSource();
        using var fields = new FormUrlEncodedContent(
        [
            new("Input.Act", "SignFor"), new("Input.Batch", batch.ToString()), new("__RequestVerificationToken", token),
            .. tasks.Select(t => KeyValuePair.Create("Input.Picked", $"{t.Lead.Id}:{t.Lead.Version}:")),
        ]);

        // The batch waits for this writer, so that the person is gone before its end however busy the machine is.
        await city.Read(async db =>
        {
            await using var writer = await db.Database.BeginTransactionAsync(Ct);
            await db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence), Ct);
            var sent = contact.PostAsync("/Work?handler=Batch", fields, gone.Token);
            while (progress.Of(person, batch) is null)
            {
                await Task.Delay(5, Ct);
            }

            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
            await Task.Delay(1000, Ct);
            return true;
        });
        var until = 600;
        while (await Signed(city) < 6 && until-- > 0)
        {
            await Task.Delay(50, Ct);
        }

        Assert.Equal(6, await Signed(city));
        while (await Word(city, person) is null && until-- > 0)
        {
            await Task.Delay(50, Ct);
        }

        Assert.Equal("批量办理的 {0} 项已全部办成。", await Word(city, person));
    }

    private static Task<string?> Word(TestCity city, Guid person) =>
        city.Read(db => db.Notices.Where(n => n.PersonId == person && n.Kind == NoticeKind.BatchDone).Select(n => n.Format).SingleOrDefaultAsync(Ct));

    private static Task<int> Signed(TestCity city) =>
        city.Read(db => db.TaskUnits.CountAsync(p => p.Role == UnitRole.Lead && p.State == TaskUnitState.Signed, Ct));

    [Fact]
    public async Task A_refused_row_that_still_waits_stays_ticked_with_its_reason()
    {
        await using var city = await TestCity.Create();
        var tasks = await city.LayTasks(3);
        await using var site = await TestSite.Start(city);
        using var contact = await site.SignedIn(city.Contact(BatchCity.County));

        using var answer = await TestSite.Post(contact, "/Work", "/Work?handler=Batch",
            ("Input.Act", "SignFor"), ("Input.Picked", $"{tasks[0].Lead.Id}:{tasks[0].Lead.Version}:"), ("Input.Picked", $"{tasks[1].Lead.Id}:77:"));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("办理结果：1 项已办理，1 项未办理", html);
        Assert.Contains("已被他人修改", html);
        var boxes = html.Split("<input").Where(i => i.Contains("Input.Picked", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, boxes.Count);
        Assert.Contains($"{tasks[1].Lead.Id}:{tasks[1].Lead.Version}:", Assert.Single(boxes, b => b.Contains(" checked=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_ticked_or_a_list_of_nobodys_making_is_told_on_the_page()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        using var office = await site.SignedIn(story.City.Office);

        using var nothing = await TestSite.Post(office, "/Tasks", "/Tasks?handler=Urge", ("Input.Text", "请于本周内报送。"));
        var html = WebUtility.HtmlDecode(await nothing.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains("没有勾选任何事项。请先勾选要办理的事项。", html);
        Assert.Contains("请于本周内报送。</textarea>", html);

        using var odd = await TestSite.Post(office, "/Work", "/Work?handler=Batch", ("Input.Act", "99"), ("Input.Picked", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
    }

    [Fact]
    public async Task The_office_urges_from_the_list_with_one_text_for_all()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await using var tab = await chromium.Open(site, story.City.Office);
        await tab.Page.GotoAsync("/Tasks?q=已");
        foreach (var title in new[] { StoryCity.Signed, StoryCity.Approved })
        {
            await tab.Page.GetByLabel($"勾选 {(await story.Task(title)).Number} {title}").CheckAsync();
        }

        await tab.Page.Locator("#batch-Urge summary").ClickAsync();
        await tab.Page.GetByLabel("催办内容（各项相同）").FillAsync("请于本周内报送进展。");
        await tab.Page.Locator("#batch-Urge button[type=submit]").ClickAsync();

        await Assertions.Expect(tab.Page.Locator("#batch-report h2")).ToHaveTextAsync("办理结果：2 项已办理，0 项未办理");
        Assert.Equal(2, await story.City.Read(db => db.Urges.CountAsync(u => u.Text == "请于本周内报送进展。", Ct)));
        Assert.Empty(await tab.Axe());
        Assert.Empty(tab.Complaints);
    }
}
