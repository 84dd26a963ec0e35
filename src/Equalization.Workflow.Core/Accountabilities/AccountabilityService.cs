using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>
/// Opening, inquiry and notice of a case, up to where the unit is heard. Versions are the case's. Whoever is not on the list gets not-found from every method
/// that takes a case.
/// </summary>
public sealed class AccountabilityService(Transact transact, Signing signing, PaperPress press, CaseFiles caseFiles, RuleBook rules, WorkingCalendars calendars)
{
    /// <summary>
    /// Opens a case from a signed step of the ladder, or by hand for a unit. On the list are who opens it, who signed the step and the leaders in charge. Refuses
    /// all but the office (not-allowed), a step that does not wait to be carried out (step-not-open), a step whose task is held (task-held) or that has its case (case-open), no unit (case-unit),
    /// no reason (case-reason), an end of the supervision after today (inquiry-day).
    /// </summary>
    public Task<Guid> Open(Actor actor, CaseOpening opening, CancellationToken ct) =>
        transact.Run(actor, "案卷立案", async (db, act) =>
        {
            Permission.Require(AccountabilityPermissions.MayOpen(actor));
            var step = opening.StepId is { } stepId
                ? Permission.Found(await db.EscalationSteps.SingleOrDefaultAsync(s => s.Id == stepId, ct), s => AccountabilityPermissions.MayOpenFrom(actor, s))
                : null;
            await MustBeOpen(db, step, ct);
            var unitId = step?.UnitId ?? opening.UnitId ?? Guid.Empty;
            if (!await db.Units.AnyAsync(u => u.Id == unitId && u.JurisdictionId == actor.JurisdictionId && u.Kind != UnitKind.Office && u.Kind != UnitKind.Leadership, ct))
            {
                throw new RuleBroken("case-unit", "请选择被问责的单位。") { Field = nameof(opening.UnitId) };
            }

            var about = new AccountabilityCase(actor.JurisdictionId, unitId, opening, step?.TaskId, (await InForce(db, act, ct)).Id, actor.Signature(), act.At);
            db.Add(about);
            var leaders = await Leaders(db, actor, unitId, ct);
            await CaseAccess.Admit(db, about.Id, [actor.PersonId], "经办", ct);
            await CaseAccess.Admit(db, about.Id, step?.DecidedById is { } signedBy ? leaders.Append(signedBy).Except([actor.PersonId]) : leaders, "签批领导或分管领导", ct);
            db.StartProcess("accountability", about.Id, ("caseId", about.Id));
            if (about.TaskId is { } taskId)
            {
                db.StartProcess("accountability-task", taskId, ("caseId", about.Id));
            }

            return about.Id;
        }, ct);

