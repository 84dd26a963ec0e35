using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>Mails as .eml files of a folder, named by the left side of their Message-ID; a second sending replaces the first.</summary>
public sealed class FolderTransport(string folder) : IMailTransport
{
    public TimeSpan LongestSend => TimeSpan.FromSeconds(30);

    public Task<IMailLine> Open(CancellationToken ct) => Task.FromResult<IMailLine>(new Line(folder));

    internal static string NameOf(string messageId) => messageId[..messageId.IndexOf('@', StringComparison.Ordinal)] + ".eml";

    private sealed class Line(string folder) : IMailLine
    {
        public bool IsOpen => true;

        public async Task<IReadOnlyList<MailAnswer>> Send(Letter letter, CancellationToken ct)
        {
            var message = MimeText.Of(letter);
            var name = NameOf(letter.MessageId);
            try
            {
                Directory.CreateDirectory(folder);
                // Written beside its place and moved there, so that nobody reads half a mail.
                var place = Path.Combine(folder, name);
                await File.WriteAllBytesAsync(place + ".part", message, ct);
                File.Move(place + ".part", place, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new MailServerUnusable(new MailReason("邮件目录 {0} 不能写入。请检查 Mail:Folder 及其权限和剩余空间。", folder), e);
            }

            return [.. letter.To.Select(to => new MailAnswer(to.Address, MailOutcome.Taken, new MailReason("已写入邮件目录（{0}）。", name)))];
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
