using System.Text;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>Brings the test city into the states that <see cref="StoryCity"/> names: the plan is laid down, all that follows goes through the services.</summary>
public sealed class StoryTeller(TestCity city)
{
    private static readonly DateOnly IssueDay = new(2018, 3, 1);
    private static readonly DateOnly ReportDay = new(2018, 4, 3);
    private static readonly DateOnly LateDue = new(2018, 3, 20);

    private static CancellationToken Ct => CancellationToken.None;

    private Actor Contact => city.Contact(StoryCity.Lead);

    private Actor Head => city.Head(StoryCity.Lead);

    public async Task Tell()
    {
        await LayUnits();
        await LayPlans();
        await Issue();
        await Sign();
        await city.PassTo(ReportDay);
        await Report();
        await Extend();
        await Complete();
        await Stop();
        await city.PassTo(StoryCity.Today);
        await Supervise();
        await city.Get<SweepService>().Run(Ct);
    }

    /// <summary>
    /// The late task's proposal came by itself; three more matters are laid down: one proposed, one served by notice, and one whose letter waits for the
    /// leader. Their tasks are not overdue, so no process is about them; the day they passed is the day they are due.
    /// </summary>
    private async Task Supervise()
    {
        await city.Transact.Run(city.Office, "测试数据", async (db, act) =>
        {
            foreach (var (title, rung, signer) in new[]
            {
                (StoryCity.Drafted, Rung.Supervision, LadderSigner.Office),
                (StoryCity.Approved, Rung.Supervision, LadderSigner.Office),
                (StoryCity.Signed, Rung.Letter, LadderSigner.Leader),
            })
            {
                var matter = new Escalation(await db.AnnualTasks.SingleAsync(t => t.Title == title, Ct), act.At);
                db.Add(matter);
                matter.Propose(rung, "期限已过，催办后仍未办结。", act.At, signer);
            }
        }, Ct);
        var approved = await Task(StoryCity.Approved);
        var step = await city.Read(db => db.EscalationSteps.SingleAsync(s => s.TaskId == approved.Id, Ct));
        await city.Get<ProposalService>().Sign(
            city.Office, step.Id, step.Version, new StepTerms("请补办。", null, null, StoryCity.Today.AddDays(10)), TestSite.Password, Ct);
    }

    private Task LayUnits() => city.Transact.Run(city.Office, "测试数据", async (db, _) =>
    {
        db.Add(new Unit(city.Jurisdiction.Id, StoryCity.EmptyUnit, UnitKind.Department));
        var newcomer = new Person(TestSite.WithoutAccount);
        db.AddRange(newcomer, new Membership(city.Jurisdiction.Id, newcomer.Id, city.Unit(StoryCity.Bystander).Id, Role.Contact, "联络员", IssueDay));
        await db.SaveChangesAsync(Ct);
    }, Ct);

    private Task LayPlans() => city.Transact.Run(city.Office, "测试数据", async (db, act) =>
    {
        var plan = new Plan(city.Jurisdiction.Id, StoryCity.PlanTitle, 2018, 2020);
        var text = string.Concat(StoryCity.Titles);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stored = await city.Files.Put(content, text.Length * 4, Ct);
        var version = new PlanVersion(plan, 1, "plan.txt", stored.Sha256, text);
        db.AddRange(plan, version, new StoredFile { Sha256 = stored.Sha256, Length = stored.Length, ContentType = "text/plain", StoredAt = act.At });
        Measures(db, version, StoryCity.Titles);
        version.Confirm(city.Office.PersonName, act.At);
        plan.BringIntoForce();

        var next = new PlanVersion(plan, 2, "plan-2.txt", null, "一、扩充学位。新建学校六所。二、均衡编制。核定教师编制。三、家校共育。开办家长学校。");
        db.Add(next);
        Measures(db, next, StoryCity.DraftTitles, "。新建学校六所".Length);

        var other = new Plan(city.Jurisdiction.Id, StoryCity.OtherPlanTitle, 2018, 2019);
        var only = new PlanVersion(other, 1, "other.txt", null, "一、扩充学位。");
        db.AddRange(other, only);
        Measures(db, only, [StoryCity.DraftTitles[0]]);
        only.Confirm(city.Office.PersonName, act.At);
        other.BringIntoForce();
        await db.SaveChangesAsync(Ct);
    }, Ct);

    private void Measures(WorkflowDb db, PlanVersion version, IReadOnlyList<string> titles, int more = 0)
    {
        foreach (var (index, title) in titles.Index())
        {
            var start = version.SourceText.IndexOf(title, StringComparison.Ordinal);
            var length = title.Length + more;
            var measure = new Measure(version, index + 1, $"{index + 1}", title, "主要措施", version.SourceText.Substring(start, length), start, length);
            var lead = new MeasureUnit(version.JurisdictionId, DraftUnitRole.Lead, 0, StoryCity.Lead, start, title.Length);
            if (title == StoryCity.Counties)
            {
                lead.MatchGroup(db.UnitGroups.Single().Id);
            }
            else if (title != StoryCity.DraftTitles[^1])
            {
                lead.MatchUnit(city.Unit(StoryCity.Lead).Id);
            }

            var cooperating = new MeasureUnit(version.JurisdictionId, DraftUnitRole.Cooperating, 0, StoryCity.Cooperating, start, title.Length);
            cooperating.MatchUnit(city.Unit(StoryCity.Cooperating).Id);
            measure.Add(lead);
            measure.Add(cooperating);
            measure.Add(new Target
            {
                JurisdictionId = version.JurisdictionId, MeasureId = measure.Id, Position = 0, AsWritten = "班额不超过55人", Metric = "班额",
                Comparator = Comparator.AtMost, Value = 55, Unit = "人", SourceStart = start, SourceLength = title.Length,
            });
            measure.Add(new MeasureDeadline
            {
                JurisdictionId = version.JurisdictionId, MeasureId = measure.Id, AsWritten = "2020年底", Kind = DeadlineKind.By,
                Day = new DateOnly(2020, 12, 31), SourceStart = start, SourceLength = title.Length,
            });
            db.Add(measure);
        }
    }

