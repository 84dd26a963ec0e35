using System.Globalization;

namespace Equalization.Workflow.Benchmarks.Gold;

/// <summary>Precision and recall of the plan reader against gold answers, for each plan and over the set: each at least 0.98, no wrong lead unit anywhere.</summary>
public static class GoldBenchmark
{
    private const double Bound = 0.98;

    public static async Task<int> Run(string[] arguments)
    {
        var folder = arguments.FirstOrDefault() ?? Places.Gold();
        if (folder is null || !Directory.Exists(folder) || GoldFolder.Answers(folder) is not { Count: > 0 } answers)
        {
            Console.WriteLine($"No gold answers (*.gold.json) in {folder ?? "../shared/reference/plans"}. Name a folder that holds them.");
            return 2;
        }

        var results = new List<GoldResult>();
        foreach (var answer in answers)
        {
            results.Add(await GoldFolder.Compare(answer));
        }

        Print(results);
        var whole = Whole(results);
        var below = whole.Where(field => Math.Min(field.Value.Precision, field.Value.Recall) < Bound).Select(field => field.Key).ToList();
        var wrong = results.Sum(result => result.WrongLeads);
        Console.WriteLine($"Wrong lead units: {wrong}. Below {Bound.ToString(CultureInfo.InvariantCulture)}: {(below.Count == 0 ? "none" : string.Join(", ", below))}.");
        return wrong == 0 && below.Count == 0 ? 0 : 1;
    }

    public static Dictionary<GoldField, GoldTally> Whole(IEnumerable<GoldResult> results) =>
        results.SelectMany(result => result.Tallies).GroupBy(field => field.Key).ToDictionary(group => group.Key, group => group.Aggregate(default(GoldTally), (sum, field) => sum + field.Value));

    private static void Print(List<GoldResult> results)
    {
        var fields = Enum.GetValues<GoldField>();
        var width = Math.Max(8, results.Max(result => result.Name.Length));
        Console.WriteLine("precision/recall (expected)");
        Console.WriteLine("plan".PadRight(width) + string.Concat(fields.Select(field => field.ToString().PadLeft(18))));
        foreach (var (name, tallies) in results.Select(result => (result.Name, result.Tallies)).Append(("whole", Whole(results))))
        {
            Console.WriteLine(name.PadRight(width) + string.Concat(fields.Select(field => Cell(tallies.GetValueOrDefault(field)).PadLeft(18))));
        }

        foreach (var difference in results.SelectMany(result => result.Differences.Select(line => $"{result.Name}: {line}")))
        {
            Console.WriteLine(difference);
        }
    }

    private static string Cell(GoldTally tally) =>
        tally.Expected + tally.Said == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{tally.Precision:0.000}/{tally.Recall:0.000} ({tally.Expected})");
}
