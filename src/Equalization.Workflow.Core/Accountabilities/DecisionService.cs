using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.HandOns;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>
/// Statement, opinion, recommendation, and the record of what the body with authority decided; the program never decides. Versions are the case's; whoever is
/// not on the list gets not-found.
/// </summary>
public sealed class DecisionService(
    Transact transact, Signing signing, PaperPress press, CaseFiles caseFiles, AccountabilityService cases, IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>
    /// The unit's statement with its files; one after the term is kept and marked late. Answers whether it was in time. Refuses people who are not the unit's
    /// (not-allowed), an empty text (statement), before the notice and after the decision (case-step), and files as <see cref="CaseFiles.Take"/>.
    /// </summary>
    public async Task<bool> Hear(Actor actor, Guid caseId, string? text, IReadOnlyList<CaseUpload> uploads, CancellationToken ct)
    {
        await MustBeOnList(actor, caseId, ct);
        var taken = await caseFiles.Take(uploads, ct);
        return await transact.Run(actor, "案卷陈述申辩", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MaySpeak(actor, about));
            var received = (await CaseReceipts.Of(db, about, ct)).Notice;
            DateOnly? dueOn = received is { } at ? (await db.TermsOf(about, ct)).EndOf(CaseTerm.Statement, ChinaTime.DayOf(at)) : null;
            var statement = about.Hear(text, dueOn, actor.Signature(), act.At);
            db.Add(statement);
            await CaseFiles.Add(db, about, CaseDocumentKind.Statement, taken, ct);
            await db.TellOffice(about, ct);
            db.Moved(about);
            return !statement.IsLate;
        }, ct);
    }

    /// <summary>Writes the opinion after the hearing. Refuses all but the office (not-allowed) and as <see cref="AccountabilityCase.Form"/>.</summary>
    public Task Form(Actor actor, Guid caseId, int version, CaseFinding revised, string? opinion, CancellationToken ct) =>
        transact.Run(actor, "案卷形成意见", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MayKeep(actor, about));
            about.Form(revised, opinion, act.At);
            db.Expect(about, version);
            await db.TellLeader(about, ct);
            db.Moved(about);
        }, ct);

    /// <summary>
    /// Signs the recommendation to the body that decides; answers with its number. Refuses a wrong password (password-wrong), all but a leader (not-allowed), no
    /// body (decision-part), and as <see cref="AccountabilityCase.MustBeReadyToPropose"/>.
    /// </summary>
    public async Task<string> Propose(Actor actor, Guid caseId, int version, string? body, string? password, CancellationToken ct)
    {
        var signer = await signing.Confirm(actor, password, ct);
        return await transact.Run(actor, "案卷提出建议", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MaySign(actor, about));
            about.MustBeReadyToPropose();
            db.Expect(about, version);
            var to = body.Needed(100, "主送机关", new RuleBroken("decision-part", "请填写{0}。", "主送机关") { Field = "Body" });
            var day = ChinaTime.DayOf(act.At);
            about.Repeats(await RepeatCounter.Of(db, about, day, await db.TermsOf(about, ct), ct));
            var sheet = await CaseSheet.Of(db, about, await cases.Annexes(db, about, act.At, ct), ct);
            var paper = await press.Issue(db, signer, AccountabilityService.Order(about, PaperKind.AccountabilityProposal), number => AccountabilityPapers.Proposal(sheet, to, number, day), ct);
            about.Propose(paper.Id, paper.Number, act.At);
            await db.TellOffice(about, ct);
            db.Moved(about);
            return paper.Number!;
        }, ct);
    }

    /// <summary>
    /// Records the decision, serves it on the unit and answers with the number under which it is kept; the step of the ladder is carried out with it. Refuses a
    /// wrong password (password-wrong), all but the office (not-allowed), files as <see cref="CaseFiles.Take"/>, and as <see cref="AccountabilityCase.Decide"/>.
    /// </summary>
    public async Task<string> Decide(
        Actor actor, Guid caseId, int version, CaseDecision decision, IReadOnlyList<CaseUpload> original, string? password, CancellationToken ct)
    {
        var signer = await signing.Confirm(actor, password, ct);
        await MustBeOnList(actor, caseId, ct);
        var taken = await caseFiles.Take(original, ct);
        return await transact.Run(actor, "案卷登记决定", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MayKeep(actor, about));
            about.Decide(decision, act.At);
            db.Expect(about, version);
            about.Repeats(await RepeatCounter.Of(db, about, about.DecidedOn!.Value, await db.TermsOf(about, ct), ct));
            await CaseFiles.Add(db, about, CaseDocumentKind.Decision, taken, ct);
            var sheet = await CaseSheet.Of(db, about, [AccountabilityPapers.Contents(about)], ct);
            var paper = await press.Issue(
                db, signer, AccountabilityService.Order(about, PaperKind.AccountabilityDecision, about.UnitId), number => AccountabilityPapers.Decision(sheet, number, ChinaTime.DayOf(act.At)), ct);
            about.BearDecision(paper.Id, paper.Number);
            await CaseSettlement.Finish(db, about, ct);
            await db.TellUnit(about, ct);
            await db.TellLeader(about, ct);
            db.Moved(about);
            return paper.Number!;
        }, ct);
    }

    /// <summary>Records to whom the decision is made known. Refuses all but the office (not-allowed) and as <see cref="AccountabilityCase.Publish"/>.</summary>
    public Task Publish(Actor actor, Guid caseId, int version, CaseRange range, CancellationToken ct) =>
        transact.Run(actor, "案卷公开", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MayKeep(actor, about));
            about.Publish(range, actor.Signature(), act.At);
            db.Expect(about, version);
        }, ct);

    /// <summary>
    /// Ends the case. Refuses all but the office (not-allowed), while a right runs or an answer is owed (rights-open), before transfer and filing (transfer-open,
    /// filing-open), and before the decision (case-step).
    /// </summary>
    public Task Archive(Actor actor, Guid caseId, int version, CancellationToken ct) =>
        transact.Run(actor, "案卷归档", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MayKeep(actor, about));
            var clocks = CaseClock.Of(about, await CaseReceipts.Of(db, about, ct), await db.TermsOf(about, ct), ChinaTime.DayOf(act.At));
            about.Archive(CaseClock.RightsRun(clocks), actor.Signature(), act.At);
            await HandOnDuty.MustBeDone(db, caseId, about.ToTransfer, ct);
            db.Expect(about, version);
            db.Moved(about);
        }, ct);

    /// <summary>Before a file is taken in: nobody off the list puts anything into the store.</summary>
    private async Task MustBeOnList(Actor actor, Guid caseId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await CaseAccess.MayRead(db, actor, caseId, ct))
        {
            throw RuleBroken.Missing();
        }
    }
}
