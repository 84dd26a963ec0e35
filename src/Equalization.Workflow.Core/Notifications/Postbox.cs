namespace Equalization.Workflow.Core.Notifications;

/// <summary>Puts mails into the outbox, in the transaction of the act that causes them.</summary>
public static class Postbox
{
    /// <summary>
    /// One mail, composed when it leaves by the composer of its kind. Refuses (mail-address) an address to which nothing can be sent.
    /// </summary>
    /// <param name="expiresAt">From then on it is dropped, not sent.</param>
    public static OutgoingMail Post(this WorkflowDb db, string kind, MailTo to, Guid? subjectId = null, DateTime? expiresAt = null) =>
        Add(db, new OutgoingMail(Act(db).Actor.JurisdictionId, kind, Checked(to), subjectId, Act(db).At, expiresAt));

    /// <summary>A mail whose words stand in the row: a line of subject (200 characters) and paragraphs of text (4,000).</summary>
    public static OutgoingMail PostPlain(this WorkflowDb db, MailTo to, string subject, string text, DateTime? expiresAt = null) =>
        Add(db, new OutgoingMail(Act(db).Actor.JurisdictionId, OutgoingMail.Plain, Checked(to), null, Act(db).At, expiresAt)
        {
            Subject = subject.Needed(OutgoingMail.LongestSubject, "邮件主题", new RuleBroken("mail-subject", "邮件主题不能为空，请填写。")),
            Text = text.Needed(OutgoingMail.LongestText, "邮件正文", new RuleBroken("mail-text", "邮件正文不能为空，请填写。")),
        });

    private static OutgoingMail Add(WorkflowDb db, OutgoingMail mail)
    {
        db.OutgoingMails.Add(mail);
        return mail;
    }

    private static CurrentAct Act(WorkflowDb db) => db.Act ?? throw new InvalidOperationException("Mails are posted inside Transact.");

    private static MailTo Checked(MailTo to) => to with
    {
        Address = Units.EmailAddress.Of(to.Address, nameof(to.Address)) ?? throw Units.EmailAddress.Refused(nameof(to.Address)),
        Name = to.Name.Cut(OutgoingMail.LongestName),
    };
}
