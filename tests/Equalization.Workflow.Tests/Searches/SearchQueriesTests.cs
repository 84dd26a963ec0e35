using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Searches;

/// <summary>What is found in the story city, by whom, and how the index follows the ledger.</summary>
public sealed class SearchQueriesTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task Every_kind_of_thing_is_found_by_its_words()
    {
        await using var story = await StoryCity.Create();
        var paper = await story.SignedPaper();
        await story.Index();

        Assert.Equal([StoryCity.Issued], await Titles(story, story.City.Office, "待签收", SearchKind.Task));
        Assert.NotEmpty(await Titles(story, story.City.Office, StoryCity.DraftTitles[0], SearchKind.Measure));
        Assert.Equal([StoryCity.PlanTitle], await Titles(story, story.City.Office, "优质均衡 2018-2020", SearchKind.Plan));
        Assert.NotEmpty(await Titles(story, story.City.Office, await Narrative(story), SearchKind.Report));
        Assert.Equal([paper.Title], await Titles(story, story.City.Office, paper.Number!.Replace('〔', '[').Replace('〕', ']'), SearchKind.Paper));
        Assert.NotEmpty(await Titles(story, story.City.Office, "完成情况.PDF", SearchKind.Evidence));
        Assert.Equal([StoryCity.Lead], await Titles(story, story.City.Office, "市教育", SearchKind.Unit));
    }

    /// <summary>Outside the basic plane: two code units, of which neighbours share the first.</summary>
    [Fact]
    public async Task A_single_rare_character_is_found_and_its_neighbour_is_not()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.Issued);
        await story.City.Lay(db => db.Entry(db.AnnualTasks.Single(t => t.Id == task.Id)).Property(t => t.Title).CurrentValue = "扩建\U00020BB7䶮小学");
        await story.Index();

        foreach (var words in new[] { "\U00020BB7", "䶮", "\U00020BB7䶮", "建\U00020BB7" })
        {
            Assert.Equal(["扩建\U00020BB7䶮小学"], await Titles(story, story.City.Office, words, SearchKind.Task));
        }

        Assert.Empty(await Titles(story, story.City.Office, "\U00020BB8", SearchKind.Task));
    }

    [Fact]
    public async Task A_change_is_found_after_the_next_run_and_the_old_words_no_more()
    {
        await using var story = await StoryCity.Create();
        await story.Index();
        Assert.False(await story.City.Get<SearchIndexService>().IsBehind(Ct));
        await story.ChangeEverythingFound();
        Assert.True(await story.City.Get<SearchIndexService>().IsBehind(Ct));

        await story.Index();

        Assert.Equal(["改过的任务名称"], await Titles(story, story.City.Office, "改过的任务", SearchKind.Task));
        Assert.Empty(await Titles(story, story.City.Office, "待签收", SearchKind.Task));
        Assert.Equal(["改过的措施名称"], await Titles(story, story.City.Office, "改过的措施", SearchKind.Measure));
        Assert.Equal(["改过的方案名称"], await Titles(story, story.City.Office, "改过的方案", SearchKind.Plan));
        Assert.Single(await Titles(story, story.City.Office, "改名后的别名", SearchKind.Unit));
        Assert.False(await story.City.Get<SearchIndexService>().IsBehind(Ct));
    }

    [Fact]
    public async Task What_a_person_may_not_see_is_never_found()
    {
        await using var story = await StoryCity.Create();
        await story.Photo();
        await story.Index();
        var (contact, bystander) = (story.City.Contact(StoryCity.Lead), story.City.Contact(StoryCity.Bystander));

        // A unit finds the tasks it has a part in, not others.
        Assert.Equal([StoryCity.Issued], await Titles(story, contact, "待签收", SearchKind.Task));
        Assert.Empty(await Titles(story, bystander, "待签收", SearchKind.Task));
        // A report is its unit's own until it is approved.
        var draft = await story.Report(StoryCity.Reported, StoryCity.Lead);
        Assert.NotEqual(ReportState.Approved, draft.State);
        Assert.Contains(draft.Id, await Ids(story, contact, draft.Narrative, SearchKind.Report));
        Assert.DoesNotContain(draft.Id, await Ids(story, story.City.Office, draft.Narrative, SearchKind.Report));
        Assert.DoesNotContain(draft.Id, await Ids(story, story.City.Contact(StoryCity.Cooperating), draft.Narrative, SearchKind.Report));
        // Evidence that nothing cites yet is its unit's own; what is cited follows the task.
        Assert.Single(await Titles(story, contact, "现场.png", SearchKind.Evidence));
        Assert.Empty(await Titles(story, story.City.Office, "现场.png", SearchKind.Evidence));
        Assert.NotEmpty(await Titles(story, story.City.Contact(StoryCity.Cooperating), "完成情况", SearchKind.Evidence));
        Assert.Empty(await Titles(story, bystander, "完成情况", SearchKind.Evidence));
        // A draft of a plan is not the units'.
        Assert.NotEmpty(await Titles(story, story.City.Office, StoryCity.DraftTitles[2], SearchKind.Measure));
        Assert.Empty(await Titles(story, contact, StoryCity.DraftTitles[2], SearchKind.Measure));
        // A paper is read by whoever reads all and the unit it was served on.
        var paper = await story.SignedPaper();
        Assert.NotEmpty(await Ids(story, contact, paper.Number!, SearchKind.Paper));
        Assert.Empty(await Ids(story, bystander, paper.Number!, SearchKind.Paper));
        // The administrator finds units and nothing of the ledger; another city finds nothing of this one.
        Assert.Equal([SearchKind.Unit], (await story.Find(story.City.Admin, "市")).Groups.Select(g => g.Kind));
        var neighbour = await story.Find(story.City.AsNeighbour(Role.Office, CityPeople.OfficeUnit), "待签收");
        Assert.Empty(neighbour.Groups);
        Assert.Empty((await story.Find(Actor.System(story.City.Jurisdiction.Id, StoryCity.Today), "市")).Groups);
    }

    [Fact]
    public async Task A_part_that_was_released_is_found_no_more_at_once()
    {
        await using var story = await StoryCity.Create();
        await story.Index();
        var contact = story.City.Contact(StoryCity.Cooperating);
        Assert.NotEmpty(await Titles(story, contact, "待签收", SearchKind.Task));

        var part = await story.Part(StoryCity.Issued, StoryCity.Cooperating);
        await story.City.Lay(db => db.Entry(db.TaskUnits.Single(p => p.Id == part.Id)).Property(p => p.State).CurrentValue = TaskUnitState.Released);

        Assert.Empty(await Titles(story, contact, "待签收", SearchKind.Task));
    }

    [Fact]
    public async Task A_unit_with_very_many_tasks_finds_the_same_as_one_with_few()
    {
        await using var story = await StoryCity.Create();
        await story.Photo();
        await story.Index();
        var contact = story.City.Contact(StoryCity.Lead);
        var paper = (await story.SignedPaper()).Number!;
        string[] queries = ["待签收", "市", "现场.png", "完成情况", paper, "报告", StoryCity.DraftTitles[2], (await story.Report(StoryCity.Reported, StoryCity.Lead)).Narrative];
        var before = new List<string>();
        foreach (var query in queries)
        {
            before.Add(Said(await story.Find(contact, query)));
        }

        await story.LayManyTasks();

        for (var i = 0; i < queries.Length; i++)
        {
            Assert.Equal(before[i], Said(await story.Find(contact, queries[i])));
        }

        await story.Index();
        var many = (await story.Find(contact, "甲", SearchKind.Task, 2, 20)).Groups.Single(g => g.Kind == SearchKind.Task);
        Assert.True(many is { More: true, Total: > SearchQueries.MostCounted, Hits.Count: 20 });
    }

    private static string Said(SearchResult result) =>
        string.Join('\n', result.Groups.SelectMany(g => g.Hits.Select(h => $"{g.Kind} {h.Title} {h.Id}").Prepend($"{g.Kind} {g.Total}")));

    [Fact]
    public async Task A_paper_kept_to_a_list_is_found_by_nobody_on_the_list_or_off_it()
    {
        await using var story = await StoryCity.Create();
        var interview = await story.Interview(InterviewState.Noticed);
        await story.Index();
        var numbers = await story.City.Read(db => db.Papers.Where(p => p.CaseId == interview.Id).Select(p => p.Number).ToListAsync(Ct));

        Assert.NotEmpty(numbers);
        foreach (var number in numbers)
        {
            Assert.Empty((await story.Find(story.City.Office, number, SearchKind.Paper)).Groups);
            Assert.Empty((await story.Find(story.City.Leader, number, SearchKind.Paper)).Groups);
        }
    }

    [Theory]
    [InlineData("㐂")]
    [InlineData("尾")]
    [InlineData("𠮷")]
    [InlineData("100%")]
    [InlineData("_")]
    [InlineData("[甲]")]
    [InlineData("'; DROP")]
    [InlineData("\\")]
    public async Task A_rare_character_and_a_wildcard_stand_for_themselves(string query)
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.Signed);
        await Reword(story, task.Id, "含“㐂”“𠮷”字，达到100%，编号a_b，[甲]类，'; DROP TABLE，路径c\\d，末字为尾");
        await story.Index();

        Assert.Equal([StoryCity.Signed], await Titles(story, story.City.Office, query, SearchKind.Task));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　\t\r\n")]
    public async Task A_query_without_words_finds_nothing_and_asks_for_nothing(string? query)
    {
        await using var story = await StoryCity.Create();
        await story.Index();

        var result = await story.Find(story.City.Office, query);

        Assert.Empty(result.Terms);
        Assert.Empty(result.Groups);
    }

    [Fact]
    public async Task Five_hundred_characters_are_compared_to_the_last_and_one_more_is_refused()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.Signed);
        var text = string.Concat(Enumerable.Range(0, 500).Select(i => (char)('一' + (i * 37 % 5000))));
        await Reword(story, task.Id, text);
        await story.Index();

        Assert.Equal([StoryCity.Signed], await Titles(story, story.City.Office, text, SearchKind.Task));
        Assert.Empty(await Titles(story, story.City.Office, text[..499] + "无", SearchKind.Task));
        Assert.Equal("query-too-long", (await Assert.ThrowsAsync<RuleBroken>(() => story.Find(story.City.Office, text + "长"))).Code);
        var many = await story.Find(story.City.Office, string.Join(' ', text[..20].AsEnumerable()));
        Assert.True(many.Cut);
        Assert.Equal(SearchText.MostTerms, many.Terms.Count);
    }

    [Fact]
    public async Task Pages_of_one_kind_hold_everything_once_the_newest_first()
    {
        await using var story = await StoryCity.Create();
        await story.Index();
        var all = await Ids(story, story.City.Office, "市", SearchKind.Unit);

        var paged = new List<Guid>();
        for (var page = 1; page <= 4; page++)
        {
            paged.AddRange((await story.Find(story.City.Office, "市", SearchKind.Unit, page, 3)).Groups.Single(g => g.Kind == SearchKind.Unit).Hits.Select(h => h.Id));
        }

        Assert.True(all.Count > 6);
        Assert.Equal(all.Take(12), paged);
        var last = await story.Find(story.City.Office, "市", SearchKind.Unit, int.MaxValue, 3);
        Assert.Equal(((all.Count - 1) / 3) + 1, last.Page);
        Assert.Equal(all[^1], last.Groups.Single(g => g.Kind == SearchKind.Unit).Hits[^1].Id);
    }

    /// <summary>The index is only the ledger once more: made anew after any changes it says the same as the one that followed them.</summary>
    [Fact]
    public async Task An_index_that_followed_equals_one_made_anew()
    {
        await using var story = await StoryCity.Create();
        await story.Index();
        await story.ChangeEverythingFound();
        await story.Index();
        var followed = await Contents(story);
        await story.City.Read(async db =>
        {
            await db.SearchPostings.ExecuteDeleteAsync(Ct);
            await db.SearchEntries.ExecuteDeleteAsync(Ct);
            return await db.SearchStands.ExecuteDeleteAsync(Ct);
        });
        await story.Index();

        Assert.Equal(followed, await Contents(story));
    }

    [Fact]
    public async Task An_export_of_no_single_thing_does_not_stop_the_index()
    {
        await using var story = await StoryCity.Create();
        await story.Index();
        var exports = story.City.Get<ExportService>();
        await exports.Note(story.City.Office, "导出任务台账", new Export(nameof(AnnualTask), "", "xlsx", 13), Ct);
        await exports.Note(story.City.Office, "导出列表", new Export(nameof(Unit), "?kind=School", "xlsx", 3), Ct);
        await Reword(story, (await story.Task(StoryCity.Signed)).Id, "导出之后改的内容");

        await story.Index();

        Assert.Equal([StoryCity.Signed], await Titles(story, story.City.Office, "导出之后改的", SearchKind.Task));
        Assert.False(await story.City.Get<SearchIndexService>().IsBehind(Ct));
    }

    [Fact]
    public async Task What_fails_in_one_city_is_told_when_the_others_are_done()
    {
        await using var story = await StoryCity.Create();
        await story.Index();
        var cities = new[] { story.City.Jurisdiction, story.City.Neighbour }.OrderBy(j => j.Code, StringComparer.Ordinal).Select(j => j.Id).ToList();
        await story.City.Read(db => db.SearchPostings.Where(p => p.JurisdictionId == cities[0]).ExecuteUpdateAsync(p => p.SetProperty(x => x.Entries, new byte[] { 1 }), Ct));
        foreach (var city in cities)
        {
            await story.City.Transact.Run(Actor.System(city, StoryCity.Today), "测试数据", async (db, _) =>
                db.Entry(await db.Units.FirstAsync(u => u.JurisdictionId == city, Ct)).Property(u => u.ShortName).CurrentValue = "改过的简称", Ct);
        }

        await Assert.ThrowsAsync<AggregateException>(() => story.Index());

        Assert.Equal([cities[1]], await story.City.Read(db => db.SearchEntries.Where(e => e.Text.Contains("改过的简称")).Select(e => e.JurisdictionId).ToListAsync(Ct)));
        await TriedAgainAfter(story, 10);
        await TriedAgainAfter(story, 20);
        await TriedAgainAfter(story, 40);
    }

    /// <summary>What failed is left alone so long, and then fails again.</summary>
    private static async Task TriedAgainAfter(StoryCity story, int seconds)
    {
        var index = story.City.Get<SearchIndexService>();
        story.City.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.False(await index.IsBehind(Ct));
        Assert.Equal(0, await index.Run(Ct));
        story.City.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await index.IsBehind(Ct));
        await Assert.ThrowsAsync<AggregateException>(() => story.Index());
    }

    /// <summary>Entries that all have the grams of a phrase and not the phrase, as many chunks of them as are named.</summary>
    [Theory]
    [InlineData(4, false)]
    [InlineData(6, true)]
    public async Task A_phrase_that_very_many_seem_to_have_and_none_has_is_given_up_after_a_few_queries(int chunks, bool gaveUp)
    {
        await using var story = await StoryCity.Create();
        await story.Index();
        var first = DocSet.ChunkOf(SearchEntry.First(SearchKind.Unit));
        var all = new byte[DocSet.ChunkSize / 8];
        Array.Fill(all, byte.MaxValue);
        await story.City.Lay(db => db.AddRange(SearchText.QueryGrams(["鼋鼍鼐"]).SelectMany(gram => Enumerable.Range(first, chunks)
            .Select(chunk => new SearchPosting { JurisdictionId = story.City.Jurisdiction.Id, Gram = gram, Chunk = chunk, Entries = all }))));
        var count = new CommandCount();
        await using var services = story.City.ServicesAnew(s => s.ConfigureDbContext<SqliteWorkflowDb>(o => o.AddInterceptors(count)));

        var result = await services.GetRequiredService<SearchQueries>().Find(story.City.Office, "鼋鼍鼐", null, 1, 5, Ct);

        Assert.Equal((gaveUp, 0), (result.GaveUp, result.Groups.Count));
        Assert.InRange(count.Count, 1, 12);
    }

    [Fact]
    public async Task Very_many_changes_are_written_in_many_transactions()
    {
        await using var story = await StoryCity.Create();
        await story.Index();
        var before = await Writes(story);
        await story.LayManyTasks();

        await story.Index();

        Assert.True(await Writes(story) - before > 1001 / 256, "Too much was written in one transaction.");
    }

    [Fact]
    public async Task A_run_cut_short_goes_on_where_it_stopped()
    {
        await using var story = await StoryCity.Create();
        await story.LayManyTasks();
        using var patience = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var run = story.City.Get<SearchIndexService>().Run(patience.Token);
            while (!await story.City.Read(db => db.SearchEntries.AnyAsync(Ct)))
            {
                await Task.Delay(1, Ct);
            }

            await patience.CancelAsync();
            await run;
        });
        Assert.True((await story.Find(story.City.Office, "市")).Percent < 100);
        Assert.True(await story.City.Read(db => db.SearchEntries.CountAsync(Ct)) <= 512, "Too much was written in one transaction.");

        await story.Index();

        Assert.Equal(100, (await story.Find(story.City.Office, "市")).Percent);
        Assert.Equal(await story.City.Read(db => db.AnnualTasks.CountAsync(Ct)), await story.City.Read(db => db.SearchEntries.CountAsync(e => e.Kind == SearchKind.Task, Ct)));
    }

    /// <summary>How many transactions wrote the city's index.</summary>
    private static Task<int> Writes(StoryCity story) =>
        story.City.Read(db => db.SearchStands.Where(s => s.JurisdictionId == story.City.Jurisdiction.Id).Select(s => s.Version).SingleAsync(Ct));

    private static async Task<List<string>> Contents(StoryCity story) =>
    [
        .. (await story.City.Read(db => db.SearchEntries.AsNoTracking().ToListAsync(Ct))).Select(e => $"{e.Kind} {e.SubjectId} {e.TaskId} {e.UnitId} {e.IsReserved} {e.Text}").Order(StringComparer.Ordinal),
        $"{await story.City.Read(async db => (await db.SearchPostings.AsNoTracking().ToListAsync(Ct)).Sum(p => p.Entries.Length))}",
    ];

    private static async Task<string> Narrative(StoryCity story) => (await story.Report(StoryCity.Approved, StoryCity.Lead)).Narrative;

    private static Task Reword(StoryCity story, Guid taskId, string content) =>
        story.City.Lay(db => db.Entry(db.AnnualTasks.Single(t => t.Id == taskId)).Property(t => t.Content).CurrentValue = content);

    private static async Task<List<SearchHit>> Hits(StoryCity story, Actor actor, string query, SearchKind kind) =>
        [.. (await story.Find(actor, query, kind)).Groups.Where(g => g.Kind == kind).SelectMany(g => g.Hits)];

    private static async Task<List<string>> Titles(StoryCity story, Actor actor, string query, SearchKind kind) => (await Hits(story, actor, query, kind)).ConvertAll(h => h.Title);

    private static async Task<List<Guid>> Ids(StoryCity story, Actor actor, string query, SearchKind kind) => (await Hits(story, actor, query, kind)).ConvertAll(h => h.Id);
}
