namespace Equalization.Workflow.Core.Notifications;

/// <summary>What a mail says: one line of subject, the same message as text and as a whole HTML document, and dates for the reader's calendar.</summary>
public sealed record MailContent(string Subject, string Text, string Html, CalendarFile? Calendar = null);

/// <summary>A calendar file (.ics) attached to a mail. Name is the file's, with its ending.</summary>
public sealed record CalendarFile(string Name, IReadOnlyList<CalendarEvent> Events);

/// <summary>
/// A day in a calendar. Uid stays the same for the same thing in all mails, and Sequence rises when its day moves, so that a calendar moves
/// the entry instead of adding a second.
/// </summary>
public sealed record CalendarEvent(string Uid, int Sequence, DateOnly Day, string Summary, string? Description = null, string? Url = null)
{
    /// <summary>For a meeting at an hour; null for a whole day.</summary>
    public MeetingHours? Hours { get; init; }

    /// <summary>The entry is taken back: calendars strike it.</summary>
    public bool IsCancelled { get; init; }
}

/// <summary>From when to when, in UTC, and where.</summary>
public sealed record MeetingHours(DateTime From, DateTime To, string Place);

/// <summary>
/// Makes the content of mails of one kind when they leave. It reads only: the context is not saved. Null means that there is nothing left to
/// say, and the mail is dropped.
/// </summary>
public sealed record MailComposer(string Kind, Func<WorkflowDb, OutgoingMail, CancellationToken, Task<MailContent?>> Compose);

/// <summary>The composers by kind, as registered; a kind that nobody composes is null.</summary>
public sealed class MailComposers(IEnumerable<MailComposer> composers)
{
    private readonly Dictionary<string, MailComposer> byKind =
        composers.Append(new MailComposer(OutgoingMail.Plain, (_, mail, _) => Task.FromResult<MailContent?>(PlainMail.Of(mail)))).ToDictionary(c => c.Kind);

    public MailComposer? Of(string kind) => byKind.GetValueOrDefault(kind);
}
