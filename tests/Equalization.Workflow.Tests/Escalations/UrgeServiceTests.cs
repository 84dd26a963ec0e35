using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Escalations;

public sealed class UrgeServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task An_urge_is_told_at_once_and_answered_once_beside_it()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var task = await story.Task(StoryCity.Signed);
        await Send(story, "请于本周内报送进展。");

        var told = await city.Read(db => db.Notices.Where(n => n.Kind == NoticeKind.Urge && n.SubjectId == task.Id).Select(n => n.PersonId).ToListAsync(Ct));
        Assert.Equal(new[] { city.Contact(StoryCity.Lead).PersonId, city.Head(StoryCity.Lead).PersonId }.Order(), told.Order());
        var page = await city.Get<UrgeQueries>().OfTask(city.Contact(StoryCity.Lead), task.Id, Ct);
        var urge = Assert.Single(page.Rows);
        Assert.True(urge.MayAnswer);
        Assert.False((await city.Get<UrgeQueries>().OfTask(city.Contact(StoryCity.Cooperating), task.Id, Ct)).Rows[0].MayAnswer);

        await city.Get<UrgeService>().Answer(city.Contact(StoryCity.Lead), urge.Id, urge.Version, "周五前报送。", Ct);
        var answered = (await city.Get<UrgeQueries>().OfTask(city.Office, task.Id, Ct)).Rows[0];
        Assert.Equal("周五前报送。", answered.Answer);
        Assert.Equal(["答复催办", "催办 {0}"], (await city.Story(task.Id)).AsEnumerable().Reverse().Take(2));
        Assert.Contains(await city.Read(db => db.Notices.Where(n => n.Kind == NoticeKind.UrgeAnswered).ToListAsync(Ct)), n => n.PersonId == city.Office.PersonId);
        await Refused("urge-answered", () => city.Get<UrgeService>().Answer(city.Head(StoryCity.Lead), urge.Id, answered.Version, "又一次。", Ct));
    }

    [Fact]
    public async Task Before_the_cool_down_has_passed_a_second_urge_is_refused_with_the_day_from_which_it_may()
    {
        await using var story = await StoryCity.Create();
        // Tuesday 10 April; three working days later is Friday the 13th.
        await Send(story, "请报送进展。");
        var friday = new DateOnly(2018, 4, 13);
        story.City.Clock.SetDay(friday.AddDays(-1), hour: 23);
        var refused = await Refused("urge-cooldown", () => Send(story, "再次催办。"));
        Assert.Equal(friday, refused.Arguments[1]);
        var page = await story.City.Get<UrgeQueries>().OfTask(story.City.Office, (await story.Task(StoryCity.Signed)).Id, Ct);
        Assert.Equal([friday, null], page.Choices.Select(c => c.NotBefore));

        story.City.Clock.SetDay(friday, hour: 0);
        await Send(story, "再次催办。");
    }

    [Fact]
    public async Task Only_the_office_urges_and_only_a_unit_that_has_something_to_do()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var part = await story.Part(StoryCity.Signed, StoryCity.Lead);
        foreach (var actor in new[] { city.Contact(StoryCity.Cooperating), city.Leader, city.Auditor, city.Head(StoryCity.Lead) })
        {
            await Refused(RuleBroken.NotAllowed, () => city.Get<UrgeService>().Send(actor, part.Id, "请报送。", Ct));
        }

        await Refused(RuleBroken.NotFound, () => city.Get<UrgeService>().Send(city.AsNeighbour(Core.Units.Role.Office, TestCity.OfficeUnit), part.Id, "请报送。", Ct));
        await Refused("urge-text", () => Send(story, "  "));
        await Refused("text-too-long", () => Send(story, new string('催', Urge.LongestText + 1)));
        await Refused("urge-not-theirs", () => Send(story, "请报送。", StoryCity.CompletionAtOffice));
        await Refused("urge-not-theirs", () => Send(story, "请报送。", StoryCity.Declined));
        await Refused("task-closed", () => Send(story, "请报送。", StoryCity.WrittenOff));
    }

    [Fact]
    public async Task Two_of_the_office_at_the_same_moment_urge_once()
    {
        await using var story = await StoryCity.Create();
        var part = await story.Part(StoryCity.Signed, StoryCity.Lead);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(nth => Task.Run(async () =>
        {
            try
            {
                await story.City.Get<UrgeService>().Send(story.City.As(Core.Units.Role.Office, TestCity.OfficeUnit, nth), part.Id, "请报送进展。", Ct);
                return "sent";
            }
            catch (RuleBroken e)
            {
                return e.Code;
            }
        }, Ct)));
        Assert.Equal(["sent", "urge-cooldown"], both.Order());
    }

    [Fact]
    public async Task The_office_sets_the_risk_class_with_a_reason_that_is_kept()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var task = await story.Task(StoryCity.Signed);
        Assert.Equal(RiskClass.General, task.Risk);
        var service = city.Get<RiskService>();
        await Refused("risk-reason", () => service.Set(city.Office, task.Id, task.Version, RiskClass.Key, " ", Ct));
        await Refused("risk-same", () => service.Set(city.Office, task.Id, task.Version, RiskClass.General, "无", Ct));
        await Refused(RuleBroken.NotAllowed, () => service.Set(city.Leader, task.Id, task.Version, RiskClass.Key, "资金未落实。", Ct));

        await service.Set(city.Office, task.Id, task.Version, RiskClass.HighRisk, "资金未落实。", Ct);
        Assert.Equal(RiskClass.HighRisk, (await story.Task(StoryCity.Signed)).Risk);
        var line = await city.Read(db => db.Stories.SingleAsync(s => s.TaskId == task.Id && s.Kind == ActKind.Risk, Ct));
        Assert.Equal(("风险等级调整为高风险", "资金未落实。"), (line.Format, line.Detail));
        Assert.True(await city.Read(db => db.AuditEntries.AnyAsync(e => e.Act == "设定风险等级" && e.Values.Contains("HighRisk"), Ct)));
        await Refused(RuleBroken.Stale, () => service.Set(city.Office, task.Id, task.Version, RiskClass.Key, "已好转。", Ct));
    }

    private static async Task Send(StoryCity story, string text, string title = StoryCity.Signed) =>
        await story.City.Get<UrgeService>().Send(story.City.Office, (await story.Part(title, StoryCity.Lead)).Id, text, Ct);

    private static async Task<RuleBroken> Refused(string code, Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<RuleBroken>(act);
        Assert.Equal(code, refused.Code);
        return refused;
    }
}
