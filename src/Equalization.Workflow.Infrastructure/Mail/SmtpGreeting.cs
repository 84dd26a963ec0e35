namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>What a server offers in its answer to EHLO. Size is the largest letter it takes, in bytes, when it says one.</summary>
internal sealed record SmtpGreeting(bool StartTls, bool Pipelining, long? Size, IReadOnlyList<string> SignIns)
{
    public static SmtpGreeting Of(SmtpReply reply)
    {
        // Old servers write AUTH=LOGIN beside or instead of AUTH LOGIN.
        var words = reply.Lines.Skip(1).Select(l => l.ToUpperInvariant().Replace("AUTH=", "AUTH ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length > 0).ToList();
        return new SmtpGreeting(
            words.Exists(w => w[0] == "STARTTLS"),
            words.Exists(w => w[0] == "PIPELINING"),
            words.Find(w => w[0] == "SIZE") is [_, var size, ..] && long.TryParse(size, out var most) && most > 0 ? most : null,
            [.. words.Where(w => w[0] == "AUTH").SelectMany(w => w.Skip(1)).Distinct()]);
    }
}
