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

    /// <summary>The arguments as strings; an ISO day comes back as a <see cref="DateOnly"/> so that each language writes it its own way.</summary>
    public static object[] Unpack(string packed)
    {
        var texts = JsonSerializer.Deserialize<string?[]>(packed) ?? [];
        return [.. texts.Select(t => DateOnly.TryParseExact(t, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (object)(t ?? ""))];
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
