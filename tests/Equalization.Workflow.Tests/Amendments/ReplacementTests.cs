using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Amendments;

/// <summary>Splitting, merging and issuing anew, with the real processes under a set clock.</summary>
public sealed class ReplacementTests
{
    private static readonly DateOnly Due = StoryCity.Today.AddDays(90);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_split_task_ends_and_its_parts_go_on_with_pointers_both_ways()
    {
        await using var story = await StoryCity.Create();
        var (city, old) = (story.City, await story.Task(StoryCity.Reported));
        var targets = old.Targets.OrderBy(t => t.Position).Select(t => t.Id).ToList();

        var made = await Service(city).Replace(city.Office, old.Id, old.Version, new Replacement("分头推进。", [],
        [
            New("前半", city.Unit(StoryCity.Lead).Id), New("后半", city.Unit(StoryCity.Bystander).Id) with { TargetIds = targets },
        ]), Ct);

        var ended = await story.Task(StoryCity.Reported);
        Assert.Equal((TaskState.Withdrawn, true), (ended.State, ended.IsReplaced));
        var (first, second) = (await city.Task(made[0]), await city.Task(made[1]));
        Assert.Equal((0, targets.Count), (first.Targets.Count, second.Targets.Count));
        Assert.All([first, second], t => Assert.Equal((TaskState.Issued, Due, 2), (t.State, t.CurrentDueOn, t.Units.Count)));
        Assert.Equal([city.Unit(StoryCity.Lead).Id, city.Unit(StoryCity.Bystander).Id], new[] { first.LeadUnitId, second.LeadUnitId });
        var queries = city.Get<AmendmentQueries>();
        Assert.Equal([first.Number, second.Number], (await queries.Related(city.Office, old.Id, Ct)).Where(r => r.IsSuccessor).Select(r => r.Number));
        Assert.Equal((old.Number, false), (await queries.Related(city.Office, second.Id, Ct)).Select(r => (r.Number, r.IsSuccessor)).Single());
        // Who has no part in the old task reads the new one and no way back.
        Assert.Empty(await queries.Related(city.Contact(StoryCity.Bystander), second.Id, Ct));
        Assert.Equal($"{first.Number}、{second.Number}", (await queries.OfTask(city.Office, old.Id, Ct)).Single().After.Successors);
        await city.PassTo(StoryCity.Today.AddDays(20));
        Assert.Single(await city.Stopped());
        Assert.Null((await city.Get<AuditQueries>().Verify(city.Jurisdiction.Id, Ct)).BrokenAt);
    }

    [Fact]
    public async Task On_a_split_each_target_goes_where_it_was_put_and_none_is_lost()
    {
        await using var story = await StoryCity.Create();
        var (city, old) = (story.City, await story.Task(StoryCity.Signed));
        var first = Assert.Single(old.Targets).AsWritten;
        await city.Lay(db => db.Add(new TaskTarget
        {
            JurisdictionId = old.JurisdictionId, TaskId = old.Id, Position = 1, AsWritten = "新增学位3000个", Metric = "学位", Comparator = Comparator.AtLeast, Value = 3000, Unit = "个",
        }));
        old = await story.Task(StoryCity.Signed);
        var (classes, places) = (old.Targets.Single(t => t.Position == 0).Id, old.Targets.Single(t => t.Position == 1).Id);
        var (lead, other) = (city.Unit(StoryCity.Lead).Id, city.Unit(StoryCity.Bystander).Id);
        NewTask Part(Guid unit, params Guid[] targets) => New("一部分", unit) with { TargetIds = targets };
        Assert.Equal("replace-target", await Code(Service(city).Replace(city.Office, old.Id, old.Version, new Replacement("分头推进。", [], [Part(lead, classes), Part(other)]), Ct)));

        var made = await Service(city).Replace(city.Office, old.Id, old.Version, new Replacement("分头推进。", [], [Part(lead, classes, places), Part(other, places)]), Ct);

        Assert.Equal([first, "新增学位3000个"], (await city.Task(made[0])).Targets.OrderBy(t => t.Position).Select(t => t.AsWritten));
        Assert.Equal(("新增学位3000个", 0), (await city.Task(made[1])).Targets.Select(t => (t.AsWritten, t.Position)).Single());
    }

    [Fact]
    public async Task Merged_tasks_go_on_as_one_in_which_the_other_leads_cooperate()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var (one, other) = (await story.Task(StoryCity.Signed), await story.Task(StoryCity.CompletionAtOffice));

