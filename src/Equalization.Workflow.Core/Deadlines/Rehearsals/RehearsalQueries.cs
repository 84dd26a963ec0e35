using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines.Rehearsals;

/// <summary>What to rehearse: a plan or all, the draft or a rule set (null: the one in force), days first and last included; and what of it to show.</summary>
public sealed record RehearsalAsk(DateOnly From, DateOnly To, Guid? PlanId = null, bool Draft = false, int? RuleSetNumber = null)
{
    public Guid? PersonId { get; init; }

    public DateOnly? Day { get; init; }

    public ReminderMoment? Moment { get; init; }
}

/// <summary>A reminder that would go out, with the days as they would be counted.</summary>
public sealed record RehearsalRow(
    DateOnly On, Guid PersonId, string Person, string Post, ReminderRecipient Recipient, int Offset, ReminderSubject Subject, DateOnly TriggerOn, int WorkingDaysLeft)
{
    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    public string Unit { get; init; } = "";
}

/// <summary>Digests and reminders of a day, over everybody.</summary>
public sealed record RehearsalDay(DateOnly On, int Digests, int Reminders);

/// <summary>Digests and reminders of a person, over the period.</summary>
public sealed record RehearsalPerson(Guid Id, string Name, int Digests, int Reminders);

/// <summary>The whole rehearsal in figures and one page of its rows. Through: the last day computed, before the one asked for when there were too many.</summary>
public sealed record Rehearsal(
    int? RuleSetNumber, IReadOnlyList<RehearsalDay> Days, IReadOnlyList<RehearsalPerson> People, Paged<RehearsalRow> Rows, DateOnly Through, bool IsCut);

/// <summary>
/// The rehearsal (推演): what the rules would send, if nobody did anything from now on. It asks the very planner that the run asks, over the rows as they
/// stand and a ledger in memory, and writes nothing.
/// </summary>
public sealed class RehearsalQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook lights, WorkingCalendars calendars, TimeProvider clock)
{
    public const int LongestDays = 92;

    /// <summary>Reminders after which no further day is begun.</summary>
    public const int MostReminders = 50_000;

    /// <summary>
    /// Refuses all but office and auditor (not-allowed), a period that is past, turned round or longer than 92 days (rehearsal-period), and a rule set or
    /// draft that is not there (rehearsal-rules). Nine commands, however long the period.
    /// </summary>
    public async Task<Rehearsal> Rehearse(Actor actor, RehearsalAsk ask, int page, int size, CancellationToken ct)
    {
        Permission.Require(ReminderRulePermissions.MayRehearse(actor));
        Check(actor, ask);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (number, rules) = await Rules(db, actor.JurisdictionId, ask, ct);
        var calendar = await calendars.Current(ct);
        var planner = new ReminderPlanner(rules, calendar);
        var over = await Over(db, actor.JurisdictionId, rules, ask, ct);
        var posts = await ReminderPosts.Load(db, actor.JurisdictionId, ask.From, ask.To, ct);
        var spans = planner.Spans(ask.From, ask.To, Enum.GetValues<ReminderRecipient>().ToHashSet());
        var sum = new Sum(ask, page, size, await Names(db, actor.JurisdictionId, ct));
        if (spans.Count > 0)
        {
            var subjects = await new ReminderSubjects(db, lights, calendar, new ReminderScope(actor.JurisdictionId, ask.PlanId)).Load(spans, ct);
            var ledger = await ReminderLedger.Load(db, actor.JurisdictionId, null, spans.Values.Min(s => s.First), spans.Values.Max(s => s.Last), ct);
            for (var day = ask.From; day <= ask.To && sum.All < MostReminders; day = day.AddDays(1))
            {
                ct.ThrowIfCancellationRequested();
                var planned = over.Contains(day) ? [] : planner.On(day, subjects, posts.On(day), ledger).ToList();
                planned.ForEach(ledger.Book);
                sum.Add(day, planned);
            }
        }

        return new Rehearsal(
            number, sum.Days, sum.People, new Paged<RehearsalRow>(await Titled(db, sum.Shown, ct), sum.Matching, page, size), sum.Through ?? ask.To,
            sum.Through < ask.To && sum.All >= MostReminders);
    }

