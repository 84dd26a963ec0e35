using System.Text;

namespace Equalization.Workflow.Core.Searches.Filters;

/// <summary>A person's own name for a list narrowed in some way: the list's address without and with its query. Nobody else sees it.</summary>
[NotAudited]
public sealed class SavedFilter
{
    public const int LongestName = 30;
    public const int LongestPath = 100;
    public const int LongestQuery = 1000;

    /// <summary>How many a person keeps.</summary>
    public const int Most = 50;

    private SavedFilter()
    {
    }

    /// <summary>Refuses no name (filter-name), what is no narrowed list of this program (filter-address), and one narrowed by too much (filter-too-long).</summary>
    public SavedFilter(Guid personId, string? name, string? path, string? query, DateTime now)
    {
        Id = Guid.CreateVersion7();
        PersonId = personId;
        Name = name.Needed(LongestName, "名称", new RuleBroken("filter-name", "请给这个筛选起一个名称，例如“本月到期”。") { Field = nameof(Name) });
        Path = path is { Length: > 1 and <= LongestPath } && path[0] == '/' && path[1] is not ('/' or '\\') && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_')
            ? path
            : throw Refused();
        Query = query is { Length: > 1 } && query[0] == '?' && query.All(c => c is > ' ' and <= '~') ? query : throw Refused();
        if (Query.Length > LongestQuery)
        {
            throw new RuleBroken("filter-too-long", "筛选条件最多 {0} 个字符，现有 {1} 个。请减少条件或缩短查找内容后再保存。", LongestQuery, Query.Length);
        }

        SavedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The list's path within the program, such as /Tasks.</summary>
    public string Path { get; private set; } = "";

    /// <summary>With its question mark, escaped as in the address.</summary>
    public string Query { get; private set; } = "";

    public DateTime SavedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Another narrowing under the same name.</summary>
    internal void Replace(SavedFilter by) => (Name, Query, SavedAt) = (by.Name, by.Query, by.SavedAt);

    /// <summary>The same list and the same name, upper or lower case, full or half width: SQL Server tells no such two apart.</summary>
    internal bool IsNamedAs(SavedFilter other) => string.Equals(Path, other.Path, StringComparison.OrdinalIgnoreCase) && Key(Name) == Key(other.Name);

    private static string Key(string name) => name.Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    private static RuleBroken Refused() => new("filter-address", "这个地址不能保存为筛选。请在列表中选好条件后，从列表上的“保存当前筛选”进入。");
}
