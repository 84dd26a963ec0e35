using System.Security.Cryptography;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Escalations;

/// <summary>
/// Whatever people do and in whatever order: no act leaves without a signature, no rung fires twice but by a repeat rule, none after settlement, and the annex
/// of every act that left is made again from the ledger as it was signed. EQUALIZATION_FULL=1 lives through many histories.
/// </summary>
public sealed class LadderPropertyTests
{
    private const int Longest = 36;

    private static readonly int Histories = Environment.GetEnvironmentVariable("EQUALIZATION_FULL") == "1" ? 150 : 6;

    private static CancellationToken Ct => TestCity.Ct;

    /// <summary>What somebody tries on a day; what the rules refuse then is no act.</summary>
    private enum Try
    {
        Sign,
        SignLate,
        Answer,
        Publish,
        Refuse,
        Return,
        Report,
        StartHigher,
        AnswerUrge,
        AskExtension,
        GrantExtension,
        Exempt,
        ReturnCompletion,
        WriteOff,
    }

    private sealed record Move(Try What, int Days);

    /// <summary>Mostly signed and carried on, so that ladders get high; endings are rare.</summary>
    private static Gen<Move> Moves => Gen.Frequency(
        (12, Gen.Constant(Try.Sign)), (3, Gen.Constant(Try.SignLate)), (4, Gen.Constant(Try.Answer)), (4, Gen.Constant(Try.Publish)), (1, Gen.Constant(Try.Refuse)), (3, Gen.Constant(Try.Return)),
        (2, Gen.Constant(Try.Report)), (2, Gen.Constant(Try.StartHigher)), (2, Gen.Constant(Try.AnswerUrge)), (1, Gen.Constant(Try.AskExtension)), (1, Gen.Constant(Try.GrantExtension)),
        (1, Gen.Constant(Try.Exempt)), (1, Gen.Constant(Try.ReturnCompletion)), (1, Gen.Constant(Try.WriteOff)))
        .SelectMany(what => Gen.Choose(0, 14).Select(days => new Move(what, days)));

