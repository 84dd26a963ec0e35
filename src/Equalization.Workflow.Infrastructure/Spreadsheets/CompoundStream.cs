using System.Buffers.Binary;
using System.Text;

namespace Equalization.Workflow.Infrastructure.Spreadsheets;

/// <summary>One stream of the old compound format in which .xls files are kept: sectors chained by a table, small streams inside another stream.</summary>
internal sealed class CompoundStream
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const uint LastSector = 0xFFFFFFFA;

    private readonly byte[] content;
    private readonly int sector;
    private readonly List<uint> next = [];

    private CompoundStream(byte[] content)
    {
        this.content = content;
        sector = 1 << Math.Clamp((int)Word(content, 30), 7, 16);
    }

    /// <summary>The stream's bytes. Null where the file has no stream of the name or its chains lead nowhere.</summary>
    public static byte[]? Find(byte[] content, string name)
    {
        if (content.Length < HeaderLength)
        {
            return null;
        }

        var file = new CompoundStream(content);
        return file.ReadTable() && file.Chain(Long(content, 48)) is { } directory ? file.Stream(directory, name) : null;
    }

    private static ushort Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint Long(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private byte[]? Stream(byte[] directory, string name)
    {
        byte[]? small = null;
        for (var at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            var (kind, start, length) = (directory[at + 66], Long(directory, at + 116), (int)Math.Min(Long(directory, at + 120), int.MaxValue));
            if (kind == 5)
            {
                small = Chain(start);
            }
            else if (kind == 2 && Encoding.Unicode.GetString(directory, at, Math.Clamp(Word(directory, at + 64) - 2, 0, 64)).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                var whole = length >= Long(content, 56) ? Chain(start) : small is null ? null : Small(small, start);
                return whole?[..Math.Min(length, whole.Length)];
            }
        }

        return null;
    }

    /// <summary>The table says which sector follows each; its own sectors are listed in the header and in a chain of lists.</summary>
    private bool ReadTable()
    {
        var listed = new List<uint>();
        for (var at = 76; at < HeaderLength; at += 4)
        {
            listed.Add(Long(content, at));
        }

        var more = Long(content, 68);
        for (var turns = 0; more < LastSector && turns < content.Length / sector && Sector(more) is { Length: > 0 } list; turns++)
        {
            for (var at = 0; at < sector - 4; at += 4)
            {
                listed.Add(BinaryPrimitives.ReadUInt32LittleEndian(list[at..]));
            }

            more = BinaryPrimitives.ReadUInt32LittleEndian(list[(sector - 4)..]);
        }

        foreach (var place in listed.Where(place => place < LastSector))
        {
            var table = Sector(place);
            for (var at = 0; at < table.Length; at += 4)
            {
                next.Add(BinaryPrimitives.ReadUInt32LittleEndian(table[at..]));
            }
        }

        return next.Count > 0;
    }

    private byte[]? Chain(uint start)
    {
        using var bytes = new MemoryStream();
        for (var (at, turns) = (start, 0); at < LastSector; at = next[(int)at], turns++)
        {
            if (at >= next.Count || turns > next.Count || Sector(at) is not { Length: > 0 } part)
            {
                return null;
            }

            bytes.Write(part);
        }

        return bytes.ToArray();
    }

    private byte[]? Small(byte[] small, uint start)
    {
        const int Part = 64;
        if (Chain(Long(content, 60)) is not { } table)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        for (var (at, turns) = (start, 0); at < LastSector; at = Long(table, (int)at * 4), turns++)
        {
            if (at >= table.Length / 4 || turns > table.Length || (at + 1) * Part > small.Length)
            {
                return null;
            }

            bytes.Write(small, (int)at * Part, Part);
        }

        return bytes.ToArray();
    }

    private ReadOnlySpan<byte> Sector(uint number)
    {
        var at = ((long)number + 1) * sector;
        return at >= content.Length ? [] : at + sector <= content.Length ? content.AsSpan((int)at, sector) : Padded((int)at);
    }

    /// <summary>Some programs do not fill the last sector up.</summary>
    private byte[] Padded(int at)
    {
        var whole = new byte[sector];
        content.AsSpan(at).CopyTo(whole);
        return whole;
    }
}
