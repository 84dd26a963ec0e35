using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks.Editions;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Plans.Editions;

public sealed class EditionProposalTests
{
    private const string Head = "测试市均衡发展行动计划（2018—2020年）\n一、主要措施\n";

    private const string First = Head
        + "1.完善布局规划。修订中小学布局规划。（牵头单位：市教育局，配合单位：市发改委）\n"
        + "2.配齐教学设备。生均设备值达到规定标准。（牵头单位：市教育局，配合单位：市财政局）\n"
        + "3.加强教师交流。骨干教师交流轮岗比例不低于两成。（牵头单位：市教育局，配合单位：市人社局）\n";

    private const string Second = Head
        + "1.完善布局规划。修订中小学和幼儿园布局规划。（牵头单位：市教育局，配合单位：市发改委）\n"
        + "2.配齐教学设备。生均设备值达到规定标准。（牵头单位：市财政局，配合单位：市教育局）\n"
        + "3.办好学校食堂。新建标准化学生食堂。（牵头单位：市教育局，配合单位：市财政局）\n";

    [Fact]
    public async Task A_task_is_asked_to_follow_the_edition_in_force_in_its_words_its_lead_or_not_to_go_on()
    {
        await using var city = await TestCity.Create();
        await Confirm(city, First);
        var tasks = await Issue(city);
        Assert.Null(await Proposal(city, tasks["完善布局规划"]));

        await Confirm(city, Second);

        var words = await Proposal(city, tasks["完善布局规划"]);
        Assert.Equal((false, true, (Guid?)null, "按方案第2版修订。"), (words!.Gone, words.Reworded, words.Lead, words.Reason));
        Assert.Contains("和幼儿园", words.Text.Content, StringComparison.Ordinal);
        var lead = await Proposal(city, tasks["配齐教学设备"]);
        Assert.Equal((false, false, (Guid?)city.Unit("市财政局").Id), (lead!.Gone, lead.Reworded, lead.Lead));
        Assert.True((await Proposal(city, tasks["加强教师交流"]))!.Gone);
        await PlanServiceTests.Refused(RuleBroken.NotAllowed, () => city.Get<EditionTaskQueries>().Proposal(city.Contact("市教育局"), tasks["完善布局规划"], TestCity.Ct));
    }

    [Fact]
    public async Task Open_tasks_are_found_by_the_origin_of_their_measures()
    {
        await using var city = await TestCity.Create();
        var plan = await Confirm(city, First);
        var tasks = await Issue(city);

        var origins = await city.Read(db => db.Measures.Where(m => m.PlanVersionId == plan.VersionId).Select(m => m.OriginId).ToListAsync(TestCity.Ct));
        var queries = city.Get<EditionTaskQueries>();
        var open = await queries.Open(city.Office, plan.Plan.Id, origins, TestCity.Ct);

        Assert.Equal(tasks.Values.Order(), open.SelectMany(g => g).Select(t => t.TaskId).Order());
        Assert.All(origins, o => Assert.Single(open[o]));
        Assert.Single(await queries.Open(city.Office, plan.Plan.Id, origins[..1], TestCity.Ct));
        Assert.Equal(origins.Order(), (await queries.Touched(city.Office, plan.Plan.Id, TestCity.Ct)).Order());
        Assert.Empty(await queries.Open(city.Office, Guid.NewGuid(), origins, TestCity.Ct));
    }

    private static async Task<PlanReview> Confirm(TestCity city, string text)
    {
        var draft = await PlanServiceTests.Import(city, PlanReader.Read(text));
        await city.Get<PlanService>().Confirm(city.Office, draft.VersionId, draft.Version, TestCity.Ct);
        return draft;
    }

    /// <summary>The tasks of 2018 by title.</summary>
    private static async Task<Dictionary<string, Guid>> Issue(TestCity city)
    {
        var plan = await city.Read(db => db.Plans.SingleAsync(TestCity.Ct));
        var preview = await city.Get<IssueQueries>().Preview(city.Office, plan.Id, 2018, TestCity.Ct);
        var rows = preview.Rows.Select(r => new IssueRow(r.MeasureId, r.DueOn, null, [])).ToList();
        await city.Get<IssueService>().Issue(city.Office, new IssueInput(plan.Id, 2018, rows), TestCity.Ct);
        return await city.Read(db => db.AnnualTasks.ToDictionaryAsync(t => t.Title, t => t.Id, TestCity.Ct));
    }

    private static Task<EditionProposal?> Proposal(TestCity city, Guid taskId) => city.Get<EditionTaskQueries>().Proposal(city.Office, taskId, TestCity.Ct);
}
