using System.Collections.Concurrent;
using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Tests.Support.Mail;

/// <summary>Keeps what it is given, and answers as the test says: by default it takes every letter.</summary>
public sealed class KeepingTransport : IMailTransport
{
    private readonly ConcurrentQueue<Letter> taken = new();
    private int opened;

    public TimeSpan LongestSend => TimeSpan.FromMinutes(1);

    public Func<Letter, CancellationToken, Task<MailAnswer>> Answer { get; set; } = (letter, _) => Task.FromResult(Taken(letter));

    /// <summary>Asked with how many lines were opened before; null opens one.</summary>
    public Func<int, MailReason?> Refuse { get; set; } = _ => null;

    /// <summary>Letters that a line carries before the other side closes it without a word.</summary>
    public int LettersALine { get; set; } = int.MaxValue;

    public IReadOnlyCollection<Letter> Letters => taken;

    public int Opened => opened;

    public static MailAnswer Taken(Letter letter) => new(letter.To[0].Address, MailOutcome.Taken, new MailReason("收到。"));

    public Task<IMailLine> Open(CancellationToken ct)
    {
        var before = Interlocked.Increment(ref opened) - 1;
        return Refuse(before) is { } reason ? throw new MailServerUnusable(reason) : Task.FromResult<IMailLine>(new Line(this));
    }

    private sealed class Line(KeepingTransport transport) : IMailLine
    {
        private int carried;

        public bool IsOpen => true;

        public async Task<IReadOnlyList<MailAnswer>> Send(Letter letter, CancellationToken ct)
        {
            if (++carried > transport.LettersALine)
            {
                throw new MailServerUnusable(new MailReason("已断开。"));
            }

            var answer = await transport.Answer(letter, ct);
            if (answer.Outcome == MailOutcome.Taken)
            {
                transport.taken.Enqueue(letter);
            }

            return [answer];
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
