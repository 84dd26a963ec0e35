using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.Clocks;

/// <summary>Working days booked to one holder; Late: those after the due day of the day.</summary>
public sealed record HolderDays(Holder Holder, int WorkingDays, int Late);

/// <summary>
/// Who held a task on each day from the day after its issue (FEATURES C4, D6). In this order: nobody while off the ledger or held; the office while a decline of
/// the lead unit, a completion or an extension lies with it; a cooperating unit that has not delivered and let its own earlier day or, before the
/// task is late, its term to sign pass, or is all the lead waits for; else the lead unit. Whoever waits for an answer to a matter to coordinate
/// hands the day to who was asked.
/// </summary>
public sealed class ClockLedger
{
    private ClockLedger(ClockFacts facts, WorkingCalendar calendar, IReadOnlyList<HeldSpan> spans)
    {
        Facts = facts;
        Spans = spans;
        WorkingDays = calendar.WorkingDaysBetween(facts.IssuedOn, Last(facts));
        UnknownYears = calendar.UnknownYears(facts.IssuedOn, Last(facts));
    }

    public ClockFacts Facts { get; }

    /// <summary>In order of days, without gap or overlap.</summary>
    public IReadOnlyList<HeldSpan> Spans { get; }

    /// <summary>From issue to the last day.</summary>
    public int WorkingDays { get; }

    /// <summary>Years of the span that are counted by week-ends alone.</summary>
    public IReadOnlyList<int> UnknownYears { get; }

    public IReadOnlyList<HolderDays> Totals => Sum(Spans);

    public static ClockLedger Of(ClockFacts facts, WorkingCalendar calendar)
    {
        var spans = new List<HeldSpan>();
        var turns = Turns(facts);
        for (var i = 0; i + 1 < turns.Count; i++)
        {
            var (from, to) = (turns[i], turns[i + 1].AddDays(-1));
            var (holder, because) = HolderOn(facts, from);
            var days = calendar.WorkingDaysBetween(from.AddDays(-1), to);
            var late = from > facts.DueOn(from) && holder.Kind != HolderKind.Nobody ? days : 0;
            if (spans.Count > 0 && spans[^1] is var before && before.Holder == holder && before.Because == because)
            {
                spans[^1] = before with { To = to, WorkingDays = before.WorkingDays + days, LateWorkingDays = before.LateWorkingDays + late };
            }
            else
            {
                spans.Add(new HeldSpan(holder, from, to, days, because) { LateWorkingDays = late });
            }
        }

        return new ClockLedger(facts, calendar, spans);
    }

    /// <summary>Who held it, and why, when a day began.</summary>
    public static (Holder Holder, HeldBecause Because) HolderOn(ClockFacts facts, DateOnly day)
    {
        if (facts.Closures.Any(c => c.Holds(day)))
        {
            return (Holder.Nobody, HeldBecause.OffTheLedger);
        }

        if (facts.Holds.Any(h => h.Holds(day)))
        {
            return (Holder.Nobody, HeldBecause.OnHold);
        }

        var lead = facts.LeadOn(day);
        if (lead.Declines.Any(d => d.Holds(day)))
        {
            return (Holder.Office, HeldBecause.DeclineAsked);
        }

        if (facts.Completions.Any(c => c.Holds(day)))
        {
            return (Holder.Office, HeldBecause.CompletionAsked);
        }

        if (facts.Extensions.Any(e => e.Holds(day)))
        {
            return (Holder.Office, HeldBecause.ExtensionAsked);
        }

        var (part, because) = PartOn(facts, lead, day);
        if (part.Declines.Any(d => d.Holds(day)))
        {
            return (Holder.Office, HeldBecause.DeclineAsked);
        }

        return facts.Helps.FirstOrDefault(h => h.AskingUnitId == part.UnitId && h.Stay.Holds(day)) is { } help
            ? (help.OwnerUnitId is { } owner ? new Holder(KindOf(facts, owner, lead), owner) : Holder.Office, help.IsDispute ? HeldBecause.DutyDisputed : HeldBecause.HelpAsked)
            : (new Holder(KindOf(facts, part.UnitId, lead), part.UnitId), because);
    }

    /// <summary>The working days after a due day up to the last, by holder, most first; empty when it was not passed.</summary>
    public IReadOnlyList<(Holder Holder, HeldBecause Because, int Days)> Since(DateOnly dueOn, WorkingCalendar calendar)
    {
        var late = new List<(Holder Holder, HeldBecause Because, int Days)>();
        foreach (var span in Spans.Where(s => s.To > dueOn && s.Holder.Kind != HolderKind.Nobody))
        {
            var days = calendar.WorkingDaysBetween(span.From > dueOn ? span.From.AddDays(-1) : dueOn, span.To);
            var at = late.FindIndex(l => l.Holder == span.Holder && l.Because == span.Because);
            if (at < 0)
            {
                late.Add((span.Holder, span.Because, days));
            }
            else
            {
                late[at] = late[at] with { Days = late[at].Days + days };
            }
        }

        return [.. late.Where(l => l.Days > 0).OrderByDescending(l => l.Days)];
    }

