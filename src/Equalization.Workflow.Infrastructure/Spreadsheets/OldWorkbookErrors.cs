using System.Buffers.Binary;

namespace Equalization.Workflow.Infrastructure.Spreadsheets;

/// <summary>
/// The cells of an .xls whose value is an error such as #REF!, which the reading library gives as empty. Sheets count from 0, rows from 1, columns from 0.
/// Of an enciphered workbook it finds none.
/// </summary>
internal static class OldWorkbookErrors
{
    private const int Formula = 0x0006;
    private const int Enciphered = 0x002F;
    private const int BoundSheet = 0x0085;
    private const int BoolOrError = 0x0205;
    private const int EndOfStream = 0x000A;

    public static IReadOnlyList<(int Sheet, int Row, int Column, string Shown)> In(byte[] content, CancellationToken ct)
    {
        var errors = new List<(int Sheet, int Row, int Column, string Shown)>();
        if ((CompoundStream.Find(content, "Workbook") ?? CompoundStream.Find(content, "Book")) is not { } book)
        {
            return errors;
        }

        var sheets = Sheets(book);
        for (var sheet = 0; sheet < sheets.Count; sheet++)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var (kind, at, length) in Records(book, sheets[sheet]))
            {
                if (ErrorOf(book.AsSpan(at, length), kind) is { } shown)
                {
                    errors.Add((sheet, Word(book, at) + 1, Word(book, at + 2), shown));
                }
            }
        }

        return errors;
    }

    /// <summary>Where the sheets of cells begin; charts and macros are none.</summary>
    private static List<int> Sheets(byte[] book)
    {
        var sheets = new List<int>();
        foreach (var (kind, at, length) in Records(book, 0))
        {
            if (kind == Enciphered)
            {
                return [];
            }

            if (kind == BoundSheet && length >= 6 && book[at + 5] == 0)
            {
                sheets.Add(BinaryPrimitives.ReadInt32LittleEndian(book.AsSpan(at)));
            }
        }

        return sheets;
    }

    /// <summary>The records of one stream of records; a chart inside a sheet ends before the sheet does.</summary>
    private static IEnumerable<(int Kind, int At, int Length)> Records(byte[] book, int start)
    {
        var depth = 0;
        for (var at = start; at >= 0 && at + 4 <= book.Length;)
        {
            var (kind, length) = (Word(book, at), Word(book, at + 2));
            depth += kind == 0x0809 ? 1 : kind == EndOfStream ? -1 : 0;
            if (depth <= 0 || at + 4 + length > book.Length)
            {
                yield break;
            }

            yield return (kind, at + 4, length);
            at += 4 + length;
        }
    }

    private static string? ErrorOf(ReadOnlySpan<byte> record, int kind) => kind switch
    {
        BoolOrError when record.Length >= 8 && record[7] == 1 => Shown(record[6]),
        Formula when record.Length >= 14 && record[6] == 2 && record[12] == 0xFF && record[13] == 0xFF => Shown(record[8]),
        _ => null,
    };

    private static string Shown(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };

    private static int Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
