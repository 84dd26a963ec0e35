using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Meetings;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Escalations;

/// <summary>Four late tasks live through a year under a virtual clock; what is in the database and in the files is held against the table of <see cref="ExpectedYear"/>.</summary>
public sealed class ScriptedYearTests
{
    private const string UnitA = "市教育局";
    private const string UnitB = "市财政局";
    private const string UnitC = "市人社局";
    private const string LeadOfD = "市编办";
    private const string UnitD = "市发改委";

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_year_goes_day_by_day_as_the_table_says_and_its_papers_say_the_same()
    {
        await using var city = await TestCity.Create();
        var tasks = new Dictionary<string, AnnualTask>
        {
            ["A"] = await Laid(city, UnitA, "市国土局"), ["B"] = await Laid(city, UnitB, "市国土局"), ["C"] = await Laid(city, UnitC, "市国土局"), ["D"] = await Laid(city, LeadOfD, UnitD),
        };
        await city.Get<ProcessAdoption>().Run(Ct);
        foreach (var (name, task) in tasks)
        {
            await Sign(city, task, name == "D" ? LeadOfD : name == "A" ? UnitA : name == "B" ? UnitB : UnitC);
        }

        await Sign(city, tasks["D"], UnitD);
        await city.PassTo(new DateOnly(2018, 3, 20));
        await city.ReportApproved(await city.Task(tasks["D"].Id), LeadOfD, 100);

        await Supervised(city, tasks);
        var cases = new ScriptedCases(city, UnitA);
        await cases.Run(await Climbed(city, tasks["A"].Id));
        await city.PassTo(new DateOnly(2018, 12, 28));

        var actual = (await Lived(city, tasks)).Concat(await cases.Lived()).ToList();
        foreach (var (expected, found) in ExpectedYear.Lines.OrderBy(Order).Zip(actual.OrderBy(Order)))
        {
            Assert.Equal(expected, found);
        }

        Assert.Equal(ExpectedYear.Lines.Count, actual.Count);
        await ClocksHold(city, tasks);
        await PapersHold(city);
        await cases.Hold(tasks["A"].Id);
        Assert.Empty(await city.Stopped());
    }

    /// <summary>A silent; B exempted; C answers and is done; D's delay is not the lead unit's.</summary>
    private static async Task Supervised(TestCity city, Dictionary<string, AnnualTask> tasks)
    {
        await city.PassTo(new DateOnly(2018, 4, 3));
        await city.Sign(Rung.Supervision, tasks["A"].Id);
        var notice = await city.Sign(Rung.Supervision, tasks["C"].Id);
        var matter = await city.Read(db => db.Escalations.SingleAsync(e => e.TaskId == tasks["B"].Id, Ct));
        await city.Get<LadderService>().Exempt(city.Leader, matter.Id, matter.Version, ExemptionGround.ForceMajeure, "洪水冲毁工地。", TestSite.Password, Ct);
        var refused = (await city.Steps(tasks["D"].Id))[^1];
        await city.Get<ProposalService>().Refuse(city.Office, refused.Id, refused.Version, "逾期全部归属配合单位，改为催办市发改委。", Ct);
        var part = tasks["D"].Units.Single(u => u.Role == UnitRole.Cooperating);
        await city.Get<UrgeService>().Send(city.Office, part.Id, "请尽快报送配合事项完成情况。", Ct);

        await city.PassTo(new DateOnly(2018, 4, 10));
        await city.Get<SupervisionService>().Answer(city.Contact(UnitC), notice.Id, notice.Version, "四月中旬办结。", Ct);
        await city.ReportApproved(await city.Task(tasks["D"].Id), UnitD, 100);
        var ofD = await Ask(city, tasks["D"].Id, LeadOfD);
        await city.PassTo(new DateOnly(2018, 4, 11));
        await Accept(city, ofD);
        await city.PassTo(new DateOnly(2018, 4, 16));
        var ofC = await Ask(city, tasks["C"].Id, UnitC);
        await city.PassTo(new DateOnly(2018, 4, 17));
        await Accept(city, ofC);
    }

