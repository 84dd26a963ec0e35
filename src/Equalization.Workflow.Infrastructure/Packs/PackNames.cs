namespace Equalization.Workflow.Infrastructure.Packs;

/// <summary>File names that every system can unpack.</summary>
public static class PackNames
{
    private const int Longest = 80;
    private const int LongestEnding = 10;

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>The last part of a name, at most 80 characters with its ending kept; what is not allowed somewhere becomes "_".</summary>
    public static string Safe(string name)
    {
        var clean = string.Concat(name.EnumerateRunes().Select(r => r.Value < 0x20 || r.Value == 0xFFFD || "<>:\"/\\|?*".Contains(r.ToString(), StringComparison.Ordinal) ? "_" : r.ToString()));
        clean = clean.Trim().TrimEnd('.', ' ');
        if (clean.Length > Longest)
        {
            var ending = Path.GetExtension(clean) is { Length: <= LongestEnding } kept ? kept : "";
            var length = Longest - ending.Length;
            clean = clean[..(char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length)] + ending;
        }

        return clean.Length == 0 || clean.All(c => c == '.') ? "_" : Reserved.Contains(Path.GetFileNameWithoutExtension(clean)) ? $"_{clean}" : clean;
    }
}
