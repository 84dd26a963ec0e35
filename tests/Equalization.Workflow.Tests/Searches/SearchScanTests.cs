using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Searches;

/// <summary>The search against a scan of every text, over random Chinese and random changes: exactly the same tasks, whatever is asked. EQUALIZATION_FULL=1 asks ten times as often.</summary>
public sealed class SearchScanTests(ITestOutputHelper output)
{
    private const int Tasks = 40;

    private static readonly int Rounds = Environment.GetEnvironmentVariable("EQUALIZATION_FULL") == "1" ? 200 : 20;

    [Fact]
    public async Task It_finds_what_a_scan_finds_and_nothing_else()
    {
        await using var city = await TestCity.Create();
        var ids = new List<Guid>();
        for (var i = 0; i < Tasks; i++)
        {
            ids.Add((await city.LayTask()).Id);
        }

        var random = new Random(20180410);
        var (asked, found) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var texts = RandomChinese.Text(60).Generator.Sample(8).ToList();
            await city.Lay(db =>
            {
                foreach (var text in texts)
                {
                    var id = ids[random.Next(ids.Count)];
                    db.Entry(db.AnnualTasks.Single(t => t.Id == id)).Property(t => t.Content).CurrentValue = text;
                }
            });
            await city.Get<SearchIndexService>().Run(TestCity.Ct);
            var ledger = await city.Read(db => db.AnnualTasks.AsNoTracking().Select(t => new { t.Id, t.Number, t.Title, t.Content, t.Criteria }).ToListAsync(TestCity.Ct));
            foreach (var query in RandomChinese.Text(5).Generator.Sample(10).Concat(texts.Select(t => Piece(t, random, 8))).Concat(texts.Select(t => Sentence(t, random))))
            {
                var terms = SearchText.Terms(query);
                var expected = terms.Count == 0 ? [] : ledger
                    .Where(t => terms.All(term => new[] { t.Number, t.Title, t.Content, t.Criteria }.Any(f => SearchText.Normalise(f).Replace('\n', ' ').Replace("\u200B", "", StringComparison.Ordinal).Contains(term, StringComparison.Ordinal))))
                    .Select(t => t.Id).Order().ToList();
                var group = (await city.Get<SearchQueries>().Find(city.Office, query, SearchKind.Task, 1, 100, TestCity.Ct)).Groups.FirstOrDefault(g => g.Kind == SearchKind.Task);

                Assert.True(expected.SequenceEqual((group?.Hits ?? []).Select(h => h.Id).Order()), $"“{query}” finds other than a scan does.");
                Assert.Equal(expected.Count, group?.Total ?? 0);
                asked++;
                found += expected.Count;
            }
        }

        output.WriteLine($"{asked} queries, {found} found");
        Assert.True(found > asked, "The queries found too little to show anything.");
    }

    /// <summary>Thirty characters of a text, and one more word of one or two that some text has.</summary>
    private static string Sentence(string text, Random random)
    {
        string[] words = ["义", "学位", "班额", "㐂", "大"];
        return $"{Piece(text, random, 30)} {words[random.Next(words.Length)]}";
    }

    private static string Piece(string text, Random random, int longest)
    {
        // By whole characters: nobody types half of one.
        var runes = text.EnumerateRunes().ToList();
        var from = random.Next(runes.Count);
        return string.Concat(runes.Skip(from).Take(random.Next(1, longest + 1)));
    }
}
