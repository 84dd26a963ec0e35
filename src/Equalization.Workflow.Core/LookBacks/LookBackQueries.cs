using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.LookBacks;

/// <summary>One write-off drawn, with its task. DaysLeft: working days to the day of checking, null once checked.</summary>
public sealed record LookBackRow(
    Guid Id, Guid TaskId, string TaskNumber, string TaskTitle, string Lead, string WriteOffNumber, DateOnly WrittenOffOn, LookBackState State, DateOnly DueOn, int? DaysLeft,
    string? CheckedBy, DateTime? CheckedAt);

/// <summary>A drawing with what became of it.</summary>
public sealed record DrawRow(Guid Id, string PeriodCode, int RulesNumber, int ListSize, int SampleSize, DateTime DrawnAt, string DrawnBy, int ToCheck, int Sound, int Reopened);

/// <summary>An ended period that can be drawn.</summary>
public sealed record OpenPeriod(DateOnly FirstDay, string Code, int WriteOffs);

/// <summary>The page of look-backs: what waits first, then what was found, the drawings, and periods not yet drawn.</summary>
public sealed record LookBackPage(
    LookBackRules Rules, IReadOnlyList<LookBackRow> Waiting, IReadOnlyList<LookBackRow> Checked, IReadOnlyList<DrawRow> Draws, IReadOnlyList<OpenPeriod> Open, bool MayAct);

/// <summary>A number of the list with its key; Place is where it stands by its key, Drawn whether that is among the drawn.</summary>
public sealed record DrawLine(string Number, string Key, int Place, bool Drawn);

/// <summary>A drawing laid open. Matches: seed and list, computed anew, give the look-backs that are on record, and the list its hash.</summary>
public sealed record DrawView(LookBackDraw Draw, LookBackRules Rules, IReadOnlyList<DrawLine> Lines, IReadOnlyList<LookBackRow> Items, bool Matches);

/// <summary>One look-back with what this reader may do. IsReviewer: the reader reviewed the completion and so may not look again. IsRevoked: the write-off was put right before it was checked.</summary>
public sealed record LookBackView(LookBack LookBack, LookBackRow Row, string PeriodCode, string Signers, DateOnly TaskDueOn, bool MayCheck, bool IsReviewer, bool IsRevoked);

/// <summary>Reads look-backs.</summary>
public sealed class LookBackQueries(IDbContextFactory<WorkflowDb> contexts, WorkingCalendars calendars)
{
    private const int MostChecked = 50;
    private const int MostDraws = 20;
    private const int PeriodsBack = 4;

    /// <summary>Refuses all but office, leaders and auditor (not-allowed).</summary>
    public async Task<LookBackPage> Page(Actor actor, CancellationToken ct)
    {
        Permission.Require(LookBackPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jurisdiction = actor.JurisdictionId;
        var rules = await db.LookBackRules.AsNoTracking().Where(r => r.JurisdictionId == jurisdiction).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct)
            ?? LookBackRules.Default(jurisdiction, default);
        var own = db.LookBacks.AsNoTracking().Where(l => l.JurisdictionId == jurisdiction);
        var calendar = await calendars.Current(ct);
        var waiting = await Rows(db, LookBackService.Open(db).AsNoTracking().Where(l => l.JurisdictionId == jurisdiction).OrderBy(l => l.DueOn).ThenBy(l => l.Id), calendar, actor.Day, ct);
        var done = await Rows(db, own.Where(l => l.State != LookBackState.ToCheck).OrderByDescending(l => l.CheckedAt).ThenBy(l => l.Id).Take(MostChecked), calendar, actor.Day, ct);
        var open = LookBackService.Open(db);
        var draws = await db.LookBackDraws.Where(d => d.JurisdictionId == jurisdiction).OrderByDescending(d => d.DrawnAt).ThenBy(d => d.Id).Take(MostDraws)
            .Select(d => new DrawRow(
                d.Id, d.PeriodCode, d.RulesNumber, d.ListSize, d.SampleSize, d.DrawnAt, d.DrawnBy, open.Count(l => l.DrawId == d.Id),
                db.LookBacks.Count(l => l.DrawId == d.Id && l.State == LookBackState.Sound), db.LookBacks.Count(l => l.DrawId == d.Id && l.State == LookBackState.Reopened)))
            .ToListAsync(ct);
        var mayAct = LookBackPermissions.MayAct(actor, jurisdiction);
        return new LookBackPage(rules, waiting, done, draws, mayAct ? await Open(db, jurisdiction, rules, actor.Day, ct) : [], mayAct);
    }