    [Fact]
    public void Whatever_happens_no_act_leaves_unsigned_no_rung_fires_twice_none_after_the_end_and_every_annex_is_made_again() =>
        Prop.ForAll(
            (from repeats in Gen.Choose(0, 2)
             from moves in Moves.ListOf(Longest)
             select (repeats, moves)).ToArbitrary(),
            history => Live(history.repeats, history.moves).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Histories).WithQuietOnSuccess(true));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_rung_is_repeated_after_each_silent_term_as_often_as_its_rule_says_and_then_the_next_comes(int most)
    {
        await using var city = await TestCity.Create();
        await city.PutLadder(r => r.Rung == Rung.Supervision ? r with { RepeatEvery = 3, RepeatMost = most } : r);
        var task = await city.Late();
        await city.PassTo(new DateOnly(2018, 4, 3));
        var calendar = await city.Get<WorkingCalendars>().Current(Ct);
        for (var turn = 1; turn <= most + 1; turn++)
        {
            var notice = await city.Sign(Rung.Supervision);
            Assert.Equal((turn, $"督〔2018〕{turn}号"), (notice.Turn, notice.Number));
            var next = calendar.AddWorkingDays(notice.AnswerDueOn!.Value, turn <= most ? 3 : 1);
            await city.PassTo(next, 8);
            Assert.Equal(turn, (await city.Steps()).Count(s => s.Rung == Rung.Supervision));
            await city.PassTo(next);
        }

        Assert.Equal((Rung.Letter, most + 1), ((await city.Steps())[^1].Rung, (await city.Steps()).Count(s => s.Rung == Rung.Supervision)));
        await Holds(city, most);
        await Explains(city, task.Id);
    }

    [Fact]
    public async Task A_task_written_off_later_on_the_day_of_the_proposal_was_not_closed_when_it_was_made()
    {
        await using var city = await TestCity.Create();
        var task = await city.Late();
        await city.PassTo(new DateOnly(2018, 4, 3), 10);
        var step = (await city.Steps())[^1];
        await city.WriteOff(task.Id);
        Assert.Empty(await Changed(city, step.Id));
    }

    [Fact]
    public async Task A_ledger_that_was_changed_by_hand_is_told_from_the_facts_that_were_signed()
    {
        await using var city = await TestCity.Create();
        var task = await city.Late();
        await city.PassTo(new DateOnly(2018, 4, 3));
        var notice = await city.Sign(Rung.Supervision);
        Assert.Empty(await Changed(city, notice.Id));

        await city.Read(db => db.TaskUnits.Where(u => u.TaskId == task.Id && u.UnitId == task.LeadUnitId).ExecuteUpdateAsync(s => s.SetProperty(u => u.SignedAt, new DateTime(2018, 3, 28, 2, 0, 0, DateTimeKind.Utc)), Ct));

        Assert.Equal(["日期", "时长归属"], (await Changed(city, notice.Id)).Select(d => d.Name));
    }

    private static async Task Live(int repeats, IReadOnlyList<Move> moves)
    {
        await using var city = await TestCity.Create();
        await city.PutLadder(r => r.AsksForAnswer ? r with { RepeatEvery = repeats == 0 ? 0 : 4, RepeatMost = repeats } : r);
        var task = await city.Late();
        await city.PassTo(new DateOnly(2018, 3, 26), 10);
        foreach (var move in moves)
        {
            await city.PassTo(city.Clock.Today().AddDays(move.Days), 10);
            try
            {
                await Do(city, task.Id, move.What);
            }
            catch (Exception e) when (e is RuleBroken or NothingToDo)
            {
                // Refused, or nobody could: no act.
            }

            await Holds(city, repeats);
        }

        await city.PassTo(city.Clock.Today().AddDays(120));
        await Holds(city, repeats);
        await Explains(city, task.Id);
    }

    private static async Task Do(TestCity city, Guid taskId, Try what)
    {
        var steps = await city.Steps(taskId);
        var (last, day) = (steps.LastOrDefault(), city.Clock.Today());
        var (task, lead) = (await city.Task(taskId), city.Head(CityTasks.Lead));
        switch (what)
        {
            case Try.Sign:
                await city.Sign(Found(steps.LastOrDefault(s => s.State == StepState.Proposed)));
                return;
            case Try.SignLate:
                // From a form opened before, whatever became of the matter since.
                var any = Found(last);
                await city.Get<ProposalService>().Sign(
                    any.Signer == LadderSigner.Leader ? city.Leader : city.Office, any.Id, any.Version, new StepTerms("请补办。", null, null, day.AddDays(20)), TestSite.Password, Ct);
                return;
            case Try.Answer:
                var open = Found(steps.LastOrDefault(s => s.State == StepState.Served && s.AsksForAnswer && s.Rung != Rung.Urge));
                await city.Get<SupervisionService>().Answer(city.Contact(CityTasks.Lead), open.Id, open.Version, "正在办理。", Ct);
                return;
            case Try.Publish when last is { State: StepState.Served, Rung: Rung.Bulletin }:
                await city.Publish(await city.Draft());
                return;
            case Try.Publish:
                var handed = Found(steps.LastOrDefault(s => s is { State: StepState.Served, AsksForAnswer: false }));
                await city.CarryOut(handed.Id);
                return;
            case Try.Refuse:
                var refused = Found(steps.LastOrDefault(s => s.State == StepState.Proposed));
                await city.Get<ProposalService>().Refuse(refused.Signer == LadderSigner.Leader ? city.Leader : city.Office, refused.Id, refused.Version, "已在办理。", Ct);
                return;
            case Try.Return:
                var answered = Found(steps.LastOrDefault(s => s.State == StepState.Answered));
                await city.Get<SupervisionService>().Return(city.Office, answered.Id, answered.Version, "不具体。", day.AddDays(9), Ct);
                return;
            case Try.Report:
                await city.ReportApproved(task, CityTasks.Lead, 70);
                return;
            case Try.StartHigher:
                var matter = Found(await city.Read(db => db.Escalations.Where(e => e.TaskId == taskId).OrderByDescending(e => e.OpenedAt).FirstOrDefaultAsync(Ct)));
                await city.Get<LadderService>().StartAt(city.Office, matter.Id, matter.Version, last?.Rung < Rung.Letter ? Rung.Letter : Rung.Interview, "事项重大。", Ct);
                return;
            case Try.AnswerUrge:
                var urge = Found(await city.Read(db => db.Urges.OrderByDescending(u => u.At).FirstOrDefaultAsync(Ct)));
                await city.Get<UrgeService>().Answer(city.Contact(CityTasks.Lead), urge.Id, urge.Version, "月底前完成。", Ct);
                return;
            case Try.AskExtension:
                await city.Get<ExtensionService>().Ask(lead, taskId, task.Version, new ExtensionAsk(task.CurrentDueOn > day ? task.CurrentDueOn.AddDays(30) : day.AddDays(30), "设计变更。", null, null), Ct);
                return;
            case Try.GrantExtension:
                var ask = Found(await city.Read(db => db.ExtensionRequests.AsNoTracking().OrderByDescending(e => e.AskedAt).FirstOrDefaultAsync(Ct)));
                await city.Get<ExtensionService>().Grant(city.Office, ask.Id, ask.Version, ask.NewDueOn, null, Ct);
                return;
            case Try.Exempt:
                var exempted = Found(await city.Read(db => db.Escalations.Where(e => e.TaskId == taskId).OrderByDescending(e => e.OpenedAt).FirstOrDefaultAsync(Ct)));
                await city.Get<LadderService>().Exempt(city.Leader, exempted.Id, exempted.Version, ExemptionGround.Other, "已查明。", TestSite.Password, Ct);
                return;
            case Try.ReturnCompletion:
                var request = await city.Get<CompletionService>().Ask(lead, taskId, task.Version, new CompletionAsk("全部完成。", []), Ct);
                var version = await city.Read(db => db.CompletionRequests.Where(c => c.Id == request).Select(c => c.Version).SingleAsync(Ct));
                await city.Get<CompletionService>().Return(city.Office, request, version, "数据不全", day.AddDays(12), Ct);
                return;
            case Try.WriteOff:
                await city.WriteOff(taskId);
                return;
        }
    }

    /// <summary>Signed by who may, over these very bytes; a rung and turn once; nothing open or new on a matter that ended.</summary>
    private static async Task Holds(TestCity city, int repeats)
    {
        Assert.Empty(await city.Stopped());
        var matters = await city.Read(db => db.Escalations.AsNoTracking().Include(e => e.Steps).ToListAsync(Ct));
        foreach (var matter in matters)
        {
            Assert.All(matter.Steps.Where(s => s.Rung != Rung.Urge && s.State is StepState.Served or StepState.Answered or StepState.Done || s.Number is not null), s => Assert.True(s.DecidedById is not null || s.Rung == Rung.Urge));
            Assert.All(matter.Steps.GroupBy(s => s.Rung), g => Assert.InRange(g.Count(), 1, g.First().AsksForAnswer ? 1 + repeats : 1));
            if (matter.SettledAt is { } end)
            {
                Assert.DoesNotContain(matter.Steps, s => s.ProposedAt > end || s.DecidedAt > end || s.State is StepState.Proposed or StepState.Served);
            }
        }

        Assert.Distinct(matters.Select(m => (m.TaskId, m.DueOn)));
        var papers = await city.Read(db => db.Papers.AsNoTracking().Include(p => p.Signatures).ToListAsync(Ct));
        Assert.All(papers, p => Assert.Equal(p.Sha256, Assert.Single(p.Signatures).Sha256));
        Assert.Equal(
            matters.SelectMany(m => m.Steps).Where(s => s.Number is not null).Select(s => s.Id).Order(),
            papers.Where(p => p.SubjectKind == nameof(EscalationStep)).Select(p => p.SubjectId).Order());
    }

    /// <summary>Facts and annexes made again from the ledger are those that were proposed and signed, and the signed file is the one in the store.</summary>
    private static async Task Explains(TestCity city, Guid taskId)
    {
        foreach (var step in (await city.Steps(taskId)).Where(s => s.Signer != LadderSigner.Program))
        {
            Assert.Empty(await Changed(city, step.Id));
        }

        var (rules, calendar) = (city.Get<RuleBook>(), await city.Get<WorkingCalendars>().Current(Ct));
        foreach (var paper in await city.Read(db => db.Papers.AsNoTracking().Where(p => p.TaskId == taskId).ToListAsync(Ct)))
        {
            var at = await city.Read(db => db.EscalationSteps.Where(s => s.Id == paper.SubjectId).Select(s => (DateTime?)s.ProposedAt).FirstOrDefaultAsync(Ct)) ?? paper.IssuedAt;
            var again = await city.Read(db => WhyAnnex.OfTask(db, taskId, at, rules, calendar, Ct));
            Assert.Equal(Json(again), Json(paper.Document.Annexes[^1]));
            await using var file = city.Files.Open(paper.Sha256)!;
            Assert.Equal(paper.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, Ct)));
        }
    }

    private static async Task<IReadOnlyList<FactDifference>> Changed(TestCity city, Guid stepId)
    {
        var calendar = await city.Get<WorkingCalendars>().Current(Ct);
        return (await city.Read(db => LadderFacts.ReadAgain(db, stepId, city.Get<RuleBook>(), calendar, Ct)))!;
    }

    private static string Json(PaperAnnex annex) => PaperJson.Write(new PaperDocument { Kind = PaperKind.Supervision, Title = "", Annexes = [annex] });

    private static T Found<T>(T? it)
        where T : class => it ?? throw new NothingToDo();

    private sealed class NothingToDo : Exception;
}
