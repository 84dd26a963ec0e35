using System.Text;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>A mail as it stands in its file: headers in their order, both bodies, and the names and texts of attachments.</summary>
public sealed record MailFile(
    IReadOnlyList<(string Name, string Value)> Headers, string? Text, string? Html, IReadOnlyList<(string Name, string Text)> Attachments);

/// <summary>Reads back the files that <see cref="FolderTransport"/> wrote; where mails go elsewhere there are none.</summary>
public sealed class MailFiles(string? folder)
{
    public bool AreKept => folder is not null;

    /// <summary>Null when no file bears that Message-ID.</summary>
    public async Task<MailFile?> Find(string? messageId, CancellationToken ct)
    {
        if (folder is null || messageId is null)
        {
            return null;
        }

        var place = Path.Combine(folder, FolderTransport.NameOf(messageId));
        return File.Exists(place) ? MimeReading.Read(await File.ReadAllTextAsync(place, Encoding.ASCII, ct)) : null;
    }
}
