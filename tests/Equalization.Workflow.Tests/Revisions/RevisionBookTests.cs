using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks.Moves;
using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Tests.Indicators.Rebalancings;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Revisions;

/// <summary>What is written down when an edition comes into force.</summary>
public sealed class RevisionBookTests
{
    [Fact]
    public async Task Each_difference_that_touches_a_task_under_way_becomes_a_proposal_with_both_values()
    {
        await using var city = await RevisedCity.WithSecond();

        var all = await city.Proposals();

        Assert.Equal(
            [
                (RevisedCity.Layout, RevisionKind.DueDay), (RevisedCity.Layout, RevisionKind.Content), (RevisedCity.Equipment, RevisionKind.Reissue),
                (RevisedCity.Exchange, RevisionKind.Withdrawal), (RevisedCity.Boarding, RevisionKind.Lead), (RevisedCity.Meals, RevisionKind.Cooperating),
                (RevisedCity.Canteens, RevisionKind.Issue),
            ],
            all.Select(p => (p.Title, p.Kind)).OrderBy(p => Array.IndexOf(
                [RevisedCity.Layout, RevisedCity.Equipment, RevisedCity.Exchange, RevisedCity.Boarding, RevisedCity.Meals, RevisedCity.Canteens], p.Title)).ThenBy(p => p.Kind));
        Assert.All(all, p => Assert.Equal((RevisionState.Open, 2, 2018), (p.State, p.VersionNumber, p.Year)));
        var due = all.Single(p => p.Kind == RevisionKind.DueDay);
        Assert.Equal((new DateOnly(2018, 10, 31), new DateOnly(2018, 11, 30)), (due.Was.DueOn, due.Asked.DueOn));
        var words = all.Single(p => p.Kind == RevisionKind.Content);
        Assert.DoesNotContain("幼儿园", words.Was.Text!.Content, StringComparison.Ordinal);
        Assert.Contains("和幼儿园", words.Asked.Text!.Content, StringComparison.Ordinal);
        var lead = all.Single(p => p.Kind == RevisionKind.Lead);
        Assert.Equal(("市教育局", "市住建委"), (lead.Was.Lead!.Name, lead.Asked.Lead!.Name));
        var cooperating = all.Single(p => p.Kind == RevisionKind.Cooperating);
        Assert.Equal(["市发改委", "市财政局"], cooperating.Was.Cooperating!.Select(u => u.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["市人社局", "市发改委"], cooperating.Asked.Cooperating!.Select(u => u.Name).Order(StringComparer.Ordinal));
        Assert.Null(all.Single(p => p.Kind == RevisionKind.Issue).TaskId);
        Assert.Contains(lead.Units, u => u.UnitId == city.Unit("市住建委").Id);
    }

    [Fact]
    public async Task A_first_edition_and_one_that_changes_nothing_ask_nothing()
    {
        await using var city = await RevisedCity.Create();
        Assert.Empty(await city.Proposals());

        await city.Bring(RevisedCity.First + "\n");

        Assert.Empty(await city.Proposals());
    }

    [Fact]
    public async Task What_nobody_decided_is_superseded_and_asked_again_by_the_next_edition()
    {
        await using var city = await RevisedCity.WithSecond();
        await city.Accept(RevisionKind.DueDay);
        var kept = await city.Proposal(RevisionKind.Lead);
        await city.Get<RevisionService>().Keep(city.Office, kept.Id, kept.Version, "住建委职能划转未完成。", TestCity.Ct);

        await city.Bring(RevisedCity.Second.Replace("标准化学生食堂", "标准化食堂", StringComparison.Ordinal));

        var all = await city.Proposals();
        Assert.Equal(5, all.Count(p => p is { VersionNumber: 2, State: RevisionState.Superseded }));
        var third = all.FindAll(p => p.VersionNumber == 3);
        Assert.Equal(
            [RevisionKind.Cooperating, RevisionKind.Content, RevisionKind.Withdrawal, RevisionKind.Reissue, RevisionKind.Issue], third.Select(p => p.Kind).Order());
        Assert.Contains("和幼儿园", third.Single(p => p.Kind == RevisionKind.Content).Asked.Text!.Content, StringComparison.Ordinal);
        Assert.Contains("标准化食堂", third.Single(p => p.Kind == RevisionKind.Issue).Asked.Text!.Content, StringComparison.Ordinal);
        var old = all.Find(p => p is { VersionNumber: 2, State: RevisionState.Superseded })!;
        Assert.Equal("revision-decided", (await Assert.ThrowsAsync<Core.RuleBroken>(() =>
            city.Get<RevisionService>().Accept(city.Office, old.Id, old.Version, null, TestCity.Ct))).Code);
    }

    [Fact]
    public async Task An_edition_that_takes_a_change_back_asks_for_nothing_where_it_was_not_carried_out()
    {
        await using var city = await RevisedCity.WithSecond();
        await city.Accept(RevisionKind.Lead);

        var (from, to) = (RevisedCity.First.IndexOf("3.加强", StringComparison.Ordinal), RevisedCity.First.IndexOf("4.改善", StringComparison.Ordinal));
        await city.Bring(RevisedCity.First.Remove(from, to - from) + RevisedCity.Second[RevisedCity.Second.IndexOf("6.办好", StringComparison.Ordinal)..]);

        var third = (await city.Proposals()).FindAll(p => p.VersionNumber == 3);
        Assert.Equal([RevisionKind.Lead, RevisionKind.Withdrawal, RevisionKind.Issue], third.Select(p => p.Kind).Order());
        var back = third.Single(p => p.Kind == RevisionKind.Lead);
        Assert.Equal(("市住建委", "市教育局"), (back.Was.Lead!.Name, back.Asked.Lead!.Name));
        await city.Accept(RevisionKind.Lead);
        Assert.Equal(city.Unit("市教育局").Id, (await city.Titled(RevisedCity.Boarding)).LeadUnitId);
    }

    [Fact]
    public async Task What_the_office_changed_and_the_edition_left_alone_stays()
    {
        await using var city = await RevisedCity.Create();
        var task = await city.Titled(RevisedCity.Layout);
        await city.Get<AmendmentService>().AmendContent(city.Office, task.Id, task.Version, "口径调整。", task.Title, task.Content, "以批复文件为准。", TestCity.Ct);

        await city.Bring(RevisedCity.Second);

        Assert.Equal("以批复文件为准。", (await city.Proposal(RevisionKind.Content)).Asked.Text!.Criteria);
    }

    [Fact]
    public async Task Units_that_are_not_on_the_list_are_said_and_nothing_is_withdrawn_for_them()
    {
        await using var city = await RevisedCity.Create();

        await city.Bring(RevisedCity.First.Replace("4.改善寄宿条件。新建寄宿制学校宿舍。（牵头单位：市教育局", "4.改善寄宿条件。新建寄宿制学校宿舍。（牵头单位：市某某局", StringComparison.Ordinal));

        var lead = Assert.Single(await city.Proposals());
        Assert.Equal((RevisionKind.Lead, "市某某局"), (lead.Kind, lead.Asked.AsWritten));
        Assert.NotNull(lead.Asked.Obstacle);
        Assert.Equal("revision-obstacle", (await Assert.ThrowsAsync<Core.RuleBroken>(() => city.Accept(RevisionKind.Lead))).Code);
    }

    [Fact]
    public async Task Tasks_that_are_closed_are_left_in_peace()
    {
        await using var city = await RevisedCity.Create();
        var task = await city.Titled(RevisedCity.Exchange);
        await city.Get<AmendmentService>().Withdraw(city.Office, task.Id, task.Version, "并入其他任务。", TestCity.Ct);

        await city.Bring(RevisedCity.Second);

        Assert.DoesNotContain(await city.Proposals(), p => p.Kind == RevisionKind.Withdrawal);
    }

    [Fact]
    public async Task No_task_is_asked_for_in_a_year_that_is_over()
    {
        await using var city = await RevisedCity.Create();
        city.Clock.SetDay(new DateOnly(2019, 2, 11));

        await city.Bring(RevisedCity.Second, city.Office with { Day = new DateOnly(2019, 2, 11) });

        Assert.Equal(6, (await city.Proposals()).Count(p => p.Kind != RevisionKind.Issue));
        Assert.DoesNotContain(await city.Proposals(), p => p.Kind == RevisionKind.Issue);
    }

    [Fact]
    public async Task A_second_lead_beside_the_first_gets_a_task_of_its_own()
    {
        await using var city = await RevisedCity.Create();

        await city.Bring(RevisedCity.First.Replace("新建寄宿制学校宿舍。（牵头单位：市教育局", "新建寄宿制学校宿舍。（牵头单位：市教育局、市住建委", StringComparison.Ordinal));

        var issue = Assert.Single(await city.Proposals());
        Assert.Equal((RevisionKind.Issue, "市住建委"), (issue.Kind, Assert.Single(issue.Asked.Leads!).Name));
        await city.Accept(RevisionKind.Issue);
        Assert.Equal(
            [city.Unit("市教育局").Id, city.Unit("市住建委").Id],
            await city.Read(db => db.AnnualTasks.Where(t => t.Title == RevisedCity.Boarding).OrderBy(t => t.Number).Select(t => t.LeadUnitId).ToListAsync(TestCity.Ct)));
    }
    [Fact]
    public async Task A_task_made_of_a_searchs_moves_is_not_the_measures_own()
    {
        await using var city = await RevisedCity.Create();
        var plan = await city.FoundPlan(RebalancingDesk.Teachers);
        var boarding = await city.Titled(RevisedCity.Boarding);
        var moves = await city.MovesOf(plan);
        var made = await city.Get<MoveTaskService>().Issue(
            city.Office, new MoveTaskInput(plan, [.. moves.Select(m => m.Id)], boarding.MeasureId, city.Unit("市住建委").Id, new DateOnly(2018, 12, 20)), TestCity.Ct);

        await city.Bring(RevisedCity.First.Replace("新建寄宿制学校宿舍。（牵头单位：市教育局", "新建和改建寄宿制学校宿舍。（牵头单位：市教育局、市住建委", StringComparison.Ordinal));

        var all = await city.Proposals();
        Assert.DoesNotContain(all, p => p.TaskId == made);
        Assert.Equal(boarding.Id, Assert.Single(all, p => p.Kind == RevisionKind.Content).TaskId);
        Assert.Equal("市住建委", Assert.Single(Assert.Single(all, p => p.Kind == RevisionKind.Issue).Asked.Leads!).Name);
    }
}
