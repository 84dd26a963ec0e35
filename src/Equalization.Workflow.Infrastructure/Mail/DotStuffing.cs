using System.Buffers;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>A letter as DATA takes it: a line that begins with a dot gets another, and a dot on a line of its own ends the letter.</summary>
public static class DotStuffing
{
    public static ReadOnlyMemory<byte> Of(byte[] message)
    {
        var stuffed = new ArrayBufferWriter<byte>(message.Length + 64);
        var rest = message.AsSpan();
        if (rest.StartsWith("."u8))
        {
            stuffed.Write("."u8);
        }

        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf("\r\n."u8);
            var part = end < 0 ? rest : rest[..(end + 3)];
            stuffed.Write(part);
            rest = rest[part.Length..];
            if (end >= 0)
            {
                stuffed.Write("."u8);
            }
        }

        stuffed.Write(message.AsSpan().EndsWith("\r\n"u8) ? ".\r\n"u8 : "\r\n.\r\n"u8);
        return stuffed.WrittenMemory;
    }
}