    private static HolderKind KindOf(ClockFacts facts, Guid unitId, ClockPart lead) => unitId == lead.UnitId ? HolderKind.Lead
        : facts.Parts.Any(p => p.UnitId == unitId && p.Role == UnitRole.Cooperating) ? HolderKind.Cooperating : HolderKind.Unit;

    private static (ClockPart Part, HeldBecause Because) PartOn(ClockFacts facts, ClockPart lead, DateOnly day)
    {
        if (!(lead.SignedOn < day))
        {
            return (lead, HeldBecause.ToSign);
        }

        // What the office sent back is the lead's again, whoever had delivered before.
        var complete = lead.CompleteSince(day) is { } since && !facts.Completions.Any(c => c.Until < day && c.Until >= since) ? since : (DateOnly?)null;
        var awaited = facts.Parts.Where(p => p.Role == UnitRole.Cooperating && !(p.ReleasedOn < day) && p.CompleteSince(day) is null)
            .Select(p => (Part: p, Reason: Reason(facts, p, complete, day)))
            .Where(p => p.Reason is not null)
            .OrderBy(p => p.Reason!.Value.Since).ThenBy(p => p.Part.ReportedBefore(day)).ThenBy(p => p.Part.Id)
            .FirstOrDefault();
        return awaited.Reason is { } reason ? (awaited.Part, reason.Because) : (lead, HeldBecause.Working);
    }

    /// <summary>Since when and why a part that is not delivered holds the task up; the oldest reason counts.</summary>
    private static (DateOnly Since, HeldBecause Because)? Reason(ClockFacts facts, ClockPart part, DateOnly? leadComplete, DateOnly day)
    {
        var reasons = new List<(DateOnly Since, HeldBecause Because)>();
        // Once the task is late its lead answers for it, unless it has done its own part.
        if (!(part.SignedOn < day) && day > part.SignDueOn && day <= facts.DueOn(day))
        {
            reasons.Add((part.SignDueOn, HeldBecause.PartUnsigned));
        }

        if (part.OwnDueOn is { } own && own < facts.DueOn(day) && day > own)
        {
            reasons.Add((own, HeldBecause.PartOverdue));
        }

        if (leadComplete is { } done)
        {
            reasons.Add((done, HeldBecause.PartAwaited));
        }

        return reasons.Count == 0 ? null : reasons.MinBy(r => r.Since);
    }

    /// <summary>Every day on which the holder may change or lateness begin or end, and the day after the last; between two nothing changes.</summary>
    private static List<DateOnly> Turns(ClockFacts facts)
    {
        var (first, end) = (facts.IssuedOn.AddDays(1), facts.EndsOn.AddDays(1));
        IEnumerable<Stay> stays =
        [
            .. facts.Closures, .. facts.Holds, .. facts.Completions, .. facts.Extensions, .. facts.Helps.Select(h => h.Stay),
            .. facts.Parts.SelectMany(p => p.Declines),
        ];
        IEnumerable<DateOnly?> acts =
        [
            .. stays.SelectMany(s => new[] { s.From, s.Until }), .. facts.FormerLeads.Select(l => (DateOnly?)l.Until), facts.FirstDueOn, .. facts.Moves.SelectMany(m => new DateOnly?[] { m.On, m.ToDueOn }),
            .. facts.Parts.SelectMany(p => new[] { p.OwnDueOn, p.SignDueOn, p.SignedOn, p.ReleasedOn }),
            .. facts.Parts.SelectMany(p => p.Reports).Select(r => (DateOnly?)r.On),
        ];
        return first >= end ? [] : [.. acts.OfType<DateOnly>().Select(d => d.AddDays(1)).Where(d => d > first && d < end).Append(first).Append(end).Distinct().Order()];
    }

    private static DateOnly Last(ClockFacts facts) => facts.EndsOn > facts.IssuedOn ? facts.EndsOn : facts.IssuedOn;

    private static List<HolderDays> Sum(IEnumerable<HeldSpan> spans) =>
    [
        .. spans.GroupBy(s => s.Holder).Select(g => new HolderDays(g.Key, g.Sum(s => s.WorkingDays), g.Sum(s => s.LateWorkingDays)))
            .OrderByDescending(h => h.WorkingDays).ThenBy(h => h.Holder.Kind),
    ];
}
