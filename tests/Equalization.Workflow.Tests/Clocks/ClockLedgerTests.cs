using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Equalization.Workflow.Tests.Clocks;

/// <summary>The clock ledger from values alone: what each rule books, and what holds for every history.</summary>
public sealed class ClockLedgerTests
{
    private static readonly DateOnly Issued = new(2018, 3, 1);
    private static readonly DateOnly Due = new(2018, 3, 20);
    private static readonly Guid Lead = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Money = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Posts = Guid.Parse("00000000-0000-0000-0000-000000000003");
    private static readonly WorkingCalendar Calendar = new(CityPeople.Calendar());

    [Fact]
    public void The_day_of_an_act_is_the_actors_and_the_next_is_the_receivers()
    {
        // Signed on Monday the 5th, sent for review on Friday the 16th, returned on Tuesday the 20th.
        var ledger = Ledger(Facts(D(3, 30)) with { Completions = [new Stay(D(3, 16), D(3, 20))] });

        Assert.Equal(
        [
            (HolderKind.Lead, HeldBecause.ToSign, D(3, 2), D(3, 5), 2, 0), (HolderKind.Lead, HeldBecause.Working, D(3, 6), D(3, 16), 9, 0),
            (HolderKind.Office, HeldBecause.CompletionAsked, D(3, 17), D(3, 20), 2, 0), (HolderKind.Lead, HeldBecause.Working, D(3, 21), D(3, 30), 8, 8),
        ], ledger.Spans.Select(s => (s.Holder.Kind, s.Because, s.From, s.To, s.WorkingDays, s.LateWorkingDays)));
        Assert.Equal(21, ledger.WorkingDays);
    }

    [Fact]
    public void Lateness_is_charged_to_whoever_held_the_item_on_the_day()
    {
        var ledger = Ledger(Facts(D(4, 10)) with { Extensions = [new Stay(D(3, 20), D(3, 28))] });
        var names = new Dictionary<Guid, string> { [Lead] = "市教育局" };

        var late = ClockBook.Late(ledger, Calendar, names);

        // Ching Ming: 5 to 7 April off, Sunday the 8th worked for it.
        Assert.Equal("逾期 14 个工作日：市教育局（牵头单位）8 天，领导小组办公室（审核延期申请）6 天。", late.Sentence);
        Assert.Equal((14, 14), (late.WorkingDays, ledger.Totals.Sum(t => t.Late)));
        Assert.Equal("未逾期。", ClockBook.Late(Ledger(Facts(Due)), Calendar, names).Sentence);
    }

    [Fact]
    public void A_cooperating_unit_holds_what_the_lead_has_done_and_waits_for()
    {
        var done = Facts(D(4, 3)) with { Parts = [Part(Lead, UnitRole.Lead, reports: [Full(D(3, 14))]), Part(Money, UnitRole.Cooperating, reports: [Full(D(3, 28))]), Part(Posts, UnitRole.Cooperating, reports: [Full(D(3, 12))])] };

        Assert.Equal([Lead, Lead, Money, Lead], Ledger(done).Spans.Select(s => s.Holder.UnitId));
        Assert.Equal(6, Ledger(done).Totals.Single(t => t.Holder.UnitId == Money).Late);
        // After the office sent it back, it is the lead's again.
        var returned = done with { Completions = [new Stay(D(3, 15), D(3, 16))] };
        Assert.Equal([Lead, Lead, Money, null, Lead], Ledger(returned).Spans.Select(s => s.Holder.UnitId));
    }

