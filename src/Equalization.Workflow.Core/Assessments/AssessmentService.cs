using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Assessments;

/// <summary>Computes a year's points, takes objections to them, decides them, and seals the result. Versions are the assessment's or the point's.</summary>
public sealed class AssessmentService(Transact transact, WorkingCalendars calendars, Signing signing, PaperPress press)
{
    /// <summary>Working days in which a unit may object, unless the office says otherwise.</summary>
    public const int ObjectionWorkingDays = 10;

    private const int LongestWindow = 60;

    /// <summary>
    /// Computes from the sealed day. Refuses all but the office (not-allowed), a year whose rules are not fixed (rules-open), a day outside the year or not
    /// sealed (no-snapshot), an altered one (snapshot-altered), a window outside 1 to 60 working days (window), a second assessment (assessment-there).
    /// </summary>
    public Task<Guid> Compute(Actor actor, int year, DateOnly on, int windowWorkingDays, CancellationToken ct) =>
        transact.Run(actor, "计算年度考核", async (db, act) =>
        {
            Permission.Require(AssessmentPermissions.MayRule(actor));
            var rules = await db.AssessmentRuleSets.SingleOrDefaultAsync(r => r.JurisdictionId == actor.JurisdictionId && r.Year == year && r.FixedAt != null, ct)
                        ?? throw new RuleBroken("rules-open", "{0} 年的考核规则尚未固定，请先固定规则。", year) { Field = "Year" };
            if (await db.Assessments.AnyAsync(a => a.JurisdictionId == actor.JurisdictionId && a.Year == year, ct))
            {
                throw new RuleBroken("assessment-there", "{0} 年的考核已经计算，不重复计算。请打开该年度查看。", year) { Field = "Year" };
            }

            var snapshot = await db.Snapshots.AsNoTracking().SingleOrDefaultAsync(s => s.JurisdictionId == actor.JurisdictionId && s.On == on, ct);
            if (snapshot is null || on.Year != year)
            {
                throw new RuleBroken("no-snapshot", "{0} 没有封存的数据快照。请另选一日。", on) { Field = "On" };
            }

            if (windowWorkingDays is < 1 or > LongestWindow)
            {
                throw new RuleBroken("window", "异议期应在 1 至 {0} 个工作日之间，请改填。", LongestWindow) { Field = "WorkingDays" };
            }

            var until = (await calendars.Current(ct)).AddWorkingDays(ChinaTime.DayOf(act.At), windowWorkingDays);
            var assessment = new Assessment(rules, snapshot, until, actor.Signature(), act.At);
            var keys = await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId).ToDictionaryAsync(u => u.Id, u => u.SortKey, ct);
            var found = await PointReading.Find(db, snapshot, rules, ct);
            foreach (var (f, i) in found.OrderBy(f => keys[f.UnitId], StringComparer.Ordinal).ThenBy(f => f.UnitId).ThenBy(f => f.Rule).ThenBy(f => f.Reference, StringComparer.Ordinal).Select((f, i) => (f, i)))
            {
                assessment.Add(Place(assessment, f, i + 1));
            }

            db.Add(assessment);
            var people = await Recipients.Of(db, [.. found.Select(f => f.UnitId).Distinct()], [Role.Contact, Role.UnitHead], actor.Day, ct);
            db.Notify(people.Select(p => p.PersonId), NoticeKind.AssessmentComputed, nameof(Assessment), assessment.Id, null,
                "{0} 年考核得分已计算，请核对本单位得分，如有异议请在 {1} 前逐条提出。", year, until);
            return assessment.Id;
        }, ct);

    /// <summary>Refuses all but the unit whose point it is (not-allowed), after the window (objections-over), and as <see cref="AssessmentPoint.Object"/>.</summary>
    public Task Object(Actor actor, Guid assessmentId, Guid pointId, int version, string? objection, CancellationToken ct) =>
        transact.Run(actor, "对考核得分提出异议", async (db, act) =>
        {
            var (assessment, point) = await Take(db, actor, assessmentId, pointId, ct);
            Permission.Require(AssessmentPermissions.MayObject(actor, point));
            assessment.MustTakeObjections(ChinaTime.DayOf(act.At));
            db.Expect(point, version);
            point.Object(objection, actor.Signature(), act.At);
            db.Notify(await Recipients.Office(db, assessment.JurisdictionId, actor.Day, ct), NoticeKind.AssessmentObjected, nameof(Assessment), assessment.Id, null,
                "{0} 对 {1} 年考核第 {2} 条得分提出异议，请裁定。", actor.UnitName, assessment.Year, point.Position);
        }, ct);

    /// <summary>Refuses all but the office (not-allowed), a sealed result (assessment-sealed), and as <see cref="AssessmentPoint.Decide"/>.</summary>
    public Task Decide(Actor actor, Guid assessmentId, Guid pointId, int version, PointDecision decision, string? text, CancellationToken ct) =>
        transact.Run(actor, "裁定考核异议", async (db, act) =>
        {
            var (assessment, point) = await Take(db, actor, assessmentId, pointId, ct);
            Permission.Require(AssessmentPermissions.MayWork(actor, assessment));
            assessment.MustBeOpen();
            db.Expect(point, version);
            point.Decide(decision, text, actor.Signature(), act.At);
            var people = await Recipients.Of(db, [point.UnitId], [Role.Contact, Role.UnitHead], actor.Day, ct);
            db.Notify(people.Select(p => p.PersonId), NoticeKind.AssessmentDecided, nameof(Assessment), assessment.Id, null,
                "领导小组办公室已裁定本单位对 {0} 年考核第 {1} 条得分的异议。", assessment.Year, point.Position);
        }, ct);

    /// <summary>
    /// Seals the result with the password entered again, and signs and serves its table as a paper; answers with the result's hash. Refuses all but the office (not-allowed), a wrong password
    /// (password-wrong), an altered snapshot (snapshot-altered), and as <see cref="Assessment.Seal"/>.
    /// </summary>
    public async Task<string> Seal(Actor actor, Guid assessmentId, int version, string? password, CancellationToken ct)
    {
        Permission.Require(AssessmentPermissions.MayRule(actor));
        var signer = await signing.Confirm(actor, password, ct);
        return await transact.Run(actor, "封存考核结果", async (db, act) =>
        {
            var assessment = Permission.Found(
                await db.Assessments.Include(a => a.Points).SingleOrDefaultAsync(a => a.Id == assessmentId, ct), a => AssessmentPermissions.MayWork(actor, a));
            db.Expect(assessment, version);
            var snapshot = await db.Snapshots.AsNoTracking().SingleAsync(s => s.Id == assessment.SnapshotId, ct);
            await SnapshotReading.MustHold(db, snapshot, ct);
            if (snapshot.Hash != assessment.SnapshotHash)
            {
                throw new RuleBroken("snapshot-altered", "{0} 的第 {1} 号数据快照与封存哈希不符，不能据此办理。请报告管理员用 verify 核查，并另选一日。", snapshot.On, snapshot.Number);
            }

            var rules = await db.AssessmentRuleSets.SingleAsync(r => r.Id == assessment.RuleSetId, ct);
            assessment.Seal(rules, actor.Signature(), act.At);
            await Publish(db, signer, assessment, rules, act.At, ct);
            return assessment.Hash!;
        }, ct);
    }

    private async Task Publish(WorkflowDb db, ConfirmedSigner signer, Assessment assessment, AssessmentRuleSet rules, DateTime now, CancellationToken ct)
    {
        var totals = await AssessmentQueries.Totals(db, assessment.JurisdictionId, assessment.Points, ct);
        var issuer = await AssessmentPaper.Issuer(db, assessment.JurisdictionId, ct);
        var units = totals.Select(t => t.UnitId).ToList();
        var paper = await press.Issue(db, signer, new PaperOrder(PaperKind.Assessment, nameof(Assessment), assessment.Id, units),
            number => AssessmentPaper.Table(assessment, rules, totals, assessment.Points, issuer, number, ChinaTime.DayOf(now)), ct);
        var people = await Recipients.Of(db, units, [Role.Contact, Role.UnitHead], signer.Actor.Day, ct);
        db.Notify(people.Select(p => p.PersonId), NoticeKind.AssessmentDecided, nameof(Assessment), assessment.Id, null,
            "{0} 年考核结果 {1} 已封存印发，请查阅。", assessment.Year, paper.Number!);
    }

    private static AssessmentPoint Place(Assessment assessment, FoundPoint f, int position) => new()
    {
        JurisdictionId = assessment.JurisdictionId,
        AssessmentId = assessment.Id,
        Position = position,
        UnitId = f.UnitId,
        Rule = f.Rule,
        Points = f.Points,
        Share = f.Share,
        Reference = f.Reference,
        Subject = f.Subject,
        FirstDueOn = f.FirstDueOn,
        ApprovedDueOn = f.ApprovedDueOn,
        HappenedOn = f.HappenedOn,
        LateDays = f.LateDays,
        SnapshotPage = f.Page,
        SnapshotRow = f.Row,
    };

    private static async Task<(Assessment Assessment, AssessmentPoint Point)> Take(WorkflowDb db, Actor actor, Guid assessmentId, Guid pointId, CancellationToken ct)
    {
        var assessment = Permission.Found(await db.Assessments.SingleOrDefaultAsync(a => a.Id == assessmentId, ct), a => a.JurisdictionId == actor.JurisdictionId);
        var point = Permission.Found(
            await db.AssessmentPoints.SingleOrDefaultAsync(p => p.Id == pointId && p.AssessmentId == assessmentId, ct),
            p => AssessmentPermissions.MayReadSheet(actor, assessment, p.UnitId));
        return (assessment, point);
    }
}
