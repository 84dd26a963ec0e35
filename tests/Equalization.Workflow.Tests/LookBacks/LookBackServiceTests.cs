using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.LookBacks;

/// <summary>The look-back from the drawing to the reopening. One task of the story is written off, in the second quarter of 2018.</summary>
public sealed class LookBackServiceTests
{
    private static readonly DateOnly AfterQuarter = new(2018, 7, 2);
    private static readonly DateOnly NewDue = new(2018, 9, 28);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_job_draws_an_ended_quarter_once_and_tells_the_office()
    {
        await using var story = await StoryCity.Create();
        var (city, service) = (story.City, story.City.Get<LookBackService>());
        Assert.Equal(0, await service.Run(Ct));
        Assert.Equal("look-back-early", await Refused(() => service.Draw(city.Office, StoryCity.Today, Ct)));
        city.Clock.SetDay(AfterQuarter);
        Assert.Equal("2018Q2", (await city.Get<LookBackQueries>().Page(city.Office, Ct)).Open.Single().Code);

        Assert.Equal(1, await service.Run(Ct));
        Assert.Equal(0, await service.Run(Ct));
        Assert.Equal("look-back-drawn", await Refused(() => service.Draw(city.Office, StoryCity.Today, Ct)));
        Assert.Equal("look-back-empty", await Refused(() => service.Draw(city.Office, new DateOnly(2018, 1, 1), Ct)));

        var page = await city.Get<LookBackQueries>().Page(city.Leader, Ct);
        Assert.Equal((1, 1, 1, 0), (page.Draws.Single().ListSize, page.Draws[0].SampleSize, page.Waiting.Count, page.Open.Count));
        Assert.Equal(new DateOnly(2018, 7, 30), page.Waiting[0].DueOn);
        var draw = await city.Get<LookBackQueries>().Draw(city.Auditor, page.Draws[0].Id, Ct);
        Assert.True(draw.Matches);
        Assert.Equal(page.Waiting[0].WriteOffNumber, draw.Lines.Single(l => l.Drawn).Number);
        Assert.Equal(2, await city.Read(db => db.Notices.CountAsync(n => n.Kind == NoticeKind.LookBackDrawn, Ct)));
    }

    [Fact]
    public async Task A_seed_changed_afterwards_is_found()
    {
        await using var story = await StoryCity.Create();
        var lookBack = await story.LookBack();
        var queries = story.City.Get<DrawCheckQueries>();
        Assert.Equal(new LookBackCheck(1, null), await queries.Verify(story.City.Jurisdiction.Id, Ct));
        await story.City.Read(db => db.LookBackDraws.ExecuteUpdateAsync(s => s.SetProperty(d => d.List, d => d.List + "\n销2018-9999"), Ct));

        Assert.Equal(new LookBackCheck(0, "2018Q2"), await queries.Verify(story.City.Jurisdiction.Id, Ct));
        Assert.False((await story.City.Get<LookBackQueries>().Draw(story.City.Auditor, lookBack.DrawId, Ct)).Matches);
    }

    [Fact]
    public async Task What_was_not_really_done_goes_back_on_the_ledger_with_its_history()
    {
        await using var story = await StoryCity.Create();
        var (city, service) = (story.City, story.City.Get<LookBackService>());
        var before = await story.Task(StoryCity.WrittenOff);
        var lookBack = await story.LookBack();
        var writeOff = await city.Read(db => db.WriteOffs.AsNoTracking().SingleAsync(Ct));
        await city.PassTo(AfterQuarter);
        var other = city.As(Role.Office, TestCity.OfficeUnit, 1);
        var finding = new LookBackFinding(false, "现场核对，仍有三个班超过五十五人。", NewDue);
        Assert.Equal("own-look-back", await Refused(() => service.Check(city.Office, lookBack.Id, lookBack.Version, finding, Ct)));
        Assert.Equal("look-back-due", await Refused(() => service.Check(other, lookBack.Id, lookBack.Version, finding with { NewDueOn = null }, Ct)));
        Assert.Equal("due-in-past", await Refused(() => service.Check(other, lookBack.Id, lookBack.Version, finding with { NewDueOn = StoryCity.Today }, Ct)));
        Assert.Equal("look-back-finding", await Refused(() => service.Check(other, lookBack.Id, lookBack.Version, finding with { Finding = " " }, Ct)));
        Assert.Equal("not-allowed", await Refused(() => service.Check(city.Auditor, lookBack.Id, lookBack.Version, finding, Ct)));
        Assert.Equal("over", await city.Stands("annual-task", before.Id));

        await service.Check(other, lookBack.Id, lookBack.Version, finding, Ct);

        var task = await city.Task(before.Id);
        Assert.Equal((before.Number, TaskState.Returned, true, NewDue, before.FirstDueOn), (task.Number, task.State, task.IsOpen, task.CurrentDueOn, task.FirstDueOn));
        Assert.All(task.Units, u => Assert.Equal((TaskUnitState.Signed, null, NewDue), (u.State, u.DoneOn, u.DueOn)));
        Assert.NotEqual("over", await city.Stands("annual-task", task.Id));
        Assert.DoesNotContain("stopped", await city.Stands("annual-task", task.Id), StringComparison.Ordinal);
        Assert.Contains("回头看复核不属实，重新列入台账，期限 {0}", await city.Story(task.Id));
        Assert.Equal("look-back-checked", await Refused(() => service.Check(other, lookBack.Id, lookBack.Version + 1, finding, Ct)));
        var told = await city.Read(db => db.Notices.Where(n => n.Kind == NoticeKind.LookBack).Select(n => n.PersonId).ToListAsync(Ct));
        Assert.Superset(new HashSet<Guid> { city.Contact(StoryCity.Lead).PersonId, city.Head(StoryCity.Cooperating).PersonId, city.Leader.PersonId }, told.ToHashSet());
        var clock = await city.Get<ClockQueries>().OfTask(city.Office, task.Id, Ct);
        Assert.Equal((writeOff.On.AddDays(1), AfterQuarter), clock.Spans.Where(s => s.Span.Because == HeldBecause.OffTheLedger).Select(s => (s.Span.From, s.Span.To)).Single());

        await WriteOffAgain(city, task, other);
        var both = await city.Read(db => db.WriteOffs.AsNoTracking().OrderBy(w => w.On).ToListAsync(Ct));
        Assert.Equal([AfterQuarter, null], both.Select(w => w.RevokedOn));
        Assert.NotEqual(both[0].Number, both[1].Number);
        Assert.Equal("over", await city.Stands("annual-task", task.Id));
        Assert.Null((await city.Get<AuditQueries>().Verify(city.Jurisdiction.Id, Ct)).BrokenAt);
    }