    [Fact]
    public void A_cooperating_unit_that_let_its_term_pass_holds_the_item()
    {
        var unsigned = Facts(D(3, 15)) with { Parts = [Part(Lead, UnitRole.Lead), Part(Money, UnitRole.Cooperating) with { SignedOn = D(3, 13) }] };
        Assert.Equal((HeldBecause.PartUnsigned, D(3, 9), D(3, 13)), Span(Ledger(unsigned), Money));

        var early = Facts(D(3, 19)) with { Parts = [Part(Lead, UnitRole.Lead), Part(Money, UnitRole.Cooperating, reports: [Full(D(3, 16))]) with { OwnDueOn = D(3, 12) }] };
        Assert.Equal((HeldBecause.PartOverdue, D(3, 13), D(3, 16)), Span(Ledger(early), Money));

        // The office decides on its decline; once released it holds nothing.
        var declined = Facts(D(3, 15)) with { Parts = [Part(Lead, UnitRole.Lead), Part(Money, UnitRole.Cooperating) with { SignedOn = null, Declines = [new Stay(D(3, 7), D(3, 12))], ReleasedOn = D(3, 12) }] };
        Assert.Equal([HeldBecause.ToSign, HeldBecause.Working, HeldBecause.DeclineAsked, HeldBecause.Working], Ledger(declined).Spans.Select(s => s.Because));
    }

    [Fact]
    public void Whoever_is_asked_to_coordinate_holds_it_until_the_answer()
    {
        var facts = Facts(D(3, 19)) with { Helps = [new HelpStay(Lead, Posts, new Stay(D(3, 8), D(3, 14))), new HelpStay(Lead, null, new Stay(D(3, 14), null))] };

        Assert.Equal([HolderKind.Lead, HolderKind.Lead, HolderKind.Unit, HolderKind.Office], Ledger(facts).Spans.Select(s => s.Holder.Kind));
    }

    [Fact]
    public void The_clock_ends_with_the_write_off_and_stands_still_until_a_reopening()
    {
        Assert.Equal(D(3, 15), Ledger(Facts(D(4, 3)) with { Closures = [new Stay(D(3, 15), null)] }).Spans[^1].To);
        var reopened = Ledger(Facts(D(5, 3)) with { Closures = [new Stay(D(3, 15), D(4, 16))] });
        Assert.Equal((HolderKind.Nobody, D(3, 16), D(4, 16), 0), reopened.Spans.Where(s => s.Because == HeldBecause.OffTheLedger).Select(s => (s.Holder.Kind, s.From, s.To, s.LateWorkingDays)).Single());
        Assert.Equal(D(5, 3), reopened.Spans[^1].To);
    }

    [Fact]
    public void On_the_day_of_issue_nobody_holds_anything() => Assert.Empty(Ledger(Facts(Issued)).Spans);

