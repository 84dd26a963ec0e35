using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>The main job, end to end, in a real browser: from the document to the write-off, and a task that is left alone.</summary>
public sealed class CircleTests(Chromium chromium)
{
    private const string Lead = "市教育局";

    [Fact]
    public Task The_whole_circle_turns_on_the_Changsha_document()
    {
        var seed = Repository.SharedFile("reference", "seeds", "003_78f6664cd1c75a99.txt");
        return Turn(seed, 2018, "建立奖励通报及督导机制", [("市政府办", "市人社局")], "市财政局", "建立台账管理制度", "131 项任务");
    }

    [Fact]
    public async Task The_whole_circle_turns_on_the_Changsha_document_as_Word_file()
    {
        var seed = Repository.SharedFile("reference", "seeds", "003_78f6664cd1c75a99.txt");
        var folder = Directory.CreateTempSubdirectory("circle-").FullName;
        try
        {
            await Turn(await ToDocx(seed, folder), 2018, "建立奖励通报及督导机制", [("市政府办", "市人社局")], "市财政局", "建立台账管理制度", "131 项任务");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_whole_circle_turns_on_the_sample_plan()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("db", "sample", "plan.txt"), TestCity.Ct);
        foreach (var (mark, value) in new[] { ("{Y-1}", 2018), ("{Y}", 2019), ("{Y+1}", 2020), ("{Y+3}", 2022) })
        {
            text = text.Replace(mark, value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        var file = Path.Combine(Directory.CreateTempSubdirectory("circle-").FullName, "示例行动计划.txt");
        await File.WriteAllTextAsync(file, text, TestCity.Ct);
        await Turn(file, 2018, "建设平安校园", [("市公安局", "市人社局"), ("市卫生健康委", "市财政局")], "市财政局", "开展质量监测", "项任务");
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private async Task Turn(
        string file, int year, string measure, (string AsWritten, string Unit)[] corrections, string secondUnit, string leftAlone, string issued)
    {
        await using var city = await TestCity.Create();
        city.Clock.SetDay(new DateOnly(year, 6, 4));
        await using var site = await TestSite.Start(city);
        await using var circle = new Circle(site, chromium);

        var review = await circle.Import(file);
        foreach (var (asWritten, unit) in corrections)
        {
            await circle.CorrectUnit(measure, asWritten, unit);
        }

        await circle.Confirm(review);
        Assert.Contains(issued, await circle.Issue(review, year), StringComparison.Ordinal);

        var task = await TaskOf(city, measure);
        var parts = task.Units.Select(u => u.UnitId).ToList();
        Assert.All(corrections, c => Assert.Contains(city.Unit(c.Unit).Id, parts));
        foreach (var unit in new[] { Lead, corrections[0].Unit, secondUnit })
        {
            await circle.Sign(city.Contact(unit), task.Id);
        }

        await circle.At(new DateOnly(year, 7, 3));
        await circle.Report(Lead, task.Id, 40, "已制定方案，召开推进会，明确各单位分工。");
        await circle.Extend(Lead, task.Id, new DateOnly(year + 1, 1, 31));
        await circle.At(new DateOnly(year, 12, 10));
        await circle.AskCompletion(Lead, task.Id);
        await circle.ReturnCompletion(task.Id, new DateOnly(year + 1, 1, 15));
        await circle.At(new DateOnly(year, 12, 20));
        await circle.AskCompletion(Lead, task.Id);
        await circle.WriteOff(task.Id);
        await circle.ProcessShows(task.Id, "审核情况", "通知办公室审核", "销账或撤回");
        await LeftAlone(circle, city, leftAlone);

        Assert.Null((await city.Get<AuditQueries>().Verify(city.Jurisdiction.Id, TestCity.Ct)).BrokenAt);
        await circle.DisposeAsync();
        Assert.Empty(circle.Complaints);
        var done = await TaskOf(city, measure);
        Assert.Equal((TaskState.WrittenOff, 1, 1), (done.State, done.ReturnCount, done.ExtensionCount));
        Assert.Equal(new DateOnly(year, 12, 31), done.FirstDueOn);
    }

    /// <summary>The second task is signed for and forgotten; the day after its last day it is red with its reason, and head and leader find a notice.</summary>
    private static async Task LeftAlone(Circle circle, TestCity city, string title)
    {
        var task = await TaskOf(city, title);
        await circle.Sign(city.Contact(Lead), task.Id);
        await circle.At(task.CurrentDueOn.AddDays(1));
        await city.Get<SweepService>().Run(TestCity.Ct);
        // New Year is a day off: the notice comes with the digest of the working day after.
        await circle.At((await city.Get<WorkingCalendars>().Current(TestCity.Ct)).AddWorkingDays(task.CurrentDueOn, 1));
        await city.Get<ReminderService>().Run(TestCity.Ct);
        var office = await circle.TabOf(city.Office);
        await office.GotoAsync($"/Tasks/{task.Id}");
        await Assertions.Expect(office.Locator(".task-light .light-red")).ToContainTextAsync("逾期");
        await Assertions.Expect(office.Locator(".task-light")).ToContainTextAsync($"期限 {task.CurrentDueOn.Year}年12月31日");
        foreach (var person in new[] { city.Head(Lead), city.Leader })
        {
            Assert.True(await FindsInDigest(await circle.TabOf(person), task.Number), person.PersonName);
        }
    }

    /// <summary>Opens the day's digest from the inbox and leafs through it: a leader in charge of every county has many lines on such a day.</summary>
    private static async Task<bool> FindsInDigest(IPage page, string number)
    {
        await page.GotoAsync("/Notices");
        await page.Locator(".notice-open", new() { HasText = "今日提醒" }).First.ClickAsync();
        await page.WaitForURLAsync("**/Notices/Digest/**");
        var address = page.Url;
        for (var leaf = 1; leaf <= 10; leaf++)
        {
            await page.GotoAsync($"{address}?p={leaf}");
            var line = page.Locator("tr", new() { HasText = number }).First;
            if (await line.CountAsync() > 0)
            {
                return (await line.InnerTextAsync()).Contains("逾期", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static Task<AnnualTask> TaskOf(TestCity city, string title) =>
        city.Read(db => db.AnnualTasks.AsNoTracking().Include(t => t.Units).SingleAsync(t => t.Title == title, TestCity.Ct));

    private static async Task<string> ToDocx(string text, string folder)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/soffice"), "LibreOffice Writer is not installed here (Debian: apt-get install libreoffice-writer).");
        using var office = Process.Start(new ProcessStartInfo("soffice",
            [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=Text (encoded):UTF8", "--convert-to", "docx", "--outdir", folder, text])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await office.WaitForExitAsync(TestCity.Ct);
        return Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(text), ".docx"));
    }
}
