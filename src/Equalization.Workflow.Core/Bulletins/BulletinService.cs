using Equalization.Workflow.Core.Bulletins.Rules;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>The office drafts a bulletin from a sealed day, writes its words and sends it to the units named. Versions are the bulletin's.</summary>
public sealed class BulletinService(Transact transact, WorkingCalendars calendars)
{
    /// <summary>Working days to put a slow matter right, as the draft proposes it.</summary>
    private const int RectifyWorkingDays = 20;

    /// <summary>
    /// Reads the day's snapshot and lays down a draft with its lines and its table. Refuses all but the office (not-allowed), a day that was not sealed
    /// (no-snapshot), an altered one (snapshot-altered), one from before lateness was sealed (snapshot-edition).
    /// </summary>
    public Task<Guid> Draft(Actor actor, BulletinKind kind, DateOnly on, CancellationToken ct) =>
        transact.Run(actor, "起草通报", async (db, act) =>
        {
            Permission.Require(BulletinPermissions.MayDraft(actor));
            var snapshot = await db.Snapshots.AsNoTracking().SingleOrDefaultAsync(s => s.JurisdictionId == actor.JurisdictionId && s.On == on, ct)
                           ?? throw new RuleBroken("no-snapshot", "{0} 没有封存的数据快照。请另选一日。", on) { Field = "On" };
            var rows = new List<SnapshotLine>();
            await SnapshotReading.Read(db, snapshot, rows.Add, ct);
            var bulletin = new Bulletin(kind, snapshot, actor.Signature(), act.At);
            await AddLines(db, bulletin, BulletinRule.Select(kind, rows), ct);
            await AddUnits(db, bulletin, rows, ct);
            await BulletinListing.Bring(db, bulletin, rows, act.At, ct);
            var today = ChinaTime.DayOf(act.At);
            bulletin.Write(BulletinText.Draft(kind, on, (await calendars.Current(ct)).AddWorkingDays(today, RectifyWorkingDays)), today);
            db.Add(bulletin);
            await db.SaveChangesAsync(ct);

            // The process decides on the bulletin alone; its lines and their audit rows would be looked through at each of its saves.
            db.ChangeTracker.Clear();
            db.StartProcess("bulletin", bulletin.Id, ("bulletinId", bulletin.Id));
            return bulletin.Id;
        }, ct);

    /// <summary>
    /// Refuses as <see cref="Bulletin.Write"/>, a text that names a person of the jurisdiction (person-named), and a ranking that the rules
    /// switch off (ranking-off).
    /// </summary>
    public Task Write(Actor actor, Guid bulletinId, int version, BulletinWording words, CancellationToken ct) =>
        transact.Run(actor, "编辑通报", async (db, act) =>
        {
            var bulletin = await db.TakeBulletin(actor, bulletinId, ct);
            Permission.Require(BulletinPermissions.MayWrite(actor, bulletin));
            db.Expect(bulletin, version);
            bulletin.Write(words, ChinaTime.DayOf(act.At));
            if (bulletin.WithRanking && !(await db.RulesOf(bulletin, ct)).BulletinRanking)
            {
                throw new RuleBroken("ranking-off", "现行规则不使用排名，请取消勾选。") { Field = nameof(words.WithRanking) };
            }

            await db.MustNameNobody(bulletin.JurisdictionId, [
                (bulletin.Title, nameof(Bulletin.Title)), (bulletin.Introduction, nameof(Bulletin.Introduction)), (bulletin.Demand, nameof(Bulletin.Demand))], ct);
            await BulletinListing.Bring(db, bulletin, null, act.At, ct);
        }, ct);

    /// <summary>
    /// Takes a line off the draft, with a reason that stays beside it; a matter listed by the ladder waits for the next bulletin. Version is the line's. Refuses
    /// all but the office (not-allowed), once the units have it (bulletin-not-draft), and as <see cref="BulletinLine.Drop"/>.
    /// </summary>
    public Task DropLine(Actor actor, Guid bulletinId, Guid lineId, int version, string? reason, CancellationToken ct) =>
        transact.Run(actor, "移出通报条目", async (db, act) =>
        {
            var bulletin = await db.TakeBulletin(actor, bulletinId, ct);
            Permission.Require(BulletinPermissions.MayWrite(actor, bulletin));
            var line = bulletin.Lines.SingleOrDefault(l => l.Id == lineId) ?? throw RuleBroken.Missing();
            bulletin.MustBeDraft();
            db.Expect(line, version);
            line.Drop(reason, actor.Signature(), act.At);
        }, ct);

