using System.Net;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Deputies;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Handovers;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Handovers;
using Equalization.Workflow.Tests.Plans.Breakdowns;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Desks;

/// <summary>A list's file holds the rows of its page, fetched by the page's own link, under its filter; and a row in the trail tells of it first.</summary>
public sealed partial class ListPagesTests
{
    private const int All = 500;

    /// <summary>Pages with more rows than one page that have no file, each with the reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> WithoutFile = new Dictionary<string, string>
    {
        ["Accountabilities/Index.cshtml"] = "kept to the people on a case's list; each case's file goes out from its own page",
        ["Audit/Index.cshtml"] = "grows with every act, the export's own too; whole chains are checked in place",
        ["Bulletins/Public.cshtml"] = "published papers, each opened by itself",
        ["Bulletins/Rows.cshtml"] = "the tables go out with their bulletin",
        ["Bulletins/_Lines.cshtml"] = "the tables go out with their bulletin",
        ["Interviews/Index.cshtml"] = "kept to the people on a case's list",
        ["Jobs/Index.cshtml"] = "runs of the machine, no business of the office",
        ["Ledgers/Chain.cshtml"] = "a chain of one year; its gaps go out from the ledger of gaps",
        ["Mail/Index.cshtml"] = "letters, each opened by itself",
        ["Notices/Digest.cshtml"] = "one person's inbox",
        ["Notices/Index.cshtml"] = "one person's inbox",
        ["Plans/Differences.cshtml"] = "the breakdown goes out whole",
        ["Plans/Revisions.cshtml"] = "proposals on one plan, each decided in place",
        ["Processes/Definition.cshtml"] = "runs of the machine, no business of the office",
        ["Processes/Incidents.cshtml"] = "runs of the machine, no business of the office",
        ["Processes/Instance.cshtml"] = "runs of the machine, no business of the office",
        ["Rules/Rehearsal.cshtml"] = "a trial of a draft, not a record",
        ["Schools/Rebalancings/Index.cshtml"] = "proposals, each with its own file of moves",
        ["Search.cshtml"] = "an answer to a question; the lists it leads to have files",
        ["Shared/_TableCheck.cshtml"] = "a look at a file that the reader holds",
    };

    /// <summary>Each list by its page, the column that tells rows apart, and what the page's query says of it.</summary>
    private static readonly IReadOnlyDictionary<string, (string Column, Func<TestCity, Task<IEnumerable<string>>> Rows)> Lists =
        new Dictionary<string, (string, Func<TestCity, Task<IEnumerable<string>>>)>
        {
            ["/Plans"] = ("方案名称", async c => (await c.Get<PlanQueries>().List(c.Office, 1, All, TestCity.Ct)).Rows.Select(r => r.Title)),
            ["/Units?q=局&kind=Department"] = ("全称", async c => (await c.Get<UnitQueries>().Page(c.Office, "局", UnitKind.Department, false, 1, All, TestCity.Ct)).Rows.Select(r => r.Name)),
            ["/Work"] = ("名称", async c => (await c.Get<WorkQueries>().Load(c.Office, TestCity.Ct)).Items.Select(r => r.Title)),
            ["/Supervision?show=all"] = ("任务", async c => (await c.Get<SupervisionQueries>().Page(c.Office, SupervisionFilter.All, 1, All, TestCity.Ct)).Rows.Select(r => r.TaskTitle)),
            ["/Supervision/Proposals"] = ("任务", async c => (await c.Get<SupervisionQueries>().ToSign(c.Office, null, 1, All, TestCity.Ct)).Rows.Select(r => r.TaskTitle)),
            ["/Bulletins"] = ("标题", async c => (await c.Get<BulletinQueries>().Page(c.Office, 1, All, TestCity.Ct)).Rows.Select(r => r.Title)),
            ["/Instructions"] = ("批示内容", async c => (await c.Get<InstructionQueries>().Page(c.Office, null, 1, All, TestCity.Ct)).Rows.Select(r => r.Text)),
            ["/Ledgers"] = ("编号", async c => (await c.Get<GapQueries>().Page(c.Office, new GapFilter(), 1, All, TestCity.Ct)).Rows.Select(r => r.Number)),
            ["/Requests?kind=Dispute"] = ("内容", async c => (await c.Get<RequestQueries>().Page(c.Office, RequestKind.Dispute, 1, All, TestCity.Ct)).Rows.Select(r => r.Text)),
            ["/Recurrences"] = ("最近一期", async c => (await c.Get<RecurrenceQueries>().Page(c.Office, 1, All, TestCity.Ct)).Rows.Select(r => r.LastNumber)),
            ["/LookBacks"] = ("销账编号", async c => (await c.Get<LookBackQueries>().Page(c.Office, TestCity.Ct) is var p ? p.Waiting.Concat(p.Checked) : []).Select(r => r.WriteOffNumber)),
            ["/Handovers"] = ("接任人", async c => (await c.Get<HandoverQueries>().Page(c.Office, 1, All, TestCity.Ct)).Rows.Select(r => r.ToName)),
            ["/Deputies"] = ("代理事由", async c => (await c.Get<DeputyQueries>().Page(c.Office, 1, All, TestCity.Ct)).Rows.Select(r => r.Reason)),
            ["/Accreditations"] = ("区县", async c => (await c.Get<AccreditationQueries>().Matrix(c.Office, 1, All, TestCity.Ct)).Rows.Select(r => r.County)),
            ["/Accreditations/Problems?state=Open"] = ("问题", async c => (await c.Get<ProblemQueries>().Page(c.Office, new ProblemFilter(State: ProblemState.Open), 1, All, TestCity.Ct)).Rows.Select(r => r.Text)),
        };