    /// <summary>All of them for a list: what waits first, then what was found, newest first. Refuses as <see cref="Page"/>.</summary>
    public async Task<Paged<LookBackRow>> List(Actor actor, int number, int size, CancellationToken ct)
    {
        Permission.Require(LookBackPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = LookBackService.Open(db);
        var listed = db.LookBacks.AsNoTracking()
            .Where(l => l.JurisdictionId == actor.JurisdictionId && (l.State != LookBackState.ToCheck || open.Any(o => o.Id == l.Id)));
        var page = listed.OrderBy(l => l.State != LookBackState.ToCheck).ThenByDescending(l => l.CheckedAt).ThenBy(l => l.DueOn).ThenBy(l => l.Id).Skip((number - 1) * size).Take(size);
        return new Paged<LookBackRow>(await Rows(db, page, await calendars.Current(ct), actor.Day, ct), await listed.CountAsync(ct), number, size);
    }

    /// <summary>A drawing laid open for checking. Refuses with not-found whoever does not read the whole jurisdiction.</summary>
    public async Task<DrawView> Draw(Actor actor, Guid drawId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var draw = Permission.Found(
            await db.LookBackDraws.AsNoTracking().SingleOrDefaultAsync(d => d.Id == drawId, ct), d => LookBackPermissions.MaySee(actor, d.JurisdictionId));
        var rules = await db.LookBackRules.AsNoTracking().SingleAsync(r => r.JurisdictionId == draw.JurisdictionId && r.Number == draw.RulesNumber, ct);
        var items = await Rows(db, db.LookBacks.AsNoTracking().Where(l => l.DrawId == drawId).OrderBy(l => l.Id), await calendars.Current(ct), actor.Day, ct);
        var lines = draw.Numbers.Select(n => (Number: n, Key: LookBackSample.Key(draw.Seed, n))).OrderBy(l => l.Key, StringComparer.Ordinal)
            .Select((l, i) => new DrawLine(l.Number, l.Key, i + 1, i < draw.SampleSize)).ToList();
        return new DrawView(draw, rules, lines, items, draw.Matches(items.Select(i => i.WriteOffNumber)));
    }

    /// <summary>Refuses with not-found whoever does not read the whole jurisdiction.</summary>
    public async Task<LookBackView> One(Actor actor, Guid lookBackId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var lookBack = Permission.Found(
            await db.LookBacks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == lookBackId, ct), l => LookBackPermissions.MaySee(actor, l.JurisdictionId));
        var row = (await Rows(db, db.LookBacks.AsNoTracking().Where(l => l.Id == lookBackId), await calendars.Current(ct), actor.Day, ct)).Single();
        var facts = await (from w in db.WriteOffs
                           join t in db.AnnualTasks on w.TaskId equals t.Id
                           where w.Id == lookBack.WriteOffId
                           select new
                           {
                               w.Signers, w.RevokedOn, t.CurrentDueOn, Period = db.LookBackDraws.Where(d => d.Id == lookBack.DrawId).Select(d => d.PeriodCode).First(),
                               Reviewer = db.Reviews.Where(r => r.TaskId == t.Id && r.Accepted).OrderByDescending(r => r.At).Select(r => r.ReviewerId).FirstOrDefault(),
                           }).SingleAsync(ct);
        var open = lookBack.State == LookBackState.ToCheck && facts.RevokedOn is null && LookBackPermissions.MayAct(actor, lookBack.JurisdictionId);
        return new LookBackView(lookBack, row, facts.Period, facts.Signers, facts.CurrentDueOn, open && facts.Reviewer != actor.PersonId, open && facts.Reviewer == actor.PersonId,
            lookBack.State == LookBackState.ToCheck && facts.RevokedOn is not null);
    }

    private static async Task<List<LookBackRow>> Rows(WorkflowDb db, IQueryable<LookBack> lookBacks, WorkingCalendar calendar, DateOnly day, CancellationToken ct)
    {
        var rows = await (from l in lookBacks
                          join t in db.AnnualTasks on l.TaskId equals t.Id
                          join u in db.Units on t.LeadUnitId equals u.Id
                          join w in db.WriteOffs on l.WriteOffId equals w.Id
                          select new { LookBack = l, t.Number, t.Title, u.ShortName, WriteOff = w.Number, w.On, w.RevokedOn }).ToListAsync(ct);
        return rows.ConvertAll(r => new LookBackRow(
            r.LookBack.Id, r.LookBack.TaskId, r.Number, r.Title, r.ShortName, r.WriteOff, r.On, r.LookBack.State, r.LookBack.DueOn,
            r.LookBack.State == LookBackState.ToCheck && r.RevokedOn is null ? calendar.WorkingDaysBetween(day, r.LookBack.DueOn) : null, r.LookBack.CheckedBy, r.LookBack.CheckedAt));
    }

    private static async Task<List<OpenPeriod>> Open(WorkflowDb db, Guid jurisdiction, LookBackRules rules, DateOnly day, CancellationToken ct)
    {
        var periods = new List<ReportPeriod>();
        for (var (i, period) = (0, ReportPeriod.Containing(day, rules.Cycle)); i < PeriodsBack; i++)
        {
            period = period.Previous(rules.Cycle);
            periods.Add(period);
        }

        var codes = periods.ConvertAll(p => p.Code);
        var drawn = await db.LookBackDraws.Where(d => d.JurisdictionId == jurisdiction && codes.Contains(d.PeriodCode)).Select(d => d.PeriodCode).ToListAsync(ct);
        var all = new ReportPeriod(periods[^1].FirstDay, periods[0].LastDay, "");
        var days = await LookBackService.Candidates(db, jurisdiction, all).Select(w => w.On).ToListAsync(ct);
        return
        [
            .. periods.Where(p => !drawn.Contains(p.Code)).Select(p => new OpenPeriod(p.FirstDay, p.Code, days.Count(d => d >= p.FirstDay && d <= p.LastDay)))
                .Where(p => p.WriteOffs > 0),
        ];
    }
}