    /// <summary>A alone goes on: letter, bulletin, interview, and the signed proposal to hold it to account.</summary>
    private static async Task<EscalationStep> Climbed(TestCity city, Guid taskId)
    {
        await city.PassTo(new DateOnly(2018, 4, 19));
        await city.Sign(Rung.Letter, taskId);
        await city.PassTo(new DateOnly(2018, 5, 7));
        await city.Sign(Rung.Bulletin, taskId);
        await city.PassTo(new DateOnly(2018, 5, 8));
        var draft = await city.Draft();
        var (check, issue) = (city.Get<BulletinCheckService>(), city.Get<BulletinIssueService>());
        await city.Get<BulletinService>().SendToCheck(city.Office, draft.Id, draft.Version, null, Ct);
        await city.PassTo(new DateOnly(2018, 5, 9));
        foreach (var unit in (await city.Bulletin(draft.Id)).Standing.Select(l => l.UnitId).Distinct())
        {
            await check.Confirm(city.Contact(await city.Read(db => db.Units.Where(u => u.Id == unit).Select(u => u.Name).SingleAsync(Ct))), draft.Id, [], Ct);
        }

        await city.PassTo(new DateOnly(2018, 5, 10));
        await issue.Sign(city.Office, draft.Id, (await city.Bulletin(draft.Id)).Version, TestSite.Password, Ct);
        await issue.Publish(city.Office, draft.Id, (await city.Bulletin(draft.Id)).Version, BulletinRange.LeadingGroup, Ct);

        await city.PassTo(new DateOnly(2018, 5, 24));
        await Interviewed(city, await city.Sign(Rung.Interview, taskId));
        await city.PassTo(new DateOnly(2018, 6, 27));
        return await city.Sign(Rung.Accountability, taskId);
    }

    private static async Task Interviewed(TestCity city, EscalationStep step)
    {
        var (service, meeting) = (city.Get<InterviewService>(), city.Get<InterviewMeetingService>());
        var id = await service.Open(city.Office, step.Id, Ct);
        async Task<int> Version() => await city.Read(db => db.Interviews.Where(i => i.Id == id).Select(i => i.Version).SingleAsync(Ct));
        await service.Write(city.Office, id, await Version(), new InterviewOrder(
            city.Head(UnitA).PersonId, "告诫约谈", "工作滞后", "任务逾期，经督办、通报仍未办结。", new DateOnly(2018, 5, 29), new TimeOnly(9, 30), 60, "市政府三号会议室", "副组长，办公室主任",
            "查明原因，落实整改。", "整改情况书面材料。", "综合组 010-12345678", false), true, Ct);
        await city.PassTo(new DateOnly(2018, 5, 25));
        await city.Get<InterviewIssueService>().Sign(city.Leader, id, await Version(), TestSite.Password, Ct);
        await city.PassTo(new DateOnly(2018, 5, 29), 11);
        await meeting.Hold(city.Office, id, await Version(), new Attendance("被约谈人，副组长", null, "周办事"), new InterviewDemands(true, true), Ct);
        await meeting.AddPromise(city.Office, id, await Version(), "完成采购和安装。", new DateOnly(2018, 6, 15), Ct);
        await meeting.WriteMinutes(city.Office, id, await Version(), new InterviewMinutes("任务逾期。", "资金到位晚。", "限期办结。", "保证完成。"), Ct);
        await meeting.SignMinutes(city.Leader, id, await Version(), TestSite.Password, Ct);
        await city.PassTo(new DateOnly(2018, 5, 31));
        await meeting.CheckMinutes(city.Head(UnitA), id, await Version(), true, null, Ct);
        foreach (var (day, kind) in new[] { (5, FollowUpKind.Report), (11, FollowUpKind.Plan) })
        {
            await city.PassTo(new DateOnly(2018, 6, day));
            var owed = await city.Read(db => db.Interviews.AsNoTracking().Where(i => i.Id == id).SelectMany(i => i.FollowUps).SingleAsync(f => f.Kind == kind, Ct));
            await city.Get<FollowUpService>().Submit(city.Head(UnitA), id, owed.Id, owed.Version, "已查明原因，正在采购。", Ct);
        }
    }

