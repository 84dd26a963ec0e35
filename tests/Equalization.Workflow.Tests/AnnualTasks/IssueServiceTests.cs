using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.AnnualTasks;

public sealed class IssueServiceTests
{
    [Fact]
    public async Task The_Changsha_plan_gives_131_tasks_and_464_task_units_in_2018()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        var preview = await city.Get<IssueQueries>().Preview(city.Office, planId, 2018, TestCity.Ct);
        var result = await Changsha.Issue(city, planId, 2018);
        TestContext.Current.TestOutputHelper?.WriteLine($"2018: {result.Tasks} tasks, {result.TaskUnits} task units");
        Assert.Equal((131, 464), (preview.Tasks, preview.TaskUnits));
        Assert.Equal(new IssueResult(131, 464, 0), result);
        Assert.Equal(131, await city.Read(db => db.AnnualTasks.CountAsync(TestCity.Ct)));
        Assert.Equal(464, await city.Read(db => db.TaskUnits.CountAsync(TestCity.Ct)));
        var numbers = await city.Read(db => db.AnnualTasks.OrderBy(t => t.Number).Select(t => t.Number).ToListAsync(TestCity.Ct));
        Assert.Equal(Enumerable.Range(1, 131).Select(n => $"2018-{n:0000}"), numbers);
        Assert.Null((await city.Get<AuditQueries>().Verify(city.Jurisdiction.Id, TestCity.Ct)).BrokenAt);
    }

    [Fact]
    public async Task A_measure_is_no_longer_proposed_once_its_last_day_has_passed()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        var perYear = new List<(int Year, int Tasks, int Units, string Left)>();
        for (var year = 2018; year <= 2022; year++)
        {
            var preview = await city.Get<IssueQueries>().Preview(city.Office, planId, year, TestCity.Ct);
            perYear.Add((year, preview.Tasks, preview.TaskUnits, string.Join(",", preview.Rows.Where(r => !r.Proposed).Select(r => r.Number))));
            TestContext.Current.TestOutputHelper?.WriteLine($"{perYear[^1]}");
        }

        Assert.Equal(["", "", "", "4,6", "4,6,10"], perYear.Select(y => y.Left));
        Assert.Equal((113, 392), (perYear[3].Tasks, perYear[3].Units));
    }

    [Fact]
    public async Task A_unit_in_which_nobody_would_be_told_is_named_before_issuing()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        var queries = city.Get<IssueQueries>();
        var before = (await queries.Preview(city.Office, planId, 2018, TestCity.Ct)).Unmanned;
        var finance = city.Unit(CityTasks.Cooperating);
        await city.Lay(db => db.RemoveRange(db.Memberships.Where(m => m.UnitId == finance.Id)));

        var after = (await queries.Preview(city.Office, planId, 2018, TestCity.Ct)).Unmanned;
        Assert.DoesNotContain(before, u => u.Id == finance.Id);
        Assert.Equal([finance.Id], after.Except(before).Select(u => u.Id));
    }

    [Fact]
    public async Task Issuing_a_year_twice_makes_nothing_twice()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        var preview = await city.Get<IssueQueries>().Preview(city.Office, planId, 2018, TestCity.Ct);
        await city.Get<IssueService>().Issue(city.Office, Changsha.InputOf(preview), TestCity.Ct);
        var again = await city.Get<IssueService>().Issue(city.Office, Changsha.InputOf(preview), TestCity.Ct);
        Assert.Equal(new IssueResult(0, 0, 131), again);
        Assert.All((await city.Get<IssueQueries>().Preview(city.Office, planId, 2018, TestCity.Ct)).Rows, row => Assert.False(row.Proposed));
    }

    [Fact]
    public async Task A_task_carries_the_years_targets_and_the_first_due_day()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        await Changsha.Issue(city, planId, 2018);
        var lead = city.Unit("芙蓉区政府").Id;
        var task = await city.Read(db => db.AnnualTasks.Include(t => t.Targets).Include(t => t.Units).Include(t => t.Required)
            .SingleAsync(t => t.MeasurePosition == 3 && t.LeadUnitId == lead, TestCity.Ct));
        Assert.Equal(new DateOnly(2018, 12, 31), task.FirstDueOn);
        Assert.Equal(task.FirstDueOn, task.CurrentDueOn);
        Assert.Equal(Changsha.IssueDay, task.StartOn);
        Assert.Equal(6, task.Units.Count);
        Assert.Contains(task.Targets, t => t is { Value: 45m, Unit: "人" });
        Assert.DoesNotContain(task.Targets, t => t.Value == 70m);
        Assert.Equal(IssueService.DefaultEvidence, Assert.Single(task.Required).Kind);
    }

    [Fact]
    public async Task Every_person_gets_one_notice_however_many_tasks()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        await Changsha.Issue(city, planId, 2018);
        var county = city.Contact("芙蓉区政府");
        var notice = await city.Read(db => db.Notices.SingleAsync(n => n.PersonId == county.PersonId, TestCity.Ct));
        Assert.Contains("\"14\",\"1\"", notice.Arguments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_office_of_the_jurisdiction_issues()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        var input = Changsha.InputOf(await city.Get<IssueQueries>().Preview(city.Office, planId, 2018, TestCity.Ct));
        var service = city.Get<IssueService>();
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => service.Issue(city.Head("市教育局"), input, TestCity.Ct))).Code);
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => service.Issue(city.Admin, input, TestCity.Ct))).Code);
        var neighbour = city.AsNeighbour(Role.Office, TestCity.OfficeUnit);
        Assert.Equal(RuleBroken.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => service.Issue(neighbour, input, TestCity.Ct))).Code);
    }

    [Fact]
    public async Task A_due_day_before_the_start_or_in_another_year_is_refused_in_words()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        var row = Changsha.InputOf(await city.Get<IssueQueries>().Preview(city.Office, planId, 2018, TestCity.Ct)).Rows[0];
        Task<IssueResult> IssueDue(DateOnly day) => city.Get<IssueService>().Issue(city.Office, new IssueInput(planId, 2018, [row with { DueOn = day }]), TestCity.Ct);
        Assert.Equal("due-before-start", (await Assert.ThrowsAsync<RuleBroken>(() => IssueDue(new DateOnly(2018, 6, 3)))).Code);
        Assert.Equal("issue-due", (await Assert.ThrowsAsync<RuleBroken>(() => IssueDue(new DateOnly(2019, 1, 1)))).Code);
        Assert.Equal(0, await city.Read(db => db.AnnualTasks.CountAsync(TestCity.Ct)));
    }

    [Fact]
    public async Task Two_who_issue_at_once_give_out_no_number_twice()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        var rows = Changsha.InputOf(await city.Get<IssueQueries>().Preview(city.Office, planId, 2018, TestCity.Ct)).Rows;
        var service = city.Get<IssueService>();
        var results = await Task.WhenAll(rows.Chunk(5).Select(part =>
            Task.Run(() => service.Issue(city.Office, new IssueInput(planId, 2018, part), TestCity.Ct), TestCity.Ct)));
        Assert.Equal(131, results.Sum(r => r.Tasks));
        Assert.Equal(131, await city.Read(db => db.AnnualTasks.Select(t => t.Number).Distinct().CountAsync(TestCity.Ct)));
        Assert.Null((await city.Get<AuditQueries>().Verify(city.Jurisdiction.Id, TestCity.Ct)).BrokenAt);
    }

    [Fact]
    public async Task A_county_that_was_abolished_gets_no_new_task()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        var gone = city.Unit("浏阳市政府").Id;
        await city.Transact.Run(city.Office, "撤销单位", async (db, act) =>
            (await db.Units.SingleAsync(u => u.Id == gone, TestCity.Ct)).End(act.Actor.Day.AddDays(-1)), TestCity.Ct);
        var result = await Changsha.Issue(city, planId, 2018);
        Assert.Equal(131 - 14, result.Tasks);
        Assert.False(await city.Read(db => db.TaskUnits.AnyAsync(u => u.UnitId == gone, TestCity.Ct)));
    }
}
