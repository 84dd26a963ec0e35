using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Equalization.Workflow.Infrastructure.Spreadsheets;

/// <summary>Cells as UTF-8, gathered until there is enough to hand on. XML is written by hand: it is three forms of one element, and most of the work.</summary>
internal sealed class SheetBuffer(int chunk)
{
    /// <summary>Longer texts make the whole file unreadable to Excel.</summary>
    private const int LongestText = 32_767;

    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(i => (char)i), '&', '<', '>', '_', '\uFFFE', '\uFFFF', .. Enumerable.Range(0xD800, 0x800).Select(i => (char)i)]);

    private readonly ArrayBufferWriter<byte> bytes = new(chunk * 2);

    public bool IsFull => bytes.WrittenCount >= chunk;

    public void Raw(ReadOnlySpan<byte> utf8) => bytes.Write(utf8);

    public void Raw(string text)
    {
        var span = bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        bytes.Advance(Encoding.UTF8.GetBytes(text, span));
    }

    public void Number(int value)
    {
        value.TryFormat(bytes.GetSpan(16), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        bytes.Advance(written);
    }

    public void Cell(ReadOnlySpan<byte> column, int row, SheetCell cell, int style)
    {
        Raw("<c r=\""u8);
        Raw(column);
        Number(row);
        Raw("\" s=\""u8);
        Number(style);
        if (cell.Kind == SheetKind.Text)
        {
            Raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
            Text(cell.Text!);
            Raw("</t></is></c>"u8);
        }
        else if (cell.Kind == SheetKind.Formula)
        {
            Raw("\"><f>"u8);
            Text(cell.Text!);
            Raw("</f></c>"u8);
        }
        else
        {
            Raw("\"><v>"u8);
            cell.Number.TryFormat(bytes.GetSpan(32), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
            bytes.Advance(written);
            Raw("</v></c>"u8);
        }
    }

    public async Task Flush(Stream to, CancellationToken ct)
    {
        await to.WriteAsync(bytes.WrittenMemory, ct);
        bytes.ResetWrittenCount();
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestText)
        {
            text = text[..(LongestText - 1)];
            Text(text);
            Raw("…");
            return;
        }

        while (text.IndexOfAny(Special) is var at and >= 0)
        {
            Plain(text[..at]);
            text = text[at..];
            text = text[Escape(text)..];
        }

        Plain(text);
    }

    /// <summary>Writes what stands for the first character; the count of characters it took.</summary>
    private int Escape(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&':
                Raw("&amp;"u8);
                break;
            case '<':
                Raw("&lt;"u8);
                break;
            case '>':
                Raw("&gt;"u8);
                break;
            case '\t' or '\n':
                Plain(text[..1]);
                break;
            case '_':
                // _x0041_ would be read as the letter A.
                Raw(text.Length > 6 && text[1] == 'x' && text[6] == '_' ? "_x005F_"u8 : "_"u8);
                break;
            case var c when char.IsSurrogate(c):
                Rune.DecodeFromUtf16(text, out var rune, out var taken);
                bytes.Advance(rune.EncodeToUtf8(bytes.GetSpan(4)));
                return taken;
            default:
                // What XML cannot carry.
                break;
        }

        return 1;
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        if (text.Length > 0)
        {
            Utf8.FromUtf16(text, bytes.GetSpan(text.Length * 3), out _, out var written);
            bytes.Advance(written);
        }
    }
}