    /// <summary>
    /// Puts each line before its unit. Term in working days, that of the rules when null. Refuses all but the office (not-allowed), a term outside 1 to
    /// 30 working days (check-term), an altered snapshot (snapshot-altered), and as <see cref="Bulletin.SendToCheck"/>.
    /// </summary>
    public Task<DateOnly> SendToCheck(Actor actor, Guid bulletinId, int version, int? workingDays, CancellationToken ct) =>
        transact.Run(actor, "通报送核实", async (db, act) =>
        {
            var bulletin = await db.TakeBulletin(actor, bulletinId, ct);
            Permission.Require(BulletinPermissions.MayWrite(actor, bulletin));
            db.Expect(bulletin, version);
            var term = workingDays ?? (await db.RulesOf(bulletin, ct)).FactCheckWorkingDays;
            BulletinRules.MustBeCheckTerm(term, "WorkingDays");
            await db.MustRestOnItsSnapshot(bulletin, ct);
            await BulletinListing.Bring(db, bulletin, null, act.At, ct);
            var dueOn = (await calendars.Current(ct)).AddWorkingDays(ChinaTime.DayOf(act.At), term);
            bulletin.SendToCheck(dueOn, act.At);
            db.RaiseEvent(BulletinEvents.Moved, bulletin.Id);
            foreach (var unit in bulletin.Standing.GroupBy(l => l.UnitId))
            {
                var people = await Recipients.Of(db, [unit.Key], [Role.Contact, Role.UnitHead], actor.Day, ct);
                db.Notify(people.Select(p => p.PersonId), NoticeKind.BulletinToCheck, nameof(Bulletin), bulletin.Id, null,
                    "“{0}”（送核实稿）涉及本单位 {1} 条，请在 {2} 前逐条确认或提出异议；逾期未答复的按已告知处理。", bulletin.Title, unit.Count(), dueOn);
            }

            return dueOn;
        }, ct);

    /// <summary>Refuses all but the office (not-allowed) and as <see cref="Bulletin.Drop"/>.</summary>
    public Task Drop(Actor actor, Guid bulletinId, int version, string? reason, CancellationToken ct) =>
        transact.Run(actor, "终止通报", async (db, _) =>
        {
            var bulletin = await db.TakeBulletin(actor, bulletinId, ct);
            Permission.Require(BulletinPermissions.MayWrite(actor, bulletin));
            db.Expect(bulletin, version);
            bulletin.Drop(reason);
            db.RaiseEvent(BulletinEvents.Moved, bulletin.Id);
        }, ct);

    private static async Task AddLines(WorkflowDb db, Bulletin bulletin, IReadOnlyList<SnapshotLine> rows, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.Task).Distinct().ToList();
        var tasks = await db.AnnualTasks.Where(t => t.JurisdictionId == bulletin.JurisdictionId && numbers.Contains(t.Number))
            .Select(t => new { t.Id, t.Number, t.Title, t.LeadUnitId }).ToDictionaryAsync(t => t.Number, ct);
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            bulletin.Add(new BulletinLine(bulletin, i + 1, row, tasks[row.Task].Id, tasks[row.Task].LeadUnitId, tasks[row.Task].Title));
        }
    }

    private static async Task AddUnits(WorkflowDb db, Bulletin bulletin, IReadOnlyList<SnapshotLine> rows, CancellationToken ct)
    {
        var kinds = await db.Units.Where(u => u.JurisdictionId == bulletin.JurisdictionId).ToDictionaryAsync(u => u.Id, u => u.Kind, ct);
        var outcomes = Ranking.Outcomes(rows, kinds);
        var places = Ranking.Places(outcomes);
        foreach (var one in outcomes)
        {
            bulletin.Add(new BulletinUnit
            {
                BulletinId = bulletin.Id,
                UnitId = one.UnitId,
                JurisdictionId = bulletin.JurisdictionId,
                Parts = one.Parts,
                DoneInTime = one.DoneInTime,
                DoneLate = one.DoneLate,
                Overdue = one.Overdue,
                Behind = one.Behind,
                Group = one.Group,
                Rank = places.TryGetValue(one.UnitId, out var place) ? place : null,
            });
        }
    }
}