    /// <summary>What the database says of the year, in the words of the table.</summary>
    private static async Task<List<YearLine>> Lived(TestCity city, Dictionary<string, AnnualTask> tasks)
    {
        var names = tasks.ToDictionary(t => t.Value.Id, t => t.Key);
        var lines = new List<YearLine>();
        var facts = (await city.Read(db => db.StepFacts.AsNoTracking().ToListAsync(Ct))).ToDictionary(f => f.StepId, f => f.Facts);
        foreach (var step in await city.Steps())
        {
            var unit = names[step.TaskId];
            if (step.Signer == LadderSigner.Program)
            {
                lines.Add(new(unit, On(step.ProposedAt), "系统", "催办", "", step.AnswerDueOn));
                continue;
            }

            lines.Add(new(unit, On(step.ProposedAt), "系统", $"建议 {step.Rung}", "", null, facts[step.Id].Sheet.Late.Sentence));
            if (step.DecidedById is { } by)
            {
                lines.Add(new(
                    unit, On(step.DecidedAt!.Value), by == city.Office.PersonId ? "领导小组办公室" : by == city.Leader.PersonId ? "分管领导" : "?",
                    $"{(step.RefusedBecause is null ? "签发" : "不予签发")} {step.Rung}", step.Number ?? "", step.AnswerDueOn));
            }

            if (step.AnsweredAt is { } answered)
            {
                lines.Add(new(unit, On(answered), step.AnsweredBy!.Contains(UnitC, StringComparison.Ordinal) ? UnitC : step.AnsweredBy, $"答复 {step.Rung}", step.Number!));
            }
        }

        foreach (var matter in await city.Read(db => db.Escalations.AsNoTracking().Where(e => e.SettledAt != null).ToListAsync(Ct)))
        {
            var number = await city.Read(db => db.Papers.Where(p => p.SubjectId == matter.Id).Select(p => p.Number).SingleOrDefaultAsync(Ct));
            lines.Add(matter.State == EscalationState.Exempted
                ? new(names[matter.TaskId], On(matter.SettledAt!.Value), matter.ExemptedBy == city.Leader.Signature() ? "分管领导" : "?", "免责", number!)
                : new(names[matter.TaskId], On(matter.SettledAt!.Value), "", "了结：" + matter.SettledBecause));
        }

        foreach (var bulletin in await city.Read(db => db.Bulletins.AsNoTracking().ToListAsync(Ct)))
        {
            lines.Add(new("", On(bulletin.CheckSince!.Value), "领导小组办公室", "通报送核实", "", bulletin.CheckDueOn));
            lines.Add(new("", On(bulletin.PublishedAt!.Value), bulletin.PublishedBy == city.Office.Signature() ? "领导小组办公室" : "?", "印发通报", bulletin.Number!));
        }

        foreach (var interview in await city.Read(db => db.Interviews.AsNoTracking().Include(i => i.FollowUps).ToListAsync(Ct)))
        {
            var signedBy = interview.SignedBy == city.Leader.Signature() ? "分管领导" : "?";
            lines.Add(new(names[interview.TaskId!.Value], On(interview.SignedAt!.Value), signedBy, "约谈通知", interview.Number!, On(interview.MeetsAt!.Value)));
            lines.Add(new(names[interview.TaskId.Value], On(interview.HeldAt!.Value), signedBy, "约谈纪要", interview.MinutesNumber!, interview.ConfirmDueOn));
            lines.Add(new("A", On(interview.CheckedAt!.Value), Head(interview.CheckedBy), "确认纪要"));
            foreach (var owed in interview.FollowUps)
            {
                lines.Add(new("A", On(owed.TermSince), "", $"约谈要求 {owed.Kind}", "", owed.DueOn));
                lines.Add(owed.OverdueToldAt is { } told ? new("A", On(told), "系统", $"逾期未报 {owed.Kind}") : new("A", On(owed.ReportedAt!.Value), Head(owed.ReportedBy), $"报送 {owed.Kind}"));
            }
        }

        return lines;

        string Head(string? by) => by == city.Head(UnitA).Signature() ? UnitA : "?";
    }

