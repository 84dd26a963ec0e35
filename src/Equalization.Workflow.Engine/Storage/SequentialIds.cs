using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Equalization.Workflow.Engine.Storage;

/// <summary>
/// UUIDs of version 7 that also rise within a millisecond, and when the clock is set back, as far as one process goes. Bookmarks and instances
/// are ordered by them, and under a virtual clock thousands are made at one instant.
/// </summary>
internal static class SequentialIds
{
    private const int RandomFrom = 12;

    private static long latest;
    private static int counter = RandomNumberGenerator.GetInt32(1 << 16);

    public static Guid Next(DateTime now)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[RandomFrom..]);
        var milliseconds = (now.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        BinaryPrimitives.WriteInt64BigEndian(bytes, Raise(milliseconds) << 16);

        // Twelve bits beside the version and twenty beside the variant: the order wraps after four thousand million.
        var count = (uint)Interlocked.Increment(ref counter);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (count >> 20 & 0xfff)));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], 0x80000000 | (count & 0xfffff) << 10 | (uint)bytes[12]);
        return new Guid(bytes, bigEndian: true);
    }

    private static long Raise(long milliseconds)
    {
        var seen = Interlocked.Read(ref latest);
        while (milliseconds > seen)
        {
            var found = Interlocked.CompareExchange(ref latest, milliseconds, seen);
            if (found == seen)
            {
                return milliseconds;
            }

            seen = found;
        }

        return seen;
    }
}
