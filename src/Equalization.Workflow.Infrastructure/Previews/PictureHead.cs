using System.Buffers.Binary;

namespace Equalization.Workflow.Infrastructure.Previews;

/// <summary>What the first bytes of a picture say: PNG, JPEG, GIF or WebP, and its size in dots. Anything else is no picture here, SVG above all.</summary>
public sealed record PictureHead(string ContentType, long Width, long Height)
{
    /// <summary>A camera's own notes stand before a JPEG's size and may be long.</summary>
    public const int Needed = 1024 * 1024;

    public static PictureHead? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png(head),
        [0xFF, 0xD8, 0xFF, ..] => Jpeg(head),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', _, _, _, _, ..] =>
            Sized("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..])),
        _ => head.Length >= 30 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? WebP(head) : null,
    };

    private static PictureHead? Png(ReadOnlySpan<byte> head) => head.Length >= 24 && head[12..].StartsWith("IHDR"u8)
        ? Sized("image/png", BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]))
        : null;

    /// <summary>Goes from marker to marker up to the frame that carries the size.</summary>
    private static PictureHead? Jpeg(ReadOnlySpan<byte> head)
    {
        for (var at = 2; at + 9 < head.Length && head[at] == 0xFF;)
        {
            var marker = head[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Sized("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
        }

        return null;
    }

    private static PictureHead? WebP(ReadOnlySpan<byte> head)
    {
        var kind = head[12..16];
        if (kind.SequenceEqual("VP8X"u8))
        {
            return Sized("image/webp", 1 + (head[24] | (head[25] << 8) | (head[26] << 16)), 1 + (head[27] | (head[28] << 8) | (head[29] << 16)));
        }

        if (kind.SequenceEqual("VP8 "u8))
        {
            return Sized("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF);
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return Sized("image/webp", 1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
        }

        return null;
    }

    private static PictureHead? Sized(string contentType, long width, long height) => width > 0 && height > 0 ? new(contentType, width, height) : null;
}
