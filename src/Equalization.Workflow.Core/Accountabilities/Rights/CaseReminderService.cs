using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities.Rights;

/// <summary>Reminds both sides of a case ahead of the end of each term, once a term and in office hours only; what a day off holds back goes out on the working day after.</summary>
public sealed class CaseReminderService(IDbContextFactory<WorkflowDb> contexts, Transact transact, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>Goes over the open cases of every jurisdiction; answers with how many terms were reminded of.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        if (!OfficeHours.AreOpen(calendar, clock.UtcNow()))
        {
            return 0;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var reminded = 0;
        foreach (var jurisdiction in await db.AccountabilityCases.Where(c => c.State != CaseState.Archived && c.State != CaseState.Closed).Select(c => c.JurisdictionId).Distinct().ToListAsync(ct))
        {
            reminded += await transact.Run(Actor.System(jurisdiction, clock.Today()), "案卷期限提醒", (own, act) => Remind(own, jurisdiction, calendar, act, ct), ct);
        }

        return reminded;
    }

    private static async Task<int> Remind(WorkflowDb db, Guid jurisdictionId, WorkingCalendar calendar, CurrentAct act, CancellationToken ct)
    {
        var cases = await db.AccountabilityCases.Include(c => c.Statements).Include(c => c.Remedies).AsSplitQuery()
            .Where(c => c.JurisdictionId == jurisdictionId && c.State != CaseState.Archived && c.State != CaseState.Closed).OrderBy(c => c.OpenedAt).ToListAsync(ct);
        var rulesIds = cases.Select(c => c.RulesId).Distinct().ToList();
        var rules = await db.AccountabilityRules.Include(r => r.Terms).Where(r => rulesIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var receipts = await CaseReceipts.OfMany(db, cases, ct);
        var ids = cases.ConvertAll(c => c.Id);
        var sent = (await db.Notices.Where(n => n.Kind == NoticeKind.CaseTerm && ids.Contains(n.SubjectId)).Select(n => n.OnceKey!).Distinct().ToListAsync(ct)).ToHashSet();
        var today = ChinaTime.DayOf(act.At);
        var nextMorning = calendar.AddWorkingDays(today, 1);
        var reminded = 0;
        foreach (var about in cases)
        {
            var terms = rules[about.RulesId];
            foreach (var row in CaseClock.Of(about, receipts[about.Id], terms, today)
                .Where(r => r.State == ClockState.Running && (r.DueOn < nextMorning || r.DueOn!.Value.DayNumber - today.DayNumber <= terms.Days(CaseTerm.RemindBefore))))
            {
                var key = $"case:{about.Id:N}:{row.Term}:{row.DueOn:yyyyMMdd}";
                if (!sent.Add(key))
                {
                    continue;
                }

                IReadOnlyCollection<Role> sides = row.Term == CaseTerm.Inquiry ? [Role.Office] : [Role.Office, Role.UnitHead, Role.Contact];
                db.Notify(await db.OnList(about, sides, ct), NoticeKind.CaseTerm, AccountabilityDoor.Subject, about.Id, key, "一件案卷中有一项期限将于 {0} 届满，请查阅。", row.DueOn!.Value);
                reminded++;
            }
        }

        return reminded;
    }
}
