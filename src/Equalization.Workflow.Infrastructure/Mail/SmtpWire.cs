using System.Text;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>
/// Lines to and from a server. Every wait has an end (<see cref="TimeoutException"/>); a connection that is gone is an
/// <see cref="IOException"/>, and talk that is not SMTP an <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class SmtpWire(Stream stream, TimeSpan patience) : IAsyncDisposable
{
    private const int LongestLine = 4096;
    private const int MostLines = 200;

    private readonly byte[] buffer = new byte[LongestLine];
    private int start;
    private int end;

    public Stream Stream => stream;

    /// <summary>Something was received that nobody asked for yet.</summary>
    public bool HasUnread => end > start;

    public async Task<SmtpReply> Ask(string command, CancellationToken ct)
    {
        await Write(Encoding.ASCII.GetBytes(command + "\r\n"), patience, ct);
        return await Read(patience, ct);
    }

    public Task Write(ReadOnlyMemory<byte> bytes, TimeSpan within, CancellationToken ct) => Within(within, async limited =>
    {
        await stream.WriteAsync(bytes, limited);
        await stream.FlushAsync(limited);
        return true;
    }, ct);

    public Task<SmtpReply> Read(CancellationToken ct) => Read(patience, ct);

    public Task<SmtpReply> Read(TimeSpan within, CancellationToken ct) => Within(within, async limited =>
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await Line(limited);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code) || code is < 200 or > 599)
            {
                throw new InvalidDataException("The server does not speak SMTP.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new InvalidDataException("The server's answer has no end.");
    }, ct);

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private static async Task<T> Within<T>(TimeSpan limit, Func<CancellationToken, Task<T>> act, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(limit);
        try
        {
            return await act(limited.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private async ValueTask<string> Line(CancellationToken ct)
    {
        while (true)
        {
            var found = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = Encoding.UTF8.GetString(buffer, start, found).TrimEnd('\r');
                start += found + 1;
                return line;
            }

            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }

            if (end == buffer.Length)
            {
                throw new InvalidDataException("The server's line has no end.");
            }

            var read = await stream.ReadAsync(buffer.AsMemory(end), ct);
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            end += read;
        }
    }
}