    /// <summary>Whose days the delay was, to the day it ended; the lead unit of D has none.</summary>
    private static async Task ClocksHold(TestCity city, Dictionary<string, AnnualTask> tasks)
    {
        foreach (var (name, expected) in ExpectedYear.Clocks)
        {
            var clock = await city.Get<ClockQueries>().OfTask(city.Office, tasks[name].Id, Ct);
            Assert.Equal(expected, clock.Holders.Where(h => h.Days.Late > 0).OrderByDescending(h => h.Days.Late).Select(h => (h.Unit ?? "领导小组办公室", h.Days.Late)));
        }
    }

    /// <summary>Every file is opened again: number, title and what the table says stand in its text; papers of matters that ended are marked.</summary>
    private static async Task PapersHold(TestCity city)
    {
        var papers = await city.Read(db => db.Papers.AsNoTracking().Include(p => p.Signatures).ToListAsync(Ct));
        var texts = new Dictionary<string, string>();
        foreach (var paper in papers)
        {
            await using var file = city.Files.Open(paper.Sha256)!;
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy, Ct);
            using var word = WordprocessingDocument.Open(copy, false);
            var text = word.MainDocumentPart!.Document.Body!.InnerText;
            Assert.Contains(paper.Number!, text);
            Assert.Contains(paper.Title.Replace("\n", "", StringComparison.Ordinal), text.Replace("\n", "", StringComparison.Ordinal));
            Assert.Equal(paper.Sha256, Assert.Single(paper.Signatures).Sha256);
            texts[paper.Number!] = text;
        }

        var numbered = ExpectedYear.Lines.Where(l => l.Number.Length > 0 && !l.Act.StartsWith("答复", StringComparison.Ordinal)).Select(l => l.Number).Order(StringComparer.Ordinal);
        Assert.Equal(numbered, texts.Keys.Order(StringComparer.Ordinal));
        foreach (var signed in ExpectedYear.Lines.Where(l => l.Act is "签发 Supervision" or "签发 Letter"))
        {
            var proposal = ExpectedYear.Lines.Single(l => l.Unit == signed.Unit && l.Act == signed.Act.Replace("签发", "建议", StringComparison.Ordinal));
            Assert.Contains(proposal.Late, texts[signed.Number]);
            Assert.Contains($"2018年{signed.TermOn!.Value.Month}月{signed.TermOn.Value.Day}日", texts[signed.Number]);
            Assert.Contains("情况说明", texts[signed.Number]);
        }

        ScriptedCases.PapersHold(texts);
        Assert.Contains("督〔2018〕1号", texts["督函〔2018〕1号"]);
        Assert.Contains("逾期 29 个工作日", texts["通〔2018〕1号"]);
        // Exempted, B stands only as the lead unit of a part that another unit let slip.
        var named = await city.Read(db => db.BulletinLines.Where(l => l.DroppedAt == null).Select(l => l.UnitId).ToListAsync(Ct));
        Assert.DoesNotContain(city.Unit(UnitB).Id, named);
        Assert.Contains("不可抗力", texts["免〔2018〕1号"]);
        Assert.Equal(["督〔2018〕2号"], papers.Where(p => p.State == PaperState.Settled).Select(p => p.Number!).Order(StringComparer.Ordinal));
    }

    private static async Task<AnnualTask> Laid(TestCity city, string lead, string cooperating) => await city.LayTask(ExpectedYear.DueOn, lead: lead, cooperating: cooperating);

    private static async Task Sign(TestCity city, AnnualTask task, string unit)
    {
        var part = (await city.Task(task.Id)).PartOf(city, unit);
        await city.Get<SignForService>().SignFor(city.Contact(unit), part.Id, part.Version, Ct);
    }

    private static async Task<Guid> Ask(TestCity city, Guid taskId, string lead) =>
        await city.Get<CompletionService>().Ask(city.Head(lead), taskId, (await city.Task(taskId)).Version, new CompletionAsk("全部完成。", []), Ct);

    private static async Task Accept(TestCity city, Guid requestId) => await city.Get<CompletionService>().Accept(
        city.Office, requestId, await city.Read(db => db.CompletionRequests.Where(c => c.Id == requestId).Select(c => c.Version).SingleAsync(Ct)), "同意", Ct);

    private static DateOnly On(DateTime at) => ChinaTime.DayOf(at);

    private static (DateOnly, string, string, string) Order(YearLine line) => (line.On, line.Unit, line.Act, line.Number);
}
