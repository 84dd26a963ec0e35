using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Equalization.Workflow.Benchmarks.Crash;

/// <summary>An SMTP server on the loopback that takes every letter and notes to whom it went and under which Message-ID.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentBag<(string To, string MessageId)> letters = [];
    private readonly Task accepting;
    private int open;
    private int mostOpen;

    public MailSink()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyCollection<(string To, string MessageId)> Letters => letters;

    /// <summary>The most connections at the same time.</summary>
    public int MostOpen => mostOpen;

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await accepting;
        ending.Dispose();
    }

    private async Task Accept()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.RemoveAll(t => t.IsCompleted);
                talks.Add(Talk(await listener.AcceptTcpClientAsync(ending.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient client)
    {
        using (client)
        {
            // Otherwise the second of two answers waits for the first to be acknowledged.
            client.NoDelay = true;
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await Talk(reader, writer);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The sender was killed in mid-word: that is what this sink is here for.
                return;
            }
        }
    }

    private async Task Talk(StreamReader reader, StreamWriter writer)
    {
        lock (letters)
        {
            mostOpen = Math.Max(mostOpen, ++open);
        }

        await writer.WriteLineAsync("220 sink");
        var to = "";
        while (await reader.ReadLineAsync(ending.Token) is { } line)
        {
            var command = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (command)
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-sink\r\n250-PIPELINING\r\n250 8BITMIME");
                    break;
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    if (await MessageId(reader) is not { } id)
                    {
                        return;
                    }

                    letters.Add((to, id));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    // Before the goodbye: the next connection may follow it at once.
                    lock (letters)
                    {
                        open--;
                    }

                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    /// <summary>Reads a letter to its end; null when the sender died before.</summary>
    private async Task<string?> MessageId(StreamReader reader)
    {
        const string Header = "Message-ID:";
        var id = "";
        while (await reader.ReadLineAsync(ending.Token) is { } line)
        {
            if (line == ".")
            {
                return id;
            }

            if (line.StartsWith(Header, StringComparison.OrdinalIgnoreCase))
            {
                id = line[Header.Length..].Trim().Trim('<', '>');
            }
        }

        return null;
    }
}
