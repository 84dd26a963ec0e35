using System.Collections.Concurrent;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>The open lines of one run, handed from one letter to the next; never more than there are senders at a time.</summary>
internal sealed class MailLines(IMailTransport transport) : IAsyncDisposable
{
    private readonly ConcurrentBag<IMailLine> idle = [];

    /// <summary>
    /// Sends over an idle line or a new one. A server may have closed a line between two letters: one that had been used is replaced once,
    /// and only a fresh one that fails says that the server cannot be used.
    /// </summary>
    public async Task<IReadOnlyList<MailAnswer>> Send(Letter letter, CancellationToken ct)
    {
        if (idle.TryTake(out var used))
        {
            try
            {
                return await Over(used, letter, ct);
            }
            catch (MailServerUnusable)
            {
                // Falls through to a fresh line, which says what is wrong, if anything is.
            }
        }

        return await Over(await transport.Open(ct), letter, ct);
    }

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var line))
        {
            await line.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<MailAnswer>> Over(IMailLine line, Letter letter, CancellationToken ct)
    {
        var kept = false;
        try
        {
            var answers = await line.Send(letter, ct);
            kept = line.IsOpen;
            return answers;
        }
        finally
        {
            if (kept)
            {
                idle.Add(line);
            }
            else
            {
                await line.DisposeAsync();
            }
        }
    }
}
