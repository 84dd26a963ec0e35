using System.Security.Cryptography;
using System.Text;

namespace Equalization.Workflow.Core.LookBacks;

/// <summary>
/// The drawing, so that anybody can do it again with the seed and the list alone: each number's key is the SHA-256, in lower-case hex, of the seed, a line
/// feed and the number in UTF-8; the numbers with the smallest keys are drawn.
/// </summary>
public static class LookBackSample
{
    public const int SeedBytes = 16;

    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));

    public static string Key(string seed, string number) => Hash(seed + "\n" + number);

    /// <summary>The drawn numbers, in the order of their keys.</summary>
    public static IReadOnlyList<string> Draw(string seed, IEnumerable<string> numbers, int size) =>
        [.. numbers.OrderBy(n => Key(seed, n), StringComparer.Ordinal).Take(size)];

    /// <summary>Of the list as it is kept: one number a line, in their order.</summary>
    public static string HashOf(string list) => Hash(list);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
