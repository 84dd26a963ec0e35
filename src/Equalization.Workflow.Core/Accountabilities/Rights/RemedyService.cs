using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Accountabilities.Rights;

/// <summary>
/// Review (复核) and appeal (申诉) with their answers and the correction. Execution of the decision is not suspended by any of them. Whoever is not on the list
/// gets not-found.
/// </summary>
public sealed class RemedyService(Transact transact, Signing signing, PaperPress press)
{
    /// <summary>
    /// The unit asks for review, or appeals; after the term it is taken and recorded as late. Answers whether it was in time. Refuses people who are not the
    /// unit's (not-allowed), before the decision is served (case-step), before it is signed for (decision-unsigned), a second time (remedy-asked), a review
    /// after the appeal (remedy-order), an appeal while the office may still answer the review or its answer is not signed for (review-open), no grounds (remedy-grounds).
    /// </summary>
    public Task<bool> Ask(Actor actor, Guid caseId, RemedyKind kind, string? grounds, CancellationToken ct) =>
        transact.Run(actor, kind == RemedyKind.Review ? "案卷申请复核" : "案卷提出申诉", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MaySpeak(actor, about));
            about.MustBe(CaseState.Decided, "现在不能申请复核或者申诉：决定尚未作出，或案卷已经归档。请刷新后查看。");
            var (terms, today) = (await db.TermsOf(about, ct), ChinaTime.DayOf(act.At));
            var clocks = CaseClock.Of(about, await CaseReceipts.Of(db, about, ct), terms, today);
            var term = kind == RemedyKind.Review ? CaseTerm.Review : about.Review is null ? CaseTerm.Appeal : CaseTerm.AppealAfterReview;
            var dueOn = clocks.Single(c => c.Term == term).DueOn;
            MustBeInOrder(about, kind, dueOn, clocks);
            var text = grounds.Needed(Remedy.LongestText, "理由", new RuleBroken("remedy-grounds", "请写明不服决定的事实和理由。") { Field = "Text" });
            var answerDueOn = terms.EndOf(kind == RemedyKind.Review ? CaseTerm.ReviewAnswer : CaseTerm.AppealAnswer, today);
            var remedy = new Remedy(about, kind, text, dueOn, answerDueOn, actor.Signature(), act.At);
            about.Add(remedy);
            db.Add(remedy);
            await db.TellOffice(about, ct);
            db.Moved(about);
            return !remedy.IsLate;
        }, ct);

    /// <summary>
    /// Records and serves the answer: the office's own on a review, the upper body's on an appeal. Answers with its number. Version is the remedy's. Refuses a
    /// wrong password (password-wrong), all but the office (not-allowed), and as the remedy does (remedy-answered, remedy-text, remedy-body, remedy-in-time).
    /// </summary>
    public async Task<string> Answer(Actor actor, Guid caseId, Guid remedyId, int version, RemedyAnswer answer, string? password, CancellationToken ct)
    {
        var signer = await signing.Confirm(actor, password, ct);
        return await transact.Run(actor, "案卷答复复核申诉", async (db, act) =>
        {
            var (about, remedy) = await Take(db, actor, caseId, remedyId, ct);
            var day = ChinaTime.DayOf(act.At);
            remedy.Answer(answer, (await db.TermsOf(about, ct)).EndOf(CaseTerm.Correction, day), actor.Signature(), act.At);
            db.Expect(remedy, version);
            if (remedy.Kind == RemedyKind.Review || remedy.CorrectionDueOn is null)
            {
                Turn(about, remedy);
            }

            var sheet = await CaseSheet.Of(db, about, [], ct);
            var kind = remedy.Kind == RemedyKind.Review ? PaperKind.ReviewDecision : PaperKind.AppealDecision;
            var paper = await press.Issue(db, signer, AccountabilityService.Order(about, kind, about.UnitId), number => AccountabilityPapers.Answer(sheet, remedy, number, day), ct);
            remedy.Bear(paper.Id, paper.Number);
            await db.TellUnit(about, ct);
            db.Moved(about);
            return paper.Number!;
        }, ct);
    }

    /// <summary>The first office puts its decision right, as the appeal decision asks. Version is the remedy's. Refuses all but the office (not-allowed) and as the remedy does (no-correction, corrected, correction-text).</summary>
    public Task Correct(Actor actor, Guid caseId, Guid remedyId, int version, string? text, CancellationToken ct) =>
        transact.Run(actor, "案卷更正决定", async (db, act) =>
        {
            var (about, remedy) = await Take(db, actor, caseId, remedyId, ct);
            remedy.Correct(text, actor.Signature(), act.At);
            db.Expect(remedy, version);
            Turn(about, remedy);
            await db.TellUnit(about, ct);
            db.Moved(about);
        }, ct);

    private static async Task<(AccountabilityCase About, Remedy Remedy)> Take(WorkflowDb db, Actor actor, Guid caseId, Guid remedyId, CancellationToken ct)
    {
        var about = await db.TakeCase(actor, caseId, ct);
        Permission.Require(AccountabilityPermissions.MayKeep(actor, about));
        return (about, about.Remedies.SingleOrDefault(r => r.Id == remedyId) ?? throw RuleBroken.Missing());
    }

    private static void Turn(AccountabilityCase about, Remedy remedy)
    {
        if (remedy.Outcome is RemedyOutcome.Changed or RemedyOutcome.Revoked)
        {
            about.Turn(remedy.Outcome == RemedyOutcome.Changed ? DecisionStanding.Changed : DecisionStanding.Revoked);
        }
    }

    private static void MustBeInOrder(AccountabilityCase about, RemedyKind kind, DateOnly? dueOn, IReadOnlyList<ClockRow> clocks)
    {
        if (about.Remedies.Any(r => r.Kind == kind))
        {
            throw new RuleBroken("remedy-asked", "已经提出过，不能再次提出。请刷新后查看。");
        }

        if (kind == RemedyKind.Review && about.Appeal is not null)
        {
            throw new RuleBroken("remedy-order", "已经直接提出申诉，不再申请复核。请等待申诉处理决定。");
        }

        // The office's silence must not bar the way up: once its term is over the unit need not wait for the answer.
        if (kind == RemedyKind.Appeal && about.Review is not null && dueOn is null && clocks.Single(c => c.Term == CaseTerm.ReviewAnswer).State is not ClockState.Missed)
        {
            throw new RuleBroken("review-open", about.Review.Outcome is null
                ? "复核还在办理期限之内。请待复核决定送达，或办理期限届满后申诉。"
                : "复核决定已经送达，尚未签收。请先签收复核决定再申诉。");
        }

        if (about.Review is null && dueOn is null)
        {
            throw new RuleBroken("decision-unsigned", "问责决定尚未签收，期限还没有起算。请先签收决定书。");
        }
    }
}
