using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Equalization.Workflow.Benchmarks;

/// <summary>The least of an SMTP server: takes every letter, keeps its Message-ID, and counts connections.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> ids = new();
    private readonly Task listening;
    private int open;
    private int mostOpen;

    public MailSink()
    {
        listener.Start();
        listening = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyCollection<string> Ids => ids;

    public int MostOpen => mostOpen;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await listening;
    }

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                _ = Serve(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task Serve(TcpClient client)
    {
        var now = Interlocked.Increment(ref open);
        lock (ids)
        {
            mostOpen = Math.Max(mostOpen, now);
        }

        using var connection = client;
        client.NoDelay = true;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await Say("220 sink");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line[..Math.Min(4, line.Length)].ToUpperInvariant())
            {
                case "EHLO":
                    await Say("250-sink\r\n250 PIPELINING");
                    break;
                case "DATA":
                    await Say("354 go on");
                    await Take(reader);
                    await Say("250 2.0.0 taken");
                    break;
                case "QUIT":
                    // Counted before the goodbye, so that the next connection finds this one gone.
                    Interlocked.Decrement(ref open);
                    await Say("221 bye");
                    return;
                default:
                    await Say("250 2.1.0 fine");
                    break;
            }
        }

        ValueTask Say(string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"));
    }

    private async Task Take(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            if (line.StartsWith("Message-ID: ", StringComparison.Ordinal))
            {
                ids.Enqueue(line);
            }
        }
    }
}
