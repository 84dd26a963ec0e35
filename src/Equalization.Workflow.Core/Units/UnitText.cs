namespace Equalization.Workflow.Core.Units;

/// <summary>Names as people type them: trimmed, present, and no longer than their column.</summary>
internal static class UnitText
{
    /// <summary>Refuses an empty text (text-missing) and one that is too long (text-long), at its field.</summary>
    public static string Required(string? text, int longest, string field)
    {
        var trimmed = Optional(text, longest, field);
        return trimmed ?? throw new RuleBroken("text-missing", "这一项不能为空，请填写。") { Field = field };
    }

    public static string? Optional(string? text, int longest, string field)
    {
        var trimmed = text?.Trim();
        if (trimmed?.Length > longest)
        {
            throw new RuleBroken("text-long", "这一项最多 {0} 个字，请改短。", longest) { Field = field };
        }

        return string.IsNullOrEmpty(trimmed) ? null : trimmed;
    }

    /// <summary>Aliases as typed into one box: one a line, or between 、 ; and commas.</summary>
    public static IReadOnlyList<string> Aliases(string? text, int longest, string field)
    {
        var parts = (text ?? "").Split(['\n', '\r', '、', ';', '；', ',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. parts.Select(p => Required(p, longest, field)).DistinctBy(UnitAlias.Normalise)];
    }
}