    [Fact]
    public async Task What_was_sound_stays_written_off()
    {
        await using var story = await StoryCity.Create();
        var lookBack = await story.LookBack();
        var desk = story.City.Get<WorkQueries>();
        Assert.Contains((await desk.Load(story.City.As(Role.Office, TestCity.OfficeUnit, 1), Ct)).Items, i => i.What == lookBack.Id && i.Kind == WorkKind.CheckLookBack);
        Assert.DoesNotContain((await desk.Load(story.City.Office, Ct)).Items, i => i.Kind == WorkKind.CheckLookBack);
        await story.City.Get<LookBackService>().Check(
            story.City.As(Role.Office, TestCity.OfficeUnit, 1), lookBack.Id, lookBack.Version, new LookBackFinding(true, "查看台账并现场核对，属实。", null), Ct);

        Assert.Equal(TaskState.WrittenOff, (await story.Task(StoryCity.WrittenOff)).State);
        Assert.Equal(LookBackState.Sound, (await story.LookBack()).State);
        Assert.Contains("回头看复核属实", await story.City.Story(lookBack.TaskId));
    }

    [Fact]
    public async Task A_write_off_that_was_put_right_is_not_looked_at_any_more()
    {
        await using var story = await StoryCity.Create();
        var (city, queries) = (story.City, story.City.Get<LookBackQueries>());
        var (lookBack, task, other) = (await story.LookBack(), await story.Task(StoryCity.WrittenOff), city.As(Role.Office, TestCity.OfficeUnit, 1));
        Assert.Single((await queries.Page(other, Ct)).Waiting);
        await city.Get<AmendmentService>().UndoWriteOff(city.Office, task.Id, task.Version, "误销。", StoryCity.Today.AddDays(30), Ct);

        foreach (var finding in (LookBackFinding[])[new(true, "查看台账，属实。", null), new(false, "仍有大班额。", NewDue)])
        {
            Assert.Equal("write-off-revoked", await Refused(() => city.Get<LookBackService>().Check(other, lookBack.Id, lookBack.Version, finding, Ct)));
        }

        var page = await queries.Page(other, Ct);
        Assert.Equal((0, 0), (page.Waiting.Count, page.Draws.Single().ToCheck));
        var one = await queries.One(other, lookBack.Id, Ct);
        Assert.Equal((true, false, (int?)null), (one.IsRevoked, one.MayCheck, one.Row.DaysLeft));
        Assert.DoesNotContain((await city.Get<WorkQueries>().Load(other, Ct)).Items, i => i.Kind == WorkKind.CheckLookBack);
    }

    [Fact]
    public async Task A_draw_keeps_the_rules_it_was_made_under()
    {
        await using var story = await StoryCity.Create();
        var (city, service) = (story.City, story.City.Get<LookBackService>());
        await service.SetRules(city.Office, 1, new LookBackRulesInput(ReportCycle.HalfYear, 50, 0, 10, "试行"), Ct);
        Assert.Equal("stale", await Refused(() => service.SetRules(city.Office, 1, new LookBackRulesInput(ReportCycle.Quarter, 50, 0, 10, null), Ct)));
        city.Clock.SetDay(AfterQuarter);
        await service.Run(Ct);
        await service.SetRules(city.Office, 2, new LookBackRulesInput(ReportCycle.Quarter, 10, 1, 20, null), Ct);

        var page = await city.Get<LookBackQueries>().Page(city.Office, Ct);
        Assert.Equal((3, "2018H1", 2), (page.Rules.Number, page.Draws.Single().PeriodCode, page.Draws[0].RulesNumber));
    }

    private static async Task WriteOffAgain(TestCity city, AnnualTask task, Actor other)
    {
        var completion = city.Get<CompletionService>();
        var cited = await city.Read(db => db.EvidenceCitations.Where(c => c.TaskId == task.Id && c.CompletionRequestId != null).Select(c => c.EvidenceVersionId).ToListAsync(Ct));
        var id = await completion.Ask(city.Head(StoryCity.Lead), task.Id, (await city.Task(task.Id)).Version, new CompletionAsk("三个班已分班。", cited), Ct);
        await city.PassTo(new DateOnly(2018, 7, 10));
        var version = await city.Read(db => db.CompletionRequests.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Ct));
        await completion.Accept(other with { Day = city.Clock.Today() }, id, version, "同意", Ct);
    }

    private static async Task<string> Refused(Func<Task> call) => (await Assert.ThrowsAsync<RuleBroken>(call)).Code;
}
