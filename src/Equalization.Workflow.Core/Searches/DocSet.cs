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

    public int Count => CountIn(0, int.MaxValue);

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

    /// <summary>Keeps what is in the other too, in the chunks that are named or in all.</summary>
    public void IntersectWith(DocSet other, Func<int, bool>? where = null)
    {
        foreach (var chunk in chunks.Keys.Where(c => where is null || where(c)).ToList())
        {
            if (!other.chunks.TryGetValue(chunk, out var theirs))
            {
                chunks.Remove(chunk);
                continue;
            }

            var words = chunks[chunk];
            for (var i = 0; i < Words; i++)
            {
                words[i] &= theirs[i];
            }
        }
    }

    /// <summary>Takes out what is in the other, in the chunks that are named.</summary>
    public void ExceptWith(DocSet other, Func<int, bool> where)
    {
        foreach (var (chunk, words) in chunks.Where(c => where(c.Key)))
        {
            for (var i = 0; i < Words && other.chunks.TryGetValue(chunk, out var theirs); i++)
            {
                words[i] &= ~theirs[i];
            }
        }
    }

    /// <summary>Takes out the chunks that are named, whole.</summary>
    public void RemoveChunks(Func<int, bool> where)
    {
        foreach (var chunk in chunks.Keys.Where(where).ToList())
        {
            chunks.Remove(chunk);
        }
    }

    /// <summary>How many numbers there are in the chunks from that of the first to that before the end.</summary>
    public int CountIn(int first, int end)
    {
        var count = 0;
        foreach (var (chunk, words) in chunks)
        {
            if (chunk >= ChunkOf(first) && chunk <= ChunkOf(end - 1))
            {
                foreach (var word in words)
                {
                    count += BitOperations.PopCount(word);
                }
            }
        }

        return count;
    }

    /// <summary>The numbers in the chunks from that of the first to that before the end, the greatest first; found as they are asked for.</summary>
    public IEnumerable<int> Descending(int first, int end)
    {
        foreach (var chunk in chunks.Keys.Where(c => c >= ChunkOf(first) && c <= ChunkOf(end - 1)).OrderDescending())
        {
            var words = chunks[chunk];
            for (var i = Words - 1; i >= 0; i--)
            {
                for (var rest = words[i]; rest != 0;)
                {
                    var bit = 63 - BitOperations.LeadingZeroCount(rest);
                    rest &= ~(1UL << bit);
                    yield return (chunk << ChunkBits) + (i << 6) + bit;
                }
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
