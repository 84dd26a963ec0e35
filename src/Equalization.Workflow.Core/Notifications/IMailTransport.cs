namespace Equalization.Workflow.Core.Notifications;

/// <summary>A composed mail with its envelope. ListId is the name of the list it belongs to, without brackets; Date is the instant it leaves.</summary>
public sealed record Letter(string MessageId, string ListId, MailTo From, IReadOnlyList<MailTo> To, MailContent Content, DateTime Date);

/// <summary>What became of a letter for one address.</summary>
public enum MailOutcome
{
    /// <summary>The server answers for it from here on.</summary>
    Taken,

    /// <summary>Not now; the same may be tried again.</summary>
    Later,

    /// <summary>The same try would fail again.</summary>
    Never,

    /// <summary>The connection was lost in mid-letter: perhaps it was taken, perhaps not. It is tried again.</summary>
    Lost,
}

/// <summary>The answer for one address, with the server's own words.</summary>
public sealed record MailAnswer(string Address, MailOutcome Outcome, MailReason Reason);

/// <summary>No mail can leave this way now, whichever it is: no connection, no sign-in, a sender's address that is refused.</summary>
public sealed class MailServerUnusable(MailReason reason, Exception? cause = null) : Exception(reason.Format, cause)
{
    public MailReason Reason { get; } = reason;
}

/// <summary>A way for mails to leave.</summary>
public interface IMailTransport
{
    /// <summary>No hand-over of one letter takes longer, opening the line included; a sender claims a mail for longer than this.</summary>
    TimeSpan LongestSend { get; }

    /// <summary>A line for many letters. Throws <see cref="MailServerUnusable"/>.</summary>
    Task<IMailLine> Open(CancellationToken ct);
}

/// <summary>One connection, used by one sender at a time.</summary>
public interface IMailLine : IAsyncDisposable
{
    /// <summary>No once the connection is lost or has carried as many letters as a server likes on one; open another then.</summary>
    bool IsOpen { get; }

    /// <summary>
    /// One answer for each address, in their order. Throws <see cref="MailServerUnusable"/> when the server takes no letter at all; nothing of
    /// this one has left then. Throws <see cref="ArgumentException"/> for a letter that cannot be written, such as one with a line end in a header.
    /// </summary>
    Task<IReadOnlyList<MailAnswer>> Send(Letter letter, CancellationToken ct);
}
