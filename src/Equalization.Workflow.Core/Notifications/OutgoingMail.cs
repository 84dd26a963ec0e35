namespace Equalization.Workflow.Core.Notifications;

/// <summary>Waiting: still to be sent, or being sent. Parked: given up until a person looks. Dropped: need not leave any more.</summary>
public enum MailState
{
    Waiting,
    Sent,
    Parked,
    Dropped,
}

/// <summary>Whom a mail goes to; PersonId is null for an address that belongs to nobody here.</summary>
public sealed record MailTo(Guid? PersonId, string Address, string Name);

/// <summary>Why a mail stands where it stands: a Chinese format with arguments, so that it can be read in either language.</summary>
public sealed record MailReason(string Format, params object[] Arguments);

/// <summary>
/// One mail to one address, written in the transaction of the act that causes it and sent by the mail job. What it says is composed when it
/// leaves, by the composer of its kind. NextTryAt is the earliest next try and, while a sender has it in hand, the instant from which
/// another sender may take it: whoever claims a mail moves that instant on before it talks to a server.
/// </summary>
[NotAudited]
public sealed class OutgoingMail
{
    /// <summary>The kind of mails whose subject and text stand in the row.</summary>
    public const string Plain = "Plain";

    public const int LongestSubject = 200;
    public const int LongestText = 4000;
    public const int LongestAddress = 200;
    public const int LongestName = 100;

    private OutgoingMail()
    {
    }

    public OutgoingMail(Guid jurisdictionId, string kind, MailTo to, Guid? subjectId, DateTime at, DateTime? expiresAt)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Kind = kind;
        PersonId = to.PersonId;
        ToAddress = to.Address;
        ToName = to.Name;
        SubjectId = subjectId;
        CreatedAt = at;
        NextTryAt = at;
        ExpiresAt = expiresAt;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid? PersonId { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>What the mail is about, for its composer.</summary>
    public Guid? SubjectId { get; private set; }

    public string ToAddress { get; private set; } = "";

    public string ToName { get; private set; } = "";

    /// <summary>As written for a plain mail; of other kinds as it left.</summary>
    public string? Subject { get; set; }

    public string? Text { get; init; }

    public MailState State { get; private set; } = MailState.Waiting;

    /// <summary>Tries begun. Counted before the server is spoken to, so that a mail on which the program dies is parked in the end.</summary>
    public int Attempts { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime NextTryAt { get; private set; }

    /// <summary>From this instant on it is dropped instead of sent: a digest of yesterday helps nobody.</summary>
    public DateTime? ExpiresAt { get; private set; }

    public DateTime? LastTryAt { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>Without the brackets. Fixed before the first try and the same at every later one, so that a reader's mailbox knows a second copy.</summary>
    public string? MessageId { get; private set; }

    public string? Reason { get; private set; }

    public string? ReasonArguments { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes the mail in hand until an instant.</summary>
    /// <param name="domain">The right side of the Message-ID, should this be the first try.</param>
    public void Begin(DateTime at, DateTime until, string domain)
    {
        Attempts++;
        LastTryAt = at;
        NextTryAt = until;
        MessageId ??= $"{Id:N}@{domain}";
    }

    public void Deliver(DateTime at, MailReason reason)
    {
        State = MailState.Sent;
        SentAt = at;
        Because(reason);
    }

    /// <summary>The next try is at an instant; this one counts.</summary>
    public void PutOff(DateTime next, MailReason reason)
    {
        NextTryAt = next;
        Because(reason);
    }

    /// <summary>As <see cref="PutOff"/>, for a try that never came to this mail: it does not count.</summary>
    public void GiveBack(DateTime next, MailReason? reason)
    {
        Attempts = Math.Max(0, Attempts - 1);
        NextTryAt = next;
        if (reason is not null)
        {
            Because(reason);
        }
    }

    public void Park(MailReason reason)
    {
        State = MailState.Parked;
        Because(reason);
    }

    public void Drop(MailReason reason)
    {
        State = MailState.Dropped;
        Because(reason);
    }

    /// <summary>Begins anew, with the same Message-ID.</summary>
    public void Resend(DateTime at)
    {
        State = MailState.Waiting;
        Attempts = 0;
        NextTryAt = at;
        Reason = null;
        ReasonArguments = null;
    }

    private void Because(MailReason reason)
    {
        Reason = reason.Format;
        ReasonArguments = TextArguments.Pack(reason.Arguments);
    }
}
