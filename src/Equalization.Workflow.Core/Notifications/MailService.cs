using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>What people do with outgoing mail: try a parked one again, give it up, send themselves a test.</summary>
public sealed class MailService(Transact transact)
{
    private const int AtOnce = 500;

    /// <summary>Refuses a stale form, a mail that is not parked (mail-state) and one past its use (mail-expired).</summary>
    public Task Resend(Actor actor, Guid mailId, int version, CancellationToken ct) =>
        transact.Run(actor, "重新发送邮件", async (db, act) =>
        {
            var mail = await Parked(db, act, mailId, version, ct);
            if (mail.ExpiresAt <= act.At)
            {
                throw new RuleBroken("mail-expired", "这封邮件已过有效期，内容已经过时，不能重新发送。请放弃发送，当日摘要会另行发出。");
            }

            mail.Resend(act.At);
        }, ct);

    /// <summary>Refuses a stale form and a mail that is not parked (mail-state).</summary>
    public Task GiveUp(Actor actor, Guid mailId, int version, CancellationToken ct) =>
        transact.Run(actor, "放弃发送邮件", async (db, act) =>
            (await Parked(db, act, mailId, version, ct)).Drop(new MailReason("已由 {0} 放弃发送。", act.Actor.PersonName)), ct);

    /// <summary>Tries the oldest 500 parked mails again that are still of use, as after a server was mended; answers with how many.</summary>
    public Task<int> ResendAll(Actor actor, CancellationToken ct) =>
        transact.Run(actor, "重新发送全部未送达邮件", async (db, act) =>
        {
            Permission.Require(MailPermissions.MaySee(act.Actor, act.Actor.JurisdictionId));
            var mails = await db.OutgoingMails
                .Where(m => m.JurisdictionId == act.Actor.JurisdictionId && m.State == MailState.Parked && (m.ExpiresAt == null || m.ExpiresAt > act.At))
                .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Take(AtOnce).ToListAsync(ct);
            mails.ForEach(m => m.Resend(act.At));
            return mails.Count;
        }, ct);

    /// <summary>A mail to the person's own address; answers with it. Refuses a person without one (no-address).</summary>
    public Task<string> SendTest(Actor actor, CancellationToken ct) =>
        transact.Run(actor, "发送测试邮件", async (db, act) =>
        {
            Permission.Require(MailPermissions.MaySee(act.Actor, act.Actor.JurisdictionId));
            var person = await db.People.SingleAsync(p => p.Id == act.Actor.PersonId, ct);
            var address = person.Email ?? throw new RuleBroken("no-address", "您还没有登记邮箱，不能发送测试邮件。请先在“联系方式”中填写邮箱。");
            db.PostPlain(new MailTo(person.Id, address, person.Name), "测试邮件：优质均衡任务台账",
                "这是一封测试邮件，由您在邮件页面发出。\n\n收到它，说明邮件设置可用；中文主题、发件人和正文应当显示正常。");
            return address;
        }, ct);

    private static async Task<OutgoingMail> Parked(WorkflowDb db, CurrentAct act, Guid mailId, int version, CancellationToken ct)
    {
        Permission.Require(MailPermissions.MaySee(act.Actor, act.Actor.JurisdictionId));
        var mail = Permission.Found(
            await db.OutgoingMails.SingleOrDefaultAsync(m => m.Id == mailId, ct), m => MailPermissions.MaySee(act.Actor, m.JurisdictionId));
        db.Expect(mail, version);
        return mail.State == MailState.Parked ? mail : throw new RuleBroken("mail-state", "这封邮件不在“未送达”状态，不需要办理。请刷新列表查看。");
    }
}
