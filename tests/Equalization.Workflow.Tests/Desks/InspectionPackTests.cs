using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks.Packs;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Infrastructure.Files;
using Equalization.Workflow.Infrastructure.Packs;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Desks;

public sealed partial class InspectionPackTests : IDisposable
{
    private static readonly DateTime Made = new(2018, 12, 1, 2, 0, 0, DateTimeKind.Utc);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pack");

    private DiskFileStore Store => new(Path.Combine(folder.FullName, "files"));

    [Fact]
    public async Task Every_file_is_in_it_once_and_its_hash_is_the_one_in_the_list()
    {
        var shared = await Stored("验收报告.pdf", "%PDF shared");
        var (zip, content) = await Pack(Item("2018-0001", shared, await Stored("照片 <1>.png", "png")), Item("2018-0002", shared), Item("2018-0003"));
        using var archive = zip;
        var sums = Read(archive, InspectionPack.Sums).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("  ", 2)).ToDictionary(l => l[1], l => l[0]);

        Assert.Equal(2, content.Contents.Count());
        Assert.Equal(sums.Keys.Order(StringComparer.Ordinal), archive.Entries.Select(e => e.FullName).Where(n => n.StartsWith("evidence/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        foreach (var (path, sum) in sums)
        {
            await using var entry = await archive.GetEntry(path)!.OpenAsync(TestCity.Ct);
            Assert.Equal(sum, Convert.ToHexStringLower(await SHA256.HashDataAsync(entry, TestCity.Ct)));
        }
    }

    [Fact]
    public async Task The_index_leads_to_every_file_and_fetches_nothing()
    {
        var (zip, _) = await Pack(Item("2018-0001", await Stored("验收 报告#1.pdf", "a"), await Stored("𠮷.pdf", "b")), Item("2018-0002"));
        using var archive = zip;
        var index = Read(archive, InspectionPack.Index);
        var links = Link().Matches(index).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(l => l[0] != '#').Select(Uri.UnescapeDataString).ToList();

        Assert.Equal(archive.Entries.Select(e => e.FullName).Where(n => n != InspectionPack.Index).Order(StringComparer.Ordinal), links.Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("<script", index, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", index, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("没有佐证材料", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_no_markup()
    {
        var (zip, _) = await Pack(Item("2018-0001", await Stored("a.pdf", "a") with { Title = "<img src=x onerror=alert(1)>" }));
        using var archive = zip;

        Assert.DoesNotContain("<img", Read(archive, InspectionPack.Index), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_or_altered_is_told_of_and_not_in_the_list()
    {
        var altered = await Stored("改过.pdf", "before");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "files", altered.Sha256[..2], altered.Sha256[2..4], altered.Sha256), "after", TestCity.Ct);
        var gone = new PackFile("验收报告", "丢了", "丢了.pdf", new string('0', 64), 3, "市教育局", Made);
        var (zip, _) = await Pack(Item("2018-0001", altered, gone));
        using var archive = zip;
        var index = Read(archive, InspectionPack.Index);

        Assert.Contains("有 2 件材料缺失或与上报时不一致", index, StringComparison.Ordinal);
        Assert.Contains("文件缺失", index, StringComparison.Ordinal);
        Assert.Contains("内容与上报时不一致", index, StringComparison.Ordinal);
        Assert.Empty(Read(archive, InspectionPack.Sums));
    }

    [Theory]
    [InlineData("../../etc/passwd", ".._.._etc_passwd")]
    [InlineData("a:b*c?.pdf", "a_b_c_.pdf")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("..", "_")]
    [InlineData("  ", "_")]
    [InlineData("尾点.pdf. ", "尾点.pdf")]
    public void A_name_can_be_unpacked_everywhere(string name, string expected) => Assert.Equal(expected, PackNames.Safe(name));

    [Fact]
    public void A_long_name_keeps_its_ending() => Assert.Equal(new string('长', 76) + ".pdf", PackNames.Safe(new string('长', 200) + ".pdf"));

    [Fact]
    public async Task Another_program_unpacks_and_checks_it()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/sha256sum") && File.Exists("/usr/bin/unzip"), "unzip or sha256sum is not installed.");
        var (zip, _) = await Pack(Item("2018-0001", await Stored("验收报告.pdf", "a"), await Stored("b.txt", "b")));
        zip.Dispose();
        Assert.Equal(0, await Run("unzip", "-q", "pack.zip", "-d", "out"));

        Assert.Equal(0, await Run("sh", "-c", $"cd out && sha256sum -c {InspectionPack.Sums}"));
    }

    [Fact]
    public async Task The_office_gets_the_years_pack_with_the_evidence_of_approved_reports()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        using var client = await site.SignedIn(story.City.Office);
        using var answer = await client.GetAsync("/Packs/2018.zip", TestCity.Ct);
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestCity.Ct), ZipArchiveMode.Read);
        var proof = await story.Proof();

        Assert.Equal(InspectionPack.ContentType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(proof.Sha256, Read(archive, InspectionPack.Sums), StringComparison.Ordinal);
        Assert.Contains((await story.Task(StoryCity.Late)).Number, Read(archive, InspectionPack.Index), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/Packs/1999.zip", TestCity.Ct)).StatusCode);
    }

    [Fact]
    public async Task Each_sentence_of_the_draft_names_its_source_and_the_annex_says_who_signed_it()
    {
        await using var story = await StoryCity.Create();
        var draft = await story.City.Get<SelfInspectionQueries>().Draft(story.City.Office, 2018, TestCity.Ct);
        var sentences = draft.Body.OfType<PaperParagraph>().Select(p => p.Text).Where(t => !t.Contains("没有", StringComparison.Ordinal)).ToList();
        var list = Assert.IsType<PaperTable>(Assert.Single(Assert.Single(draft.Annexes).Body));

        Assert.NotEmpty(list.Rows);
        Assert.All(sentences, s => Assert.Contains("（依据", s, StringComparison.Ordinal));
        for (var i = 0; i < list.Rows.Count; i++)
        {
            var report = await story.Report((await story.City.Read(db => Task.FromResult(db.AnnualTasks.Single(t => t.Number == list.Rows[i][1])))).Title, StoryCity.Lead);
            Assert.Equal((report.PeriodCode, report.ApprovedBy), (list.Rows[i][3], list.Rows[i][4]));
            Assert.Contains(sentences, s => s.Contains($"（依据{i + 1}）", StringComparison.Ordinal) && s.Contains(report.Narrative, StringComparison.Ordinal));
        }

        var late = await story.Task(StoryCity.Late);
        Assert.Contains(sentences, s => s.Contains($"任务{late.Number}", StringComparison.Ordinal) && s.Contains("尚未办结", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_sentence_of_the_monitoring_report_names_what_it_rests_on()
    {
        await using var story = await StoryCity.Create();
        await story.SealedDay();
        var draft = await story.City.Get<MonitoringQueries>().Draft(story.City.Office, 2018, TestCity.Ct);
        var sentences = draft.Body.OfType<PaperParagraph>().SelectMany(p => Sentence().Matches(p.Text).Select(m => m.Value)).Where(t => !t.Contains("没有填写", StringComparison.Ordinal)).ToList();
        var list = Assert.IsType<PaperTable>(Assert.Single(Assert.Single(draft.Annexes).Body));
        var report = await story.Report(StoryCity.Approved, StoryCity.Lead);
        var values = draft.Body.OfType<PaperTable>().Single();

        Assert.All(sentences, s => Assert.Matches("（(依据[^）]*|依据[0-9]+(、依据[0-9]+)*)）", s));
        Assert.Contains(sentences, s => s.Contains($"{story.City.Jurisdiction.Name}", StringComparison.Ordinal) || s.Contains("号数据快照，SHA-256", StringComparison.Ordinal));
        Assert.Contains("督办通知单1份", string.Concat(sentences), StringComparison.Ordinal);
        Assert.Equal($"{report.PeriodCode}：52人（依据1）", values.Rows.Single(r => r[3] != "未报")[3]);
        Assert.Equal((await story.Task(StoryCity.Approved)).Number, Assert.Single(list.Rows)[1]);
        Assert.Equal(draft.Body.OfType<PaperHeading>().Where(h => h.Level == 2).Select(h => h.Text), ["班额"]);
    }

    [Fact]
    public async Task A_task_whose_day_passes_while_it_is_held_is_late_in_neither_report()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Reported));
        var lateOn = task.CurrentDueOn.AddDays(20);
        await city.Get<AmendmentService>().Hold(city.Office, task.Id, task.Version, "等待省级资金。", "省财政厅", StoryCity.Today, TestCity.Ct);
        city.Clock.SetDay(lateOn);
        var office = city.Office with { Day = lateOn };

        var inspected = await Sentences(city.Get<SelfInspectionQueries>().Draft(office, 2018, TestCity.Ct));
        var monitored = await Sentences(city.Get<MonitoringQueries>().Draft(office, 2018, TestCity.Ct));

        Assert.DoesNotContain($"任务{task.Number}“{task.Title}”期限为", inspected, StringComparison.Ordinal);
        var late = await city.Read(db => db.AnnualTasks.CountAsync(
            t => t.JurisdictionId == office.JurisdictionId && t.Year == 2018 && t.ClosedOn == null && t.CurrentDueOn < lateOn && t.Id != task.Id, TestCity.Ct));
        Assert.All([inspected, monitored], said => Assert.Contains($"其中逾期{late}项", said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_index_leads_from_an_indicator_to_its_tasks_and_says_where_the_indicator_comes_from()
    {
        var goal = new PackGoal("<班额>", "班额不超过55人", 52, "人", true);
        var (zip, _) = await Pack(Item("2018-0001", await Stored("a.pdf", "a")) with { Goals = [goal] }, Item("2018-0002") with { Goals = [goal with { Reported = null, IsMet = null }] }, Item("2018-0003"));
        using var archive = zip;
        var index = Read(archive, InspectionPack.Index);
        var part = index[index.IndexOf("按指标", StringComparison.Ordinal)..index.IndexOf("按措施</h2>", StringComparison.Ordinal)];

        Assert.Contains("指标取自方案措施的年度目标", part, StringComparison.Ordinal);
        Assert.Contains("<td rowspan=\"2\">&lt;班额&gt;</td><td><a href=\"#t2018-0001\">", part, StringComparison.Ordinal);
        Assert.Contains("52人，达到", part, StringComparison.Ordinal);
        Assert.Contains("未报", part, StringComparison.Ordinal);
        Assert.Contains("没有列出指标的任务</td><td><a href=\"#t2018-0003\">", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_long_and_rare_names_are_unpacked_beside_one_another()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/sha256sum") && File.Exists("/usr/bin/unzip"), "unzip or sha256sum is not installed.");
        var longest = new string('长', 120) + ".pdf";
        var rare = string.Concat(Enumerable.Repeat("𠮷", 60)) + "㐂.pdf";
        var (zip, _) = await Pack(
            Item("2018-0001", await Stored("报告.pdf", "1"), await Stored("报告.pdf", "2"), await Stored("报告.PDF", "3"), await Stored(longest, "4"), await Stored(longest, "5"), await Stored(rare, "6")),
            Item("2018-0002", await Stored("报告.pdf", "7")));
        var names = zip.Entries.Select(e => e.FullName).ToList();
        zip.Dispose();

        Assert.Equal(names.Count, names.Select(n => n.ToUpperInvariant()).Distinct().Count());
        Assert.All(names, n => Assert.True(System.Text.Encoding.UTF8.GetByteCount(n.Split('/')[^1]) <= 255, n));
        Assert.Contains(names, n => n.Contains("𠮷", StringComparison.Ordinal));
        Assert.Equal(0, await Run("unzip", "-q", "pack.zip", "-d", "out"));
        Assert.Equal(0, await Run("sh", "-c", $"cd out && sha256sum -c {InspectionPack.Sums}"));
        Assert.Equal(7, Directory.GetFiles(Path.Combine(folder.FullName, "out", "evidence"), "*", SearchOption.AllDirectories).Length);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static PackTask Item(string number, params PackFile[] files) => new(
        Guid.CreateVersion7(), number, "新建学校", "通过验收", 1, "优化布局", "市教育局", TaskState.UnderWay, new DateOnly(2018, 12, 31), new DateOnly(2018, 12, 31), null, null, files);

    private static async Task<string> Sentences(Task<PaperDocument> draft) => string.Concat((await draft).Body.OfType<PaperParagraph>().Select(p => p.Text));

    private static string Read(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private async Task<PackFile> Stored(string name, string text)
    {
        var stored = await Store.Put(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), 1000, TestCity.Ct);
        return new PackFile("验收报告", "材料", name, stored.Sha256, stored.Length, "市教育局", Made);
    }

    private async Task<(ZipArchive Zip, PackContent Content)> Pack(params PackTask[] tasks)
    {
        var content = new PackContent("测试市", 2018, tasks);
        var path = Path.Combine(folder.FullName, "pack.zip");
        await using (var to = File.Create(path))
        {
            await InspectionPack.Write(to, content, Store, Made, TestCity.Ct);
        }

        return (await ZipFile.OpenReadAsync(path, TestCity.Ct), content);
    }

    private async Task<int> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync(TestCity.Ct);
        await process.WaitForExitAsync(TestCity.Ct);
        return process.ExitCode;
    }

    [GeneratedRegex("[^。]*。(?:（依据[^）]*）)?")]
    private static partial Regex Sentence();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