    /// <summary>The rule sets there are and whether a draft is, newest first. Refuses as <see cref="Rehearse"/> does.</summary>
    public async Task<(IReadOnlyList<int> Numbers, bool HasDraft)> Choices(Actor actor, CancellationToken ct)
    {
        Permission.Require(ReminderRulePermissions.MayRehearse(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var numbers = await db.ReminderRuleSets.Where(r => r.JurisdictionId == actor.JurisdictionId).OrderByDescending(r => r.Number).Select(r => r.Number).ToListAsync(ct);
        return (numbers, await db.ReminderDrafts.AnyAsync(d => d.JurisdictionId == actor.JurisdictionId, ct));
    }

    private static void Check(Actor actor, RehearsalAsk ask)
    {
        if (ask.From < actor.Day)
        {
            throw new RuleBroken("rehearsal-period", "推演从今天或以后的日期开始，请改填开始日期。") { Field = nameof(ask.From) };
        }

        if (ask.To < ask.From || ask.To.DayNumber - ask.From.DayNumber >= LongestDays)
        {
            throw new RuleBroken("rehearsal-period", "结束日期应不早于开始日期，期间最长 {0} 天。请改填结束日期。", LongestDays) { Field = nameof(ask.To) };
        }
    }

    private static async Task<(int? Number, ReminderRules Rules)> Rules(WorkflowDb db, Guid jurisdictionId, RehearsalAsk ask, CancellationToken ct)
    {
        if (ask.Draft)
        {
            var draft = await db.ReminderDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.JurisdictionId == jurisdictionId, ct);
            return (null, draft?.Rules ?? throw Absent());
        }

        var sets = db.ReminderRuleSets.AsNoTracking().Where(r => r.JurisdictionId == jurisdictionId);
        var set = ask.RuleSetNumber is { } number
            ? await sets.SingleOrDefaultAsync(r => r.Number == number, ct)
            : await sets.OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        return (set?.Number, set?.Rules ?? throw Absent());

        static RuleBroken Absent() => new("rehearsal-rules", "没有这一版提醒规则，或者草稿已被放弃。请改选规则。") { Field = "Rules" };
    }

    /// <summary>Days whose digests have all left, and today once its hours are over: on these the run sends nothing more.</summary>
    private async Task<HashSet<DateOnly>> Over(WorkflowDb db, Guid jurisdictionId, ReminderRules rules, RehearsalAsk ask, CancellationToken ct)
    {
        var over = (await db.ReminderRuns.Where(r => r.JurisdictionId == jurisdictionId && r.On >= ask.From && r.On <= ask.To).Select(r => r.On).ToListAsync(ct)).ToHashSet();
        if (TimeOnly.FromDateTime(ChinaTime.WallClock(clock.UtcNow())) >= rules.SendTo)
        {
            over.Add(clock.Today());
        }

        return over;
    }

    private static async Task<Dictionary<Guid, (string Name, string SortKey)>> Names(WorkflowDb db, Guid jurisdictionId, CancellationToken ct) =>
        (await db.People.Where(p => db.Memberships.Any(m => m.PersonId == p.Id && m.JurisdictionId == jurisdictionId))
            .Select(p => new { p.Id, p.Name, p.SortKey }).ToListAsync(ct)).ToDictionary(p => p.Id, p => (p.Name, p.SortKey));

    private static async Task<List<RehearsalRow>> Titled(WorkflowDb db, List<RehearsalRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return rows;
        }

        var taskIds = rows.Select(r => r.Subject.TaskId).Distinct().ToList();
        var unitIds = rows.Select(r => r.Subject.UnitId).Distinct().ToList();
        var tasks = await db.AnnualTasks.Where(t => taskIds.Contains(t.Id)).Select(t => new { t.Id, t.Number, t.Title }).ToDictionaryAsync(t => t.Id, ct);
        var units = await db.Units.Where(u => unitIds.Contains(u.Id)).Select(u => new { u.Id, u.ShortName }).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        return rows.ConvertAll(r => r with { Number = tasks[r.Subject.TaskId].Number, Title = tasks[r.Subject.TaskId].Title, Unit = units[r.Subject.UnitId] });
    }

    /// <summary>Counts every day and holds only the rows of the page asked for.</summary>
    private sealed class Sum(RehearsalAsk ask, int page, int size, Dictionary<Guid, (string Name, string SortKey)> names)
    {
        private readonly Dictionary<Guid, (int Digests, int Reminders)> people = [];

        public List<RehearsalDay> Days { get; } = [];

        public List<RehearsalRow> Shown { get; } = [];

        public DateOnly? Through { get; private set; }

        public int All { get; private set; }

        public int Matching { get; private set; }

        public IReadOnlyList<RehearsalPerson> People =>
        [
            .. people.OrderByDescending(p => p.Value.Reminders).ThenBy(p => names[p.Key].SortKey, StringComparer.Ordinal)
                .Select(p => new RehearsalPerson(p.Key, names[p.Key].Name, p.Value.Digests, p.Value.Reminders)),
        ];

        public void Add(DateOnly day, List<PlannedReminder> planned)
        {
            Through = day;
            All += planned.Count;
            var digests = planned.CountBy(p => p.PersonId).ToList();
            if (digests.Count > 0)
            {
                Days.Add(new RehearsalDay(day, digests.Count, planned.Count));
            }

            foreach (var (person, count) in digests)
            {
                var before = people.GetValueOrDefault(person);
                people[person] = (before.Digests + 1, before.Reminders + count);
            }

            if (ask.Day is { } only && only != day)
            {
                return;
            }

            var rows = planned
                .Where(p => (ask.PersonId is null || p.PersonId == ask.PersonId) && (ask.Moment is null || p.Subject.Moment == ask.Moment))
                .OrderBy(p => names[p.PersonId].SortKey, StringComparer.Ordinal).ThenBy(p => p.PersonId).ThenBy(p => p.Subject.DueOn).ThenBy(p => p.Subject.SubjectId)
                .ToList();
            Shown.AddRange(rows.Skip(Math.Max(0, ((page - 1) * size) - Matching)).Take(Math.Max(0, size - Shown.Count))
                .Select(p => new RehearsalRow(day, p.PersonId, names[p.PersonId].Name, p.Post, p.Recipient, p.Offset, p.Subject, p.TriggerOn, p.WorkingDaysLeft)));
            Matching += rows.Count;
        }
    }
}