        var made = await Service(city).Replace(city.Office, one.Id, one.Version, new Replacement("合并推进。", [other.Number], [New("合并后的任务", city.Unit(StoryCity.Bystander).Id)]), Ct);

        var task = await city.Task(made.Single());
        Assert.Equal(one.Targets.Count + other.Targets.Count, task.Targets.Count);
        var cooperating = one.Units.Concat(other.Units).Select(u => u.UnitId).Distinct().Order();
        Assert.Equal(cooperating, task.Units.Where(u => u.Role == UnitRole.Cooperating).Select(u => u.UnitId).Order());
        Assert.All([await story.Task(StoryCity.Signed), await story.Task(StoryCity.CompletionAtOffice)], t => Assert.False(t.IsOpen));
        Assert.Equal([one.Number, other.Number], (await city.Get<AmendmentQueries>().Related(city.Office, task.Id, Ct)).Select(r => r.Number).Order());
        await city.PassTo(StoryCity.Today.AddDays(20));
        Assert.Single(await city.Stopped());
    }

    [Fact]
    public async Task A_wrong_issue_is_put_right_once_and_the_year_issues_its_measure_no_second_time()
    {
        await using var story = await StoryCity.Create();
        var (city, old) = (story.City, await story.Task(StoryCity.Issued));
        var made = await Service(city).Replace(city.Office, old.Id, old.Version, new Replacement("单位有误。", [], [New("更正后的任务", city.Unit(StoryCity.Bystander).Id)]), Ct);

        Assert.Equal(AmendmentKind.Reissued, (await city.Get<AmendmentQueries>().OfTask(city.Office, old.Id, Ct)).Single().Kind);
        var again = await city.Get<IssueService>().Issue(city.Office, new IssueInput(old.PlanId, old.Year, [new IssueRow(old.MeasureId, new DateOnly(old.Year, 12, 31), null, [])]), Ct);
        Assert.Equal((0, 1), (again.Tasks, again.Skipped));
        Assert.Equal("task-closed", await Code(Service(city).Replace(
            city.Office, old.Id, old.Version + 1, new Replacement("再更正。", [], [New("又一项", city.Unit(StoryCity.Lead).Id)]), Ct)));
        Assert.Single(made);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_words()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Signed));
        var half = New("一半", city.Unit(StoryCity.Lead).Id);
        var (other, written) = (await story.Task(StoryCity.Drafted), await story.Task(StoryCity.WrittenOff));
        Task<string> Try(Replacement replacement, Actor? by = null, int late = 0) => Code(Service(city).Replace(by ?? city.Office, task.Id, task.Version - late, replacement, Ct));
        Assert.Equal("replace-many", await Try(new Replacement("拆。", [], [])));
        Assert.Equal("replace-many", await Try(new Replacement("拆。", [], [half, half, half, half, half, half])));
        Assert.Equal("replace-both", await Try(new Replacement("拆。", [other.Number], [half, half])));
        Assert.Equal("replace-number", await Try(new Replacement("并。", ["2018-9999"], [half])));
        Assert.Equal("replace-number", await Try(new Replacement("并。", [written.Number], [half])));
        Assert.Equal("amendment-reason", await Try(new Replacement(" ", [], [half])));
        Assert.Equal("content-empty", await Try(new Replacement("改。", [], [half with { Title = " " }])));
        Assert.Equal("lead-unit", await Try(new Replacement("改。", [], [half with { LeadUnitId = null }])));
        Assert.Equal("due-in-past", await Try(new Replacement("改。", [], [half with { DueOn = StoryCity.Today.AddDays(-1) }])));
        Assert.Equal(RuleBroken.Stale, await Try(new Replacement("改。", [], [half]), late: 1));
        Assert.Equal(RuleBroken.NotAllowed, await Try(new Replacement("改。", [], [half]), city.Contact(StoryCity.Lead)));
        Assert.True((await story.Task(StoryCity.Signed)).IsOpen);
    }

    private static NewTask New(string title, Guid lead) => new(title, title + "的内容。", title + "的标准。", lead, Due);

    private static async Task<string> Code(Task act) => (await Assert.ThrowsAsync<RuleBroken>(() => act)).Code;

    private static ReplacementService Service(TestCity city) => city.Get<ReplacementService>();
}
