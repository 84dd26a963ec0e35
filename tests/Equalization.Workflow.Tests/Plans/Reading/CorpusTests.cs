using Equalization.Workflow.Benchmarks.Gold;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans.Reading;

/// <summary>
/// Short plans in every written form, made for this, each with its answer: Corpus/NAME.txt and Corpus/NAME.gold.json. Beside them the real
/// plans with answers made by hand, where they lie beside the clone.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private static readonly string Folder = Repository.PathOf("tests", "Equalization.Workflow.Tests", "Plans", "Reading", "Corpus");

    public static TheoryData<string> Names() => [.. GoldFolder.Answers(Folder).Select(GoldFolder.NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_written_form_is_read_without_a_difference(string name)
    {
        var result = await GoldFolder.Compare(Path.Combine(Folder, name + ".gold.json"));

        Assert.Empty(result.Differences);
    }

    [Fact]
    public void The_corpus_has_a_plan_for_every_answer_and_the_other_way_round()
    {
        var texts = Directory.GetFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Order();

        Assert.Equal(texts, GoldFolder.Answers(Folder).Select(GoldFolder.NameOf).Order());
        Assert.True(GoldFolder.Answers(Folder).Count >= 40);
    }

    [Fact]
    public async Task The_real_plans_are_read_with_precision_and_recall_of_98_percent_and_no_wrong_lead()
    {
        var results = new List<GoldResult>();
        foreach (var answer in GoldFolder.Answers(Repository.SharedFile("reference", "plans")))
        {
            results.Add(await GoldFolder.Compare(answer));
        }

        results.SelectMany(result => result.Differences.Select(line => $"{result.Name}: {line}")).ToList().ForEach(output.WriteLine);
        Assert.Equal(0, results.Sum(result => result.WrongLeads));
        Assert.All(GoldBenchmark.Whole(results), field => Assert.True(Math.Min(field.Value.Precision, field.Value.Recall) >= 0.98, $"{field.Key} {field.Value}"));
    }

    [Fact]
    public async Task A_wrong_answer_is_seen()
    {
        var folder = Directory.CreateTempSubdirectory("gold");
        try
        {
            File.Copy(Path.Combine(Folder, "01-labels-half-width.txt"), Path.Combine(folder.FullName, "wrong.txt"));
            var gold = await File.ReadAllTextAsync(Path.Combine(Folder, "01-labels-half-width.gold.json"));
            var wrong = Path.Combine(folder.FullName, "wrong.gold.json");
            await File.WriteAllTextAsync(wrong, gold.Replace("\"市教育局\"", "\"市财政局\"", StringComparison.Ordinal));

            var result = await GoldFolder.Compare(wrong);

            Assert.Equal(1, result.WrongLeads);
            Assert.True(result.Tallies[GoldField.Lead].Precision < 0.98);
            Assert.Equal(1, await GoldBenchmark.Run([folder.FullName]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
