namespace Equalization.Workflow.Core.Indicators.Sheets;

/// <summary>A county's name as it is kept: blanks that a table sets between the characters of a short name (甲 县) belong to the layout, not to the name.</summary>
public static class CountyName
{
    private const char FirstHan = '\u3400';

    private const char LastHan = '\u9FFF';

    /// <summary>Empty for nothing written. A name in another script keeps its blanks.</summary>
    public static string Of(string? written) => written is null ? ""
        : written.Any(c => c is >= FirstHan and <= LastHan) ? string.Concat(written.Where(c => !char.IsWhiteSpace(c) && c != '\u200B'))
        : written.Trim();
}
