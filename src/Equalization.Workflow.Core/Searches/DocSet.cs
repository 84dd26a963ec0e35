using System.Numerics;
using System.Runtime.InteropServices;

namespace Equalization.Workflow.Core.Searches;

/// <summary>
/// The numbers of entries as bits, a chunk of 2,048 at a time. A chunk is stored as its bits (256 bytes), or, while it has fewer than 128 numbers, as those
/// (two bytes each, little endian): the length tells which.
/// </summary>
public sealed class DocSet
{
    public const int ChunkBits = 11;
    public const int ChunkSize = 1 << ChunkBits;

    private const int Words = ChunkSize / 64;
    private const int MostListed = 127;

    private readonly Dictionary<int, ulong[]> chunks = [];

    public static int ChunkOf(int number) => number >> ChunkBits;

    public int Count => chunks.Values.Sum(words => words.Sum(BitOperations.PopCount));

    public IEnumerable<int> Chunks => chunks.Keys;

    public void Add(int number) => Chunk(ChunkOf(number))[(number & (ChunkSize - 1)) >> 6] |= 1UL << (number & 63);

    public void Remove(int number) => Chunk(ChunkOf(number))[(number & (ChunkSize - 1)) >> 6] &= ~(1UL << (number & 63));

    public bool Contains(int number) =>
        chunks.TryGetValue(ChunkOf(number), out var words) && (words[(number & (ChunkSize - 1)) >> 6] & (1UL << (number & 63))) != 0;

    /// <summary>Adds a chunk as it was stored.</summary>
    public void Read(int chunk, byte[] stored)
    {
        var words = Chunk(chunk);
        if (stored.Length == ChunkSize / 8)
        {
            for (var i = 0; i < Words; i++)
            {
                words[i] |= BitConverter.ToUInt64(stored, i * 8);
            }

            return;
        }

        for (var i = 0; i < stored.Length; i += 2)
        {
            var at = BitConverter.ToUInt16(stored, i);
            words[at >> 6] |= 1UL << (at & 63);
        }
    }

    /// <summary>A chunk as it is stored; empty when nothing is in it.</summary>
    public byte[] Write(int chunk)
    {
        var words = Chunk(chunk);
        var count = words.Sum(BitOperations.PopCount);
        return count > MostListed
            ? MemoryMarshal.AsBytes(words.AsSpan()).ToArray()
            : [.. Offsets(words).SelectMany(at => BitConverter.GetBytes((ushort)at))];
    }

    /// <summary>Keeps what is in the other too.</summary>
    public void IntersectWith(DocSet other)
    {
        foreach (var chunk in chunks.Keys.ToList())
        {
            if (!other.chunks.TryGetValue(chunk, out var theirs))
            {
                chunks.Remove(chunk);
                continue;
            }

            for (var i = 0; i < Words; i++)
            {
                chunks[chunk][i] &= theirs[i];
            }
        }
    }

    /// <summary>Of the numbers from the first to the end (not included), the greatest first.</summary>
    public IEnumerable<int> Descending(int first, int end)
    {
        foreach (var chunk in chunks.Keys.Where(c => c >= ChunkOf(first) && c <= ChunkOf(end - 1)).OrderDescending())
        {
            foreach (var number in Offsets(chunks[chunk]).Reverse().Select(at => (chunk << ChunkBits) + at).Where(n => n >= first && n < end))
            {
                yield return number;
            }
        }
    }

    private static IEnumerable<int> Offsets(ulong[] words)
    {
        for (var i = 0; i < Words; i++)
        {
            for (var rest = words[i]; rest != 0; rest &= rest - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    private ulong[] Chunk(int chunk)
    {
        if (!chunks.TryGetValue(chunk, out var words))
        {
            chunks[chunk] = words = new ulong[Words];
        }

        return words;
    }
}
