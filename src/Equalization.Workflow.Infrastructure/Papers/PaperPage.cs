namespace Equalization.Workflow.Infrastructure.Papers;

/// <summary>The measures of GB/T 9704-2012 in twentieths of a point: A4, text area 156 × 225 mm, 22 lines of 28 characters of 16 points.</summary>
internal static class PaperPage
{
    public const int Width = 11906;
    public const int Height = 16838;
    public const int Top = 2098;
    public const int Bottom = 1984;
    public const int Left = 1587;
    public const int Right = 1474;
    public const int TextWidth = Width - Left - Right;

    /// <summary>225 mm in 22 lines.</summary>
    public const int Line = 579;

    /// <summary>A character of size 三号.</summary>
    public const int Character = 320;

    /// <summary>
    /// 28 characters of 320 would need 115 more than there are. Set on the characters and not as the page's grid: LibreOffice gives a character
    /// that is wider than the grid's cell two cells.
    /// </summary>
    public const int CharacterSpace = -5;

    /// <summary>Page numbers stand 7 mm under the text area.</summary>
    public const int Footer = 1304;

    /// <summary>The red head stands 35 mm under the upper edge of the text area.</summary>
    public const int RedHeadDrop = 1984;

    /// <summary>A text's width in characters: a Chinese one counts 1, a Latin one one half.</summary>
    public static double Characters(string text) => text.EnumerateRunes().Sum(r => r.Value < 0x2E80 && !IsWide(r.Value) ? 0.5 : 1);

    // Dashes, dots and quotation marks of Chinese text lie below the Chinese blocks.
    private static bool IsWide(int rune) => rune is 0x2014 or 0x2026 or (>= 0x2018 and <= 0x201D);
}