    [Fact]
    public async Task Each_lists_file_holds_its_pages_rows_and_the_trail_names_it()
    {
        await using var story = await StoryCity.Create();
        await Fill(story);
        await using var site = await TestSite.Start(story.City);
        using var client = await site.SignedIn(story.City.Office);
        foreach (var (address, (column, rows)) in Lists)
        {
            var page = WebUtility.HtmlDecode(await client.GetStringAsync(address, TestCity.Ct));
            var sheet = Book.Read(await client.GetByteArrayAsync(FileLink().Match(page).Groups[1].Value, TestCity.Ct)).Sheets[0].Rows;
            var expected = (await rows(story.City)).ToList();
            Assert.True(expected.Count > 0, $"{address} is empty");
            Assert.True(expected.SequenceEqual(sheet.Skip(1).Select(r => r[Array.IndexOf(sheet[0], column)] ?? "")), address);
            Assert.All(expected, e => Assert.True(page.Contains(e, StringComparison.Ordinal), $"{address}: {e}"));
        }

        var told = await story.City.Read(db => db.AuditEntries.Where(e => e.Change == ExportService.Change && e.Act == "导出列表").CountAsync());
        Assert.Equal(Lists.Count, told);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/Units/List.xlsx?kind=Nothing", TestCity.Ct)).StatusCode);
    }

    [Fact]
    public async Task A_filter_narrows_the_file()
    {
        await using var story = await StoryCity.Create();
        await story.Request(RequestKind.Dispute);
        await story.Request(RequestKind.Help);
        await using var site = await TestSite.Start(story.City);
        using var client = await site.SignedIn(story.City.Office);
        async Task<int> Rows(string list) => Book.Read(await client.GetByteArrayAsync(list, TestCity.Ct)).Sheets[0].Rows.Count - 1;

        Assert.Equal((2, 1), (await Rows("/Requests/List.xlsx"), await Rows("/Requests/List.xlsx?kind=Help")));
        Assert.True(await Rows("/Units/List.xlsx?q=局") < await Rows("/Units/List.xlsx"));
    }

    [Fact]
    public void A_page_with_more_rows_than_one_page_has_a_file_or_a_reason()
    {
        var root = Repository.PathOf("src", "Equalization.Workflow.Web", "Pages");
        var without = Directory.GetFiles(root, "*.cshtml", SearchOption.AllDirectories)
            .Select(f => (Page: Path.GetRelativePath(root, f).Replace('\\', '/'), Text: File.ReadAllText(f)))
            .Where(f => f.Text.Contains("<pager", StringComparison.Ordinal) && !AnyFile().IsMatch(f.Text)).Select(f => f.Page);

        Assert.Equal(WithoutFile.Keys.Order(StringComparer.Ordinal), without.Order(StringComparer.Ordinal));
    }

    private static async Task Fill(StoryCity story)
    {
        var city = story.City;
        await story.Request(RequestKind.Dispute);
        await story.Request(RequestKind.Help);
        await story.Recurrence();
        await story.LookBack();
        await story.Instruction(InstructionState.Open);
        await story.Bulletin(BulletinState.Draft);
        await story.Gap();
        await story.Problem();
        var giver = city.Contact(StoryCity.Lead);
        await city.Get<HandoverService>().Open(giver, giver.MembershipId, (await Successors.In(city)).MembershipId, TestCity.Ct);
        var head = city.Head(StoryCity.Lead);
        await city.Get<DeputyService>().Set(head, new DeputyInput(head.MembershipId, city.Leader.PersonId, StoryCity.Today, StoryCity.Today.AddDays(5), "外出学习"), TestCity.Ct);
    }

    [GeneratedRegex("href=\"([^\"]*/(?:List|Proposals)\\.xlsx[^\"]*)\"")]
    private static partial Regex FileLink();

    [GeneratedRegex("href=\"[^\"]*\\.xlsx")]
    private static partial Regex AnyFile();
}