    private async Task Issue()
    {
        var plan = await city.Read(db => db.Plans.SingleAsync(p => p.Title == StoryCity.PlanTitle, Ct));
        var measures = await city.Read(db => (
            from m in db.Measures join v in db.PlanVersions on m.PlanVersionId equals v.Id where v.PlanId == plan.Id && v.Number == 1 orderby m.Position select new { m.Id, m.Title }).ToListAsync(Ct));
        var yearEnd = new DateOnly(IssueDay.Year, 12, 31);
        await city.Get<IssueService>().Issue(city.Office, new IssueInput(plan.Id, IssueDay.Year, [.. measures.Select(m => new IssueRow(
            m.Id, m.Title == StoryCity.Late ? LateDue : yearEnd, null, m.Title == StoryCity.WrittenOff ? [IssueService.DefaultEvidence] : []))]), Ct);
    }

    private async Task Sign()
    {
        foreach (var title in StoryCity.Titles.Except([StoryCity.Issued, StoryCity.Declined, StoryCity.Counties]))
        {
            await SignFor(title, StoryCity.Lead);
            await SignFor(title, StoryCity.Cooperating);
        }

        var declined = await Part(StoryCity.Declined, StoryCity.Lead);
        await city.Get<SignForService>().Decline(Contact, declined.Id, declined.Version, "职责不符。", Ct);
    }

    private async Task SignFor(string title, string unit)
    {
        var part = await Part(title, unit);
        await city.Get<SignForService>().SignFor(city.Contact(unit), part.Id, part.Version, Ct);
    }

    private async Task Report()
    {
        var reports = city.Get<ReportService>();
        var proof = await Upload(IssueService.DefaultEvidence);
        await reports.Save(Contact, (await Part(StoryCity.Drafted, StoryCity.Lead)).Id, null, Draft(20), Ct);
        await reports.Submit(Contact, (await Part(StoryCity.Reported, StoryCity.Lead)).Id, null, Draft(30), Ct);
        await reports.Submit(city.Head(StoryCity.Cooperating), (await Part(StoryCity.Approved, StoryCity.Cooperating)).Id, null, Draft(30), Ct);
        var help = new HelpDraft("请协调用地指标。", city.Unit(CityPeople.LeaderUnit).Id, null);
        var task = await Task(StoryCity.Approved);
        var metrics = task.Targets.Select(t => new MetricValue(t.Id, 52)).ToList();
        await reports.Submit(Head, (await Part(StoryCity.Approved, StoryCity.Lead)).Id, null, Draft(30) with { Help = help, Metrics = metrics, Evidence = [proof] }, Ct);
    }

    private static ReportDraft Draft(decimal percent) => new(null, percent, default, "已完成选址。", null, "开工建设。", [], null, []);

    private async Task<Guid> Upload(string kind)
    {
        using var content = new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"));
        return await city.Get<EvidenceService>().Upload(Contact, new EvidenceUpload("完成情况.pdf", kind, "年度完成情况", null), content, Ct);
    }

    private async Task Extend()
    {
        var ask = new ExtensionAsk(new DateOnly(2019, 3, 31), "设计变更。", "已完成一半。", "倒排工期。");
        var service = city.Get<ExtensionService>();
        await service.Ask(Contact, (await Task(StoryCity.ExtensionAtHead)).Id, (await Task(StoryCity.ExtensionAtHead)).Version, ask, Ct);
        await service.Ask(Head, (await Task(StoryCity.ExtensionAtOffice)).Id, (await Task(StoryCity.ExtensionAtOffice)).Version, ask, Ct);
    }

    private async Task Complete()
    {
        var service = city.Get<CompletionService>();
        await Ask(Contact, StoryCity.CompletionAtHead, []);
        await Ask(Head, StoryCity.CompletionAtOffice, []);
        await Ask(Head, StoryCity.WrittenOff, [await Upload(IssueService.DefaultEvidence)]);
        var asked = await Task(StoryCity.WrittenOff);
        var request = await city.Read(db => db.CompletionRequests.SingleAsync(r => r.TaskId == asked.Id, Ct));
        await service.Accept(city.Office, request.Id, request.Version, "同意销账。", Ct);

        async Task Ask(Actor actor, string title, Guid[] evidence)
        {
            var task = await Task(title);
            await service.Ask(actor, task.Id, task.Version, new CompletionAsk("全部完成。", evidence), Ct);
        }
    }

    /// <summary>A process that asks after a help request that is not there: it stops with an incident.</summary>
    private async Task Stop()
    {
        var task = await Task(StoryCity.Issued);
        await city.Transact.Run(city.Office, "测试数据", (db, _) =>
        {
            db.StartProcess("help-request", task.Id, ("taskId", task.Id), ("helpId", Guid.CreateVersion7()));
            return System.Threading.Tasks.Task.CompletedTask;
        }, Ct);
    }

    private Task<AnnualTask> Task(string title) => city.Read(db =>
        db.AnnualTasks.AsNoTracking().Include(t => t.Units).Include(t => t.Targets).FirstAsync(t => t.Title == title, Ct));

    private async Task<TaskUnit> Part(string title, string unit) => (await Task(title)).Units.Single(u => u.UnitId == city.Unit(unit).Id);
}
