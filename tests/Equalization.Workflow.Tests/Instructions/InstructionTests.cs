using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Instructions;

/// <summary>A leader's instruction from the writing to the reading of the answer, with the real process under a set clock.</summary>
public sealed class InstructionTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Given = new(2018, 4, 9);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task It_is_followed_until_the_leader_has_read_the_answer()
    {
        await using var story = await StoryCity.Create();
        var (id, task) = await Give(story, Given.AddDays(15));
        var contact = story.City.Contact(StoryCity.Lead);
        Assert.Equal(1, await Told(story, contact, NoticeKind.InstructionGiven));

        await Service(story).Answer(contact, id, (await One(story, id)).Version, "围墙已完工。", Ct);
        Assert.Equal(1, await Told(story, story.City.Leader, NoticeKind.InstructionAnswered));
        await Service(story).AskAgain(story.City.Leader, id, (await One(story, id)).Version, "操场何时完工？", Given.AddDays(30), Ct);
        await Service(story).Answer(contact, id, (await One(story, id)).Version, "操场五月底完工。", Ct);
        await Service(story).Close(story.City.Leader, id, (await One(story, id)).Version, "知悉。", Ct);

        var done = await One(story, id);
        Assert.Equal((InstructionState.Closed, "知悉。", "操场五月底完工。"), (done.State, done.EndedWith, done.Answer));
        Assert.Equal(("围墙已完工。", "操场何时完工？"), (done.Turns.Single().Answer, done.Turns.Single().Words));
        Assert.Equal(5, await story.City.Read(db => db.Stories.CountAsync(s => s.TaskId == task.Id && s.Kind == ActKind.Instruction, Ct)));
        await story.City.PassTo(Given.AddDays(40));
        Assert.Null((await One(story, id)).LapsedAt);
        Assert.Equal(0, await story.City.Read(db => db.Set<Instance>().CountAsync(i => i.DefinitionId == "instruction" && i.Status == InstanceStatus.Running, Ct)));
    }

    [Fact]
    public async Task The_unit_is_reminded_once_on_the_working_day_before_and_the_leader_hears_of_silence()
    {
        await using var story = await StoryCity.Create();
        // Sunday 6 May 2018: the working day before is Friday the 4th.
        var (id, _) = await Give(story, new DateOnly(2018, 5, 6));
        var contact = story.City.Contact(StoryCity.Lead);
        await story.City.PassTo(new DateOnly(2018, 5, 4), 8);
        Assert.Equal(1, await Told(story, contact, NoticeKind.InstructionGiven));
        await story.City.PassTo(new DateOnly(2018, 5, 4), 10);
        Assert.Equal(2, await Told(story, contact, NoticeKind.InstructionGiven));
        await story.City.PassTo(new DateOnly(2018, 5, 6), 23);
        Assert.Null((await One(story, id)).LapsedAt);
        Assert.Equal(0, await Told(story, story.City.Leader, NoticeKind.InstructionGiven));

        await story.City.PassTo(new DateOnly(2018, 5, 7), 8);
        Assert.Equal(0, await Told(story, story.City.Leader, NoticeKind.InstructionGiven));
        await story.City.PassTo(new DateOnly(2018, 5, 7), 10);
        Assert.NotNull((await One(story, id)).LapsedAt);
        Assert.Equal((3, 1), (await Told(story, contact, NoticeKind.InstructionGiven), await Told(story, story.City.Leader, NoticeKind.InstructionGiven)));

        // A late answer is an answer, and a new day starts anew.
        await Service(story).Answer(contact, id, (await One(story, id)).Version, "迟报说明。", Ct);
        await Service(story).AskAgain(story.City.Leader, id, (await One(story, id)).Version, "再报。", new DateOnly(2018, 5, 18), Ct);
        await story.City.PassTo(new DateOnly(2018, 5, 21), 10);
        Assert.True(ChinaTime.EndOf(new DateOnly(2018, 5, 18)).UtcDateTime <= (await One(story, id)).LapsedAt);
    }

    [Theory]
    [InlineData(null, 10, "instruction-text")]
    [InlineData("  ", 10, "instruction-text")]
    [InlineData("请抓紧。", -1, "instruction-day")]
    public async Task What_cannot_be_followed_is_refused_at_its_field(string? text, int days, string code)
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.Signed);
        var today = story.City.Clock.Today();

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => Service(story).Give(story.City.Leader, task.Id, task.LeadUnitId, text, today.AddDays(days), Ct));

        Assert.Equal(code, refusal.Code);
        Assert.NotNull(refusal.Field);
    }

    [Fact]
    public async Task A_unit_without_a_part_cannot_own_it()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.Signed);

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() =>
            Service(story).Give(story.City.Leader, task.Id, story.City.Office.UnitId, "请抓紧。", story.City.Clock.Today().AddDays(9), Ct));

        Assert.Equal("instruction-unit", refusal.Code);
    }

    [Fact]
    public async Task Only_who_wrote_it_ends_it_and_a_stale_form_is_refused()
    {
        await using var story = await StoryCity.Create();
        var (id, _) = await Give(story, Given.AddDays(15));
        var (version, contact) = ((await One(story, id)).Version, story.City.Contact(StoryCity.Lead));

        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => Service(story).Withdraw(story.City.Office, id, version, "不办了。", Ct))).Code);
        Assert.Equal("instruction-not-answered", (await Assert.ThrowsAsync<RuleBroken>(() => Service(story).Close(story.City.Leader, id, version, null, Ct))).Code);
        await Service(story).Answer(contact, id, version, "已落实，校名含“𠮷”字。", Ct);
        Assert.Equal(RuleBroken.Stale, (await Assert.ThrowsAsync<RuleBroken>(() => Service(story).Close(story.City.Leader, id, version, null, Ct))).Code);
        Assert.Equal("instruction-not-open", (await Assert.ThrowsAsync<RuleBroken>(() => Service(story).Answer(contact, id, version + 1, "再答。", Ct))).Code);
        Assert.Contains("𠮷", (await One(story, id)).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_leader_wrote_falls_to_the_office_and_the_successor_once_that_person_leads_no_more()
    {
        await using var story = await StoryCity.Create();
        var (city, leader) = (story.City, story.City.Leader);
        var (id, _) = await Give(story, Given.AddDays(15));
        var person = new Person("李副市长");
        var after = Given.AddDays(10);
        await city.Lay(db =>
        {
            db.Memberships.Single(m => m.Id == leader.MembershipId).End(after.AddDays(-1));
            db.AddRange(person, new Membership(leader.JurisdictionId, person.Id, leader.UnitId, Role.Leader, leader.Post, after), new Membership(leader.JurisdictionId, person.Id, leader.UnitId, Role.Leader, "另一职务", after));
        });
        var successor = leader with { PersonId = person.Id, PersonName = person.Name };
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(async () => await Service(story).Withdraw(successor, id, (await One(story, id)).Version, "不办了。", Ct))).Code);
        await city.PassTo(after);
        successor = successor with { Day = after };
        var stranger = successor with { Post = "另一职务" };
        await Service(story).Answer(city.Contact(StoryCity.Lead), id, (await One(story, id)).Version, "围墙已完工。", Ct);
        var queries = city.Get<InstructionQueries>();
        Assert.Equal((true, true, false), ((await queries.One(successor, id, Ct)).MayEnd, (await queries.One(city.Office, id, Ct)).MayEnd, (await queries.One(stranger, id, Ct)).MayEnd));
        Assert.Contains((await city.Get<WorkQueries>().Load(successor, Ct)).Items, i => i.Kind == WorkKind.ReadInstruction);
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(async () => await Service(story).Close(stranger, id, (await One(story, id)).Version, null, Ct))).Code);

        await Service(story).AskAgain(successor, id, (await One(story, id)).Version, "操场呢？", after.AddDays(9), Ct);
        await Service(story).Withdraw(city.Office, id, (await One(story, id)).Version, "分工已调整。", Ct);

        Assert.Equal(InstructionState.Withdrawn, (await One(story, id)).State);
    }

    [Fact]
    public async Task What_a_deputy_writes_stays_with_the_leader_when_the_term_is_over()
    {
        await using var story = await StoryCity.Create();
        var (leader, task) = (story.City.Leader, await story.Task(StoryCity.Signed));
        var deputy = leader with { PersonId = story.City.Office.PersonId, PersonName = "代理人", For = new Deputised(leader.PersonId, leader.PersonName, "代理人") };

        var id = await Service(story).Give(deputy, task.Id, task.LeadUnitId, "请抓紧。", story.City.Clock.Today().AddDays(9), Ct);
        var version = (await One(story, id)).Version;
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => Service(story).Withdraw(deputy with { For = null }, id, version, "另行安排。", Ct))).Code);
        await Service(story).Withdraw(leader, id, version, "另行安排。", Ct);

        Assert.Equal((leader.PersonId, InstructionState.Withdrawn), ((await One(story, id)).LeaderId, (await One(story, id)).State));
        Assert.Contains("（代", (await One(story, id)).By, StringComparison.Ordinal);
    }

    private static InstructionService Service(StoryCity story) => story.City.Get<InstructionService>();

    private static Task<Instruction> One(StoryCity story, Guid id) => story.City.Read(db => db.Instructions.AsNoTracking().Include(i => i.Turns).SingleAsync(i => i.Id == id, Ct));

    private static async Task<(Guid Id, AnnualTask Task)> Give(StoryCity story, DateOnly answerDueOn)
    {
        story.City.Clock.SetDay(Given);
        var task = await story.Task(StoryCity.Signed);
        return (await Service(story).Give(story.City.Leader with { Day = Given }, task.Id, task.LeadUnitId, "请抓紧围墙和操场建设。", answerDueOn, Ct), task);
    }

    private static Task<int> Told(StoryCity story, Actor person, NoticeKind kind) =>
        story.City.Read(db => db.Notices.CountAsync(n => n.PersonId == person.PersonId && n.Kind == kind, Ct));
}
