using System.Buffers.Binary;
using System.Text;

namespace Equalization.Workflow.Infrastructure.Papers;

/// <summary>
/// A zip of parts kept as they are, all dated 1 January 1980. The framework's archive writes which system it ran on, and its packing may
/// change from one release to the next; a signed paper must come out the same everywhere. For small files: all is in memory.
/// </summary>
internal sealed class StoredZip
{
    private const int Local = 0x04034B50;
    private const int Central = 0x02014B50;
    private const int End = 0x06054B50;
    private const short Version = 20;
    private const short NamesAreUtf8 = 1 << 11;
    private const short FirstDay = (1 << 5) | 1;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (c, _) => (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1)))];

    private readonly MemoryStream bytes = new();
    private readonly List<(byte[] Name, uint Crc, int Length, int At)> parts = [];

    public void Add(string name, byte[] content)
    {
        var part = (Name: Encoding.UTF8.GetBytes(name), Crc: Crc(content), content.Length, At: (int)bytes.Length);
        parts.Add(part);
        Int(Local);
        Common(part.Name, part.Crc, part.Length);
        bytes.Write(part.Name);
        bytes.Write(content);
    }

    public byte[] Finish()
    {
        var start = (int)bytes.Length;
        foreach (var (name, crc, length, at) in parts)
        {
            Int(Central);
            Short(Version);
            Common(name, crc, length);
            Short(0);
            Short(0);
            Short(0);
            Int(0);
            Int(at);
            bytes.Write(name);
        }

        var size = (int)bytes.Length - start;
        Int(End);
        Int(0);
        Short((short)parts.Count);
        Short((short)parts.Count);
        Int(size);
        Int(start);
        Short(0);
        return bytes.ToArray();
    }

    /// <summary>What the head before a part and its line in the list have in common.</summary>
    private void Common(byte[] name, uint crc, int length)
    {
        Short(Version);
        Short(NamesAreUtf8);
        Short(0);
        Short(0);
        Short(FirstDay);
        Int((int)crc);
        Int(length);
        Int(length);
        Short((short)name.Length);
        Short(0);
    }

    private static uint Crc(byte[] content) => ~content.Aggregate(uint.MaxValue, (crc, b) => Table[(crc ^ b) & 0xFF] ^ (crc >> 8));

    private void Int(int value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, value);
        bytes.Write(four);
    }

    private void Short(short value)
    {
        Span<byte> two = stackalloc byte[2];
        BinaryPrimitives.WriteInt16LittleEndian(two, value);
        bytes.Write(two);
    }
}