    [Fact]
    public void Spans_tile_the_days_from_the_one_after_issue_without_gap_or_overlap() => Prop.ForAll(Histories, facts =>
    {
        var spans = Ledger(facts).Spans;
        return spans.Count > 0 && spans[0].From == facts.IssuedOn.AddDays(1) && spans[^1].To == facts.EndsOn
            && spans.Zip(spans.Skip(1)).All(p => p.Second.From == p.First.To.AddDays(1) && (p.First.Holder, p.First.Because) != (p.Second.Holder, p.Second.Because));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_day_is_booked_to_the_one_who_held_it_when_it_began() => Prop.ForAll(Histories, facts =>
        Ledger(facts).Spans.All(s => Enumerable.Range(0, s.To.DayNumber - s.From.DayNumber + 1).Select(s.From.AddDays)
            .All(d => ClockLedger.HolderOn(facts, d) == (s.Holder, s.Because)))).QuickCheckThrowOnFailure();

    [Fact]
    public void All_days_together_are_the_working_days_between_and_the_late_ones_those_after_a_due_day() => Prop.ForAll(Histories, facts =>
    {
        var ledger = Ledger(facts);
        var late = Enumerable.Range(1, facts.EndsOn.DayNumber - facts.IssuedOn.DayNumber).Select(facts.IssuedOn.AddDays)
            .Count(d => Calendar.IsWorkingDay(d) && d > facts.DueOn(d) && !facts.Closures.Any(c => c.Holds(d)));
        return ledger.Spans.Sum(s => s.WorkingDays) == Calendar.WorkingDaysBetween(facts.IssuedOn, facts.EndsOn)
            && ledger.Totals.Sum(t => t.WorkingDays) == ledger.WorkingDays && ledger.Spans.Sum(s => s.LateWorkingDays) == late;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_calendar_moves_no_span_and_changes_only_the_count_of_the_span_with_the_day() => Prop.ForAll(
        Histories, Gen.Choose(1, 100).ToArbitrary(), (facts, n) =>
        {
            var day = Issued.AddDays(n);
            var turned = new CalendarDay { Day = day, Kind = Calendar.IsWorkingDay(day) ? CalendarDayKind.Holiday : CalendarDayKind.Workday, Name = "调整" };
            var other = ClockLedger.Of(facts, new WorkingCalendar(CityPeople.Calendar().Where(d => d.Day != day).Append(turned)));
            var by = turned.Kind == CalendarDayKind.Holiday ? -1 : 1;
            return Ledger(facts).Spans.Zip(other.Spans).All(p =>
                (p.First.From, p.First.To, p.First.Holder, p.First.Because) == (p.Second.From, p.Second.To, p.Second.Holder, p.Second.Because)
                && p.Second.WorkingDays - p.First.WorkingDays == (p.First.From <= day && day <= p.First.To ? by : 0)) && Ledger(facts).Spans.Count == other.Spans.Count;
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<ClockFacts> Histories
    {
        get
        {
            var day = Gen.Choose(0, 100).Select(Issued.AddDays);
            var stay = day.SelectMany(f => Gen.Choose(-10, 30).Select(n => new Stay(f, n < 0 ? null : f.AddDays(n))));
            var reports = day.SelectMany(d => Gen.Elements(4000, 10000).Select(p => new BookedReport(d, d, Percent.FromHundredths(p)))).ListOf().Select(l => (IReadOnlyList<BookedReport>)l.ToList());
            var part = from signed in day
                       from signDue in day
                       from own in Gen.OneOf(Gen.Constant((DateOnly?)null), day.Select(d => (DateOnly?)d))
                       from declines in stay.ListOf(1)
                       from booked in reports
                       select new ClockPart(Guid.Empty, Guid.Empty, UnitRole.Cooperating, own, signDue, signed.DayNumber % 5 == 0 ? null : signed, own?.AddDays(20), signed.DayNumber % 3 == 0 ? [.. declines] : [], booked);
            return (from parts in part.ListOf(3)
                    from completions in stay.ListOf(2)
                    from extensions in stay.ListOf(1)
                    from help in stay
                    from closed in stay
                    from move in day
                    from today in Gen.Choose(1, 120)
                    select Facts(Issued.AddDays(today)) with
                    {
                        Parts = [.. parts.Zip([(Lead, UnitRole.Lead), (Money, UnitRole.Cooperating), (Posts, UnitRole.Cooperating)], (p, w) => p with { Id = w.Item1, UnitId = w.Item1, Role = w.Item2 })],
                        Completions = [.. completions],
                        Extensions = [.. extensions],
                        Helps = [new HelpStay(Lead, Posts, help)],
                        Closures = closed.From > Issued && move.DayNumber % 3 == 0 ? [closed] : [],
                        Moves = [new MovedDue(move, move.AddDays(30))],
                    }).ToArbitrary();
        }
    }

    private static ClockFacts Facts(DateOnly today) => new(
        Guid.Empty, Issued, today, Due, [], [], [Part(Lead, UnitRole.Lead), Part(Money, UnitRole.Cooperating)], [], [], []);

    private static ClockPart Part(Guid id, UnitRole role, IReadOnlyList<BookedReport>? reports = null) => new(id, id, role, null, D(3, 8), D(3, 5), null, [], reports ?? []);

    private static BookedReport Full(DateOnly on) => new(on, on, Percent.Full);

    private static ClockLedger Ledger(ClockFacts facts) => ClockLedger.Of(facts, Calendar);

    private static (HeldBecause Because, DateOnly From, DateOnly To) Span(ClockLedger ledger, Guid unit) =>
        ledger.Spans.Where(s => s.Holder.UnitId == unit).Select(s => (s.Because, s.From, s.To)).Single();

    private static DateOnly D(int month, int day) => new(2018, month, day);
}
