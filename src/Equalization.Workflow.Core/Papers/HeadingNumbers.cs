namespace Equalization.Workflow.Core.Papers;

/// <summary>Counts the headings of one text: 一、 · （一） · 1. · （1）. A heading ends the count of all levels below it.</summary>
public sealed class HeadingNumbers
{
    public const int Deepest = 4;

    private const string Digits = "零一二三四五六七八九";

    private readonly int[] counts = new int[Deepest];

    /// <summary>The next heading's number at a level from 1 to 4.</summary>
    public string Next(int level)
    {
        var number = ++counts[level - 1];
        Array.Clear(counts, level, Deepest - level);
        return level switch
        {
            1 => $"{Chinese(number)}、",
            2 => $"（{Chinese(number)}）",
            3 => $"{number}.",
            4 => $"（{number}）",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "A heading's level is 1 to 4."),
        };
    }

    /// <summary>1 to 99 as written in headings: 十, 十二, 二十一. Larger numbers stay digits.</summary>
    private static string Chinese(int number) => number switch
    {
        > 99 => $"{number}",
        >= 20 => $"{Digits[number / 10]}十{Unit(number)}",
        >= 10 => $"十{Unit(number)}",
        _ => $"{Digits[number]}",
    };

    private static string Unit(int number) => number % 10 == 0 ? "" : $"{Digits[number % 10]}";
}
