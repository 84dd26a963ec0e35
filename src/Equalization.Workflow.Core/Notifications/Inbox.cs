using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>Texts with arguments, kept so that they can be read in another language: the format stays Chinese, arguments are a JSON array.</summary>
public static class TextArguments
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Pack(params object[] arguments) => JsonSerializer.Serialize(arguments.Select(a => a switch
    {
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => a.ToString(),
    }), Json);

    /// <summary>The arguments as strings; days and whole numbers come back as such, so that each language writes them its own way.</summary>
    public static object[] Unpack(string packed) => [.. (JsonSerializer.Deserialize<string?[]>(packed) ?? []).Select(Read)];

    /// <summary>The Chinese sentence with its arguments, for records that keep the words of the day.</summary>
    public static string Fill(string format, params object[] arguments) => string.Format(
        CultureInfo.InvariantCulture, format, [.. arguments.Select(a => a is DateOnly day ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : a)]);

    private static object Read(string? text)
    {
        if (DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        // A number with a leading zero is a name, not a count.
        return text is { Length: > 0 and < 10 } && (text[0] != '0' || text.Length == 1)
               && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : text ?? "";
    }
}

/// <summary>Puts notices into inboxes, in the transaction of the act that causes them.</summary>
public static class Inbox
{
    /// <summary>
    /// One notice each; a person named twice gets one. With <paramref name="onceKey"/> the caller makes sure that it was not sent before
    /// (a second one is refused by the database).
    /// </summary>
    public static void Notify(
        this WorkflowDb db, IEnumerable<Guid> personIds, NoticeKind kind, string subjectKind, Guid subjectId, string? onceKey,
        string format, params object[] arguments)
    {
        var act = db.Act ?? throw new InvalidOperationException("Notices are sent inside Transact.");
        var packed = TextArguments.Pack(arguments);
        foreach (var personId in personIds.Distinct().Where(id => id != act.Actor.PersonId))
        {
            db.Notices.Add(new Notice
            {
                Id = Guid.CreateVersion7(),
                JurisdictionId = act.Actor.JurisdictionId,
                PersonId = personId,
                Kind = kind,
                Format = format,
                Arguments = packed,
                SubjectKind = subjectKind,
                SubjectId = subjectId,
                OnceKey = onceKey,
                SentAt = act.At,
            });
        }
    }
}
