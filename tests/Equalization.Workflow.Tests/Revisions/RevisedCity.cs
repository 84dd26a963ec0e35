using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Plans;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Revisions;

/// <summary>A test city whose plan is in force with its tasks of 2018 issued, and what later editions make of them.</summary>
internal static class RevisedCity
{
    public const string Layout = "完善布局规划";
    public const string Equipment = "配齐教学设备";
    public const string Exchange = "加强教师交流";
    public const string Boarding = "改善寄宿条件";
    public const string Meals = "保障学生营养";
    public const string Canteens = "办好学校食堂";

    private const string Head = "测试市均衡发展行动计划（2018—2020年）\n一、主要措施\n";

    public const string First = Head
        + "1.完善布局规划。修订中小学布局规划。2018年10月底前完成。（牵头单位：市教育局，配合单位：市发改委）\n"
        + "2.配齐教学设备。生均设备值达到规定标准。（牵头单位：市教育局，配合单位：市财政局）\n"
        + "3.加强教师交流。骨干教师交流轮岗比例不低于两成。（牵头单位：市教育局，配合单位：市人社局）\n"
        + "4.改善寄宿条件。新建寄宿制学校宿舍。（牵头单位：市教育局，配合单位：市财政局）\n"
        + "5.保障学生营养。落实营养改善计划。（牵头单位：市教育局，配合单位：市财政局、市发改委）\n";

    /// <summary>Reworded and another day; changed places; removed; another lead; other cooperating units; added.</summary>
    public const string Second = Head
        + "1.完善布局规划。修订中小学和幼儿园布局规划。2018年11月底前完成。（牵头单位：市教育局，配合单位：市发改委）\n"
        + "2.配齐教学设备。生均设备值达到规定标准。（牵头单位：市财政局，配合单位：市教育局）\n"
        + "4.改善寄宿条件。新建寄宿制学校宿舍。（牵头单位：市住建委，配合单位：市财政局）\n"
        + "5.保障学生营养。落实营养改善计划。（牵头单位：市教育局，配合单位：市发改委、市人社局）\n"
        + "6.办好学校食堂。新建标准化学生食堂。（牵头单位：市教育局，配合单位：市财政局）\n";

    public static async Task<TestCity> Create(string text = First)
    {
        var city = await TestCity.Create();
        await city.Bring(text);
        var plan = await city.Read(db => db.Plans.SingleAsync(TestCity.Ct));
        var preview = await city.Get<IssueQueries>().Preview(city.Office, plan.Id, 2018, TestCity.Ct);
        await city.Get<IssueService>().Issue(
            city.Office, new IssueInput(plan.Id, 2018, [.. preview.Rows.Select(r => new IssueRow(r.MeasureId, r.DueOn, null, []))]), TestCity.Ct);
        return city;
    }

    public static async Task<TestCity> WithSecond()
    {
        var city = await Create();
        await city.Bring(Second);
        return city;
    }

    /// <summary>Imports an edition and brings it into force; answers with its version.</summary>
    public static async Task<Guid> Bring(this TestCity city, string text, Actor? office = null)
    {
        var draft = await PlanServiceTests.Import(city, PlanReader.Read(text));
        await city.Get<PlanService>().Confirm(office ?? city.Office, draft.VersionId, draft.Version, TestCity.Ct);
        return draft.VersionId;
    }

    public static Task<AnnualTask> Titled(this TestCity city, string title) => city.Read(db => db.AnnualTasks.AsNoTracking()
        .Include(t => t.Units).Include(t => t.Targets).Where(t => t.Title == title).OrderByDescending(t => t.IssuedAt).ThenByDescending(t => t.Number).FirstAsync(TestCity.Ct));

    public static Task<List<RevisionProposal>> Proposals(this TestCity city) =>
        city.Read(db => db.RevisionProposals.AsNoTracking().Include(p => p.Units).OrderBy(p => p.VersionNumber).ThenBy(p => p.Place).ThenBy(p => p.Kind).ToListAsync(TestCity.Ct));

    public static async Task<RevisionProposal> Proposal(this TestCity city, RevisionKind kind) => (await city.Proposals()).Last(p => p.Kind == kind);

    public static async Task Accept(this TestCity city, RevisionKind kind, DateOnly? dueOn = null)
    {
        var proposal = await city.Proposal(kind);
        await city.Get<RevisionService>().Accept(city.Office, proposal.Id, proposal.Version, dueOn, TestCity.Ct);
    }
}