    /// <summary>Writes finding, basis and proposed form. Refuses all but the office (not-allowed) and as <see cref="AccountabilityCase.Find"/>.</summary>
    public Task Find(Actor actor, Guid caseId, int version, CaseFinding finding, CancellationToken ct) =>
        transact.Run(actor, "案卷调查认定", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MayKeep(actor, about));
            about.Find(finding, act.At);
            db.Expect(about, version);
            await db.TellLeader(about, ct);
            db.Moved(about);
        }, ct);

    /// <summary>
    /// Freezes the case file, signs the notice and serves it on the unit, whose heads come on the list. Answers with its number. Refuses a wrong password
    /// (password-wrong), all but a leader (not-allowed), a task that was settled meanwhile (matter-settled) or is held (task-held), and as <see cref="AccountabilityCase.MustBeReadyToTell"/>.
    /// </summary>
    public async Task<string> Tell(Actor actor, Guid caseId, int version, string? password, CancellationToken ct)
    {
        var signer = await signing.Confirm(actor, password, ct);
        return await transact.Run(actor, "案卷告知", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MaySign(actor, about));
            about.MustBeReadyToTell();
            db.Expect(about, version);
            if (await CaseSettlement.Reason(db, about, ct) is not null)
            {
                throw new RuleBroken("matter-settled", "该事项已经了结，尚未告知的案卷随之终止，告知书不再签发。请刷新后查看。");
            }

            await MustRun(db, about.TaskId, ct);
            var day = ChinaTime.DayOf(act.At);
            var terms = await db.TermsOf(about, ct);
            await caseFiles.Freeze(db, about, day.AddDays(-terms.Days(CaseTerm.RepeatWindow)), ct);
            about.Repeats(await RepeatCounter.Of(db, about, day, terms, ct));
            await AdmitUnit(db, about, ct);
            var sheet = await CaseSheet.Of(db, about, await Annexes(db, about, act.At, ct), ct);
            var paper = await press.Issue(db, signer, Order(about, PaperKind.AccountabilityNotice, about.UnitId), number => AccountabilityPapers.Notice(sheet, number, day), ct);
            about.Tell(paper.Id, paper.Number, act.At);
            await db.TellUnit(about, ct);
            await db.TellOffice(about, ct);
            db.Moved(about);
            return paper.Number!;
        }, ct);
    }

    /// <summary>
    /// Books that a paper was left with a unit that did not sign for it (留置送达): from now its terms run. Refuses all but the office (not-allowed), a paper that
    /// is not the case's or is signed for (receipt-there), no account of how (receipt-how).
    /// </summary>
    public Task Leave(Actor actor, Guid caseId, Guid paperId, string? how, CancellationToken ct) =>
        transact.Run(actor, "案卷留置送达", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MayKeep(actor, about));
            var text = how.Needed(200, "送达经过", new RuleBroken("receipt-how", "请写明送达的时间、方式和见证人。") { Field = "How" });
            var receipt = await db.PaperReceipts.SingleOrDefaultAsync(r => r.PaperId == paperId && r.UnitId == about.UnitId && db.Papers.Any(p => p.Id == paperId && p.CaseId == caseId), ct)
                          ?? throw RuleBroken.Missing();
            var by = $"留置送达：{text}（{actor.Signature()}）";
            if (!receipt.SignFor(by.Cut(300), act.At))
            {
                throw new RuleBroken("receipt-there", "这份文书已经签收，不需要登记送达。请刷新后查看。");
            }

            await db.TellUnit(about, ct);
            db.Moved(about);
        }, ct);

    /// <summary>
    /// Lets a person read the case. Refuses all but the office and, for people of the own unit, the unit's head (not-allowed); somebody without a post here
    /// (member-person); no reason (member-reason).
    /// </summary>
    public Task Admit(Actor actor, Guid caseId, Guid personId, string? because, CancellationToken ct) =>
        transact.Run(actor, "案卷准许查阅", async (db, _) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            var units = await db.Memberships.Where(m => m.PersonId == personId && m.JurisdictionId == actor.JurisdictionId && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day))
                .Select(m => m.UnitId).ToListAsync(ct);
            Permission.Require(AccountabilityPermissions.MayAdmit(actor, about, units.Contains(about.UnitId) ? about.UnitId : units.FirstOrDefault()));
            if (units.Count == 0)
            {
                throw new RuleBroken("member-person", "请选择本地区现任岗位上的人员。") { Field = "PersonId" };
            }

            var reason = because.Needed(200, "准许理由", new RuleBroken("member-reason", "请写明准许查阅的理由。") { Field = "Because" });
            await CaseAccess.Admit(db, caseId, [personId], reason, ct);
        }, ct);

    /// <summary>
    /// Takes somebody off the case's list. Refuses all but the office (not-allowed), the last of the unit that was told, since nobody could use its rights
    /// (member-last), and as <see cref="CaseAccess.Remove"/>.
    /// </summary>
    public Task Remove(Actor actor, Guid caseId, Guid personId, string? because, CancellationToken ct) =>
        transact.Run(actor, "案卷取消查阅", async (db, _) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MayKeep(actor, about));
            if (about.IsTold && !about.IsOver && await db.OnList(about, [Role.Contact, Role.UnitHead], ct) is [var last] && last == personId)
            {
                throw new RuleBroken("member-last", "被告知单位在名单上只有这一位，取消后该单位无法行使陈述申辩、复核和申诉的权利。请先准许该单位另一位查阅。");
            }

            await CaseAccess.Remove(db, caseId, personId, because, ct);
        }, ct);

    /// <summary>Gives a case up before the decision; whoever was told hears of it. Refuses all but the office (not-allowed) and as <see cref="AccountabilityCase.Close"/>.</summary>
    public Task Close(Actor actor, Guid caseId, int version, string? because, CancellationToken ct) =>
        transact.Run(actor, "案卷终止", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MayKeep(actor, about));
            about.Close(because, actor.Signature(), act.At);
            db.Expect(about, version);
            await CaseSettlement.Finish(db, about, ct);
            if (about.IsTold)
            {
                await PaperPress.Settle(db, AccountabilityDoor.Subject, [about.Id], "案卷已终止", act.At, ct);
                await db.TellUnit(about, ct);
            }

            db.Moved(about);
        }, ct);

    /// <summary>The list of the file with its hashes, and for a task the Why sheet that the ladder's step rests on.</summary>
    internal async Task<IReadOnlyList<PaperAnnex>> Annexes(WorkflowDb db, AccountabilityCase about, DateTime at, CancellationToken ct) =>
    [
        AccountabilityPapers.Contents(about),
        .. about.TaskId is { } taskId ? new[] { await LadderFacts.Annex(db, about.StepId, taskId, at, rules, await calendars.Current(ct), ct) } : [],
    ];

    internal static PaperOrder Order(AccountabilityCase about, PaperKind kind, params Guid[] units) => new(kind, AccountabilityDoor.Subject, about.Id, units) { CaseId = about.Id };

    private static async Task MustRun(WorkflowDb db, Guid? taskId, CancellationToken ct)
    {
        if (taskId is { } id)
        {
            (await db.AnnualTasks.SingleAsync(t => t.Id == id, ct)).MustNotBeHeld();
        }
    }

    private static async Task MustBeOpen(WorkflowDb db, EscalationStep? step, CancellationToken ct)
    {
        if (step is null)
        {
            return;
        }

        if (step.Rung != Rung.Accountability || step.State != StepState.Served)
        {
            throw new RuleBroken("step-not-open", "这项建议没有经领导签批，或事项已经了结，不能据此立案。请刷新后查看。");
        }

        await MustRun(db, step.TaskId, ct);
        if (await db.AccountabilityCases.AnyAsync(c => c.StepId == step.Id, ct))
        {
            throw new RuleBroken("case-open", "这项建议已经立案，不能重复立案。");
        }
    }

    private static async Task<AccountabilityRules> InForce(WorkflowDb db, CurrentAct act, CancellationToken ct)
    {
        var newest = await db.AccountabilityRules.Where(r => r.JurisdictionId == act.Actor.JurisdictionId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        if (newest is null)
        {
            newest = AccountabilityRules.Default(act.Actor.JurisdictionId, act.At);
            db.Add(newest);
        }

        return newest;
    }

    /// <summary>The leaders in charge of the unit; of one that nobody is in charge of, all leaders.</summary>
    private static async Task<List<Guid>> Leaders(WorkflowDb db, Actor actor, Guid unitId, CancellationToken ct) =>
        await Recipients.LeadersOf(db, [unitId], actor.Day, ct) is { Count: > 0 } inCharge
            ? inCharge.ConvertAll(l => l.PersonId)
            : await db.Memberships.Where(m => m.JurisdictionId == actor.JurisdictionId && m.Role == Role.Leader && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day))
                .Select(m => m.PersonId).Distinct().ToListAsync(ct);

    /// <summary>The heads of the unit; where nobody heads it, its contacts, so that the notice can be received.</summary>
    private static async Task AdmitUnit(WorkflowDb db, AccountabilityCase about, CancellationToken ct)
    {
        var day = db.Act!.Actor.Day;
        var people = await Recipients.Of(db, [about.UnitId], [Role.UnitHead, Role.Contact], day, ct);
        var heads = people.Where(p => p.Role == Role.UnitHead).ToList();
        await CaseAccess.Admit(db, about.Id, (heads.Count > 0 ? heads : people).Select(p => p.PersonId), "被告知单位", ct);
    }
}
