using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Tests.Escalations;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Accountabilities;

/// <summary>The course of a case, who may know of it, and what the ladder and the case do to each other.</summary>
public sealed class AccountabilityServiceTests
{
    private const string Unit = CityTasks.Lead;

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_case_file_holds_the_papers_of_the_interviews_before_it()
    {
        await using var city = await TestCity.Create();
        city.Clock.SetDay(new DateOnly(2018, 4, 10));
        var met = await city.Interview(await city.Lay(Unit, InterviewState.FollowUp));
        var other = await city.Interview(await city.Lay(CityTasks.Cooperating, InterviewState.Noticed));

        var id = await city.OpenCase(Unit);
        await city.TellCase(id);

        var pieces = (await city.Case(id)).Documents.Where(d => d.Kind == CaseDocumentKind.Interview).ToList();
        Assert.Equal(2, pieces.Count);
        Assert.Contains(pieces, d => d.Title.StartsWith(met.Number!, StringComparison.Ordinal));
        Assert.Contains(pieces, d => d.Title.StartsWith(met.MinutesNumber!, StringComparison.Ordinal));
        Assert.DoesNotContain(pieces, d => d.Title.StartsWith(other.Number!, StringComparison.Ordinal));
        Assert.All(pieces, d => Assert.NotNull(city.Files.Open(d.Sha256)));
    }

    [Fact]
    public async Task A_case_of_the_ladder_goes_through_to_the_decision_and_carries_the_step_out()
    {
        await using var city = await TestCity.Create();
        var (task, id) = await OfLadder(city);
        await city.TellCase(id);
        var told = await city.Case(id);
        Assert.Equal("问告〔2018〕1号", told.NoticeNumber);
        Assert.Equal(CaseDocumentKind.Ledger, told.Documents.OrderBy(d => d.Position).First().Kind);
        Assert.All(told.Documents, d => Assert.NotNull(city.Files.Open(d.Sha256)));
        await city.Receive(Unit, told.NoticePaperId);
        Assert.True(await city.Get<DecisionService>().Hear(city.Head(Unit), id, "因洪水停工，已复工。", [new CaseUpload("停工令.txt", new MemoryStream(Encoding.UTF8.GetBytes("停工令")))], Ct));
        await city.ProposeCase(id);
        Assert.Equal(StepState.Served, (await city.Steps(task.Id))[^1].State);
        await city.DecideCase(id);

        var about = await city.Case(id);
        Assert.Equal((CaseState.Decided, "问〔2018〕1号"), (about.State, about.DecisionNumber));
        Assert.Equal(StepState.Done, (await city.Steps(task.Id))[^1].State);
        Assert.Contains(about.Documents, d => d is { Kind: CaseDocumentKind.Statement, Title: "停工令.txt" });
        var decision = await Paper(city, about.DecisionPaperId);
        Assert.All(new[] { "基本情况", "问责事实", "问责依据", "问责方式", "生效时间", "不停止本决定的执行" }, part => Assert.Contains(part, decision.Model, StringComparison.Ordinal));
        Assert.Contains(told.Documents.First().Sha256, (await Paper(city, about.NoticePaperId)).Model, StringComparison.Ordinal);
        Assert.Contains("张㐂", (await Paper(city, about.NoticePaperId)).Model, StringComparison.Ordinal);
        Assert.Equal("case-step", await Refusal(() => city.DecideCase(id)));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task While_its_task_is_held_no_case_is_opened_and_none_is_told()
    {
        await using var city = await TestCity.Create();
        var task = await city.Late();
        await city.PassTo(new DateOnly(2018, 3, 26), 10);
        var matter = await city.Read(db => db.Escalations.SingleAsync(Ct));
        await city.Get<LadderService>().StartAt(city.Office, matter.Id, matter.Version, Rung.Accountability, "造成严重后果。", Ct);
        await city.PassTo(new DateOnly(2018, 3, 27), 10);
        var step = await city.Sign(Rung.Accountability, task.Id);
        var opening = new CaseOpening(step.Id, null, CaseTrigger.Behind, "任务严重滞后，经督办仍未整改。", null);
        await Hold(city, task.Id);
        Assert.Equal("task-held", await Refusal(() => city.Get<AccountabilityService>().Open(city.Office, opening, Ct)));
        await Resume(city, task.Id);
        await city.PassTo(new DateOnly(2018, 3, 28), 10);
        var id = await city.Get<AccountabilityService>().Open(city.Office, opening, Ct);
        await Hold(city, task.Id);

        Assert.Equal("task-held", await Refusal(() => city.TellCase(id)));
        Assert.Null((await city.Case(id)).NoticeNumber);
        await Resume(city, task.Id);
        Assert.Equal("问告〔2018〕1号", await city.Get<AccountabilityService>().Tell(city.Leader, id, (await city.Case(id)).Version, TestSite.Password, Ct));
    }

    [Fact]
    public async Task Nobody_off_the_list_sees_that_the_case_exists()
    {
        await using var city = await TestCity.Create();
        var (task, id) = await OfLadder(city);
        await city.TellCase(id);
        var about = await city.Case(id);
        foreach (var outsider in new[] { city.Auditor, city.Contact(Unit), city.Head(CityTasks.Cooperating), city.As(Core.Units.Role.Office, TestCity.OfficeUnit, 1) })
        {
            Assert.Equal(RuleBroken.NotFound, await Refusal(() => city.Get<CaseFileService>().Open(outsider, id, Ct)));
            Assert.Equal(RuleBroken.NotFound, await Refusal(() => city.Get<PaperService>().Open(outsider, about.NoticePaperId!.Value, false, Ct)));
            Assert.Equal(RuleBroken.NotFound, await Refusal(() => city.Get<CaseFileService>().All(outsider, id, Ct)));
            Assert.Equal(RuleBroken.NotFound, await Refusal(() => city.Get<DecisionService>().Hear(outsider, id, "不服。", [], Ct)));
            Assert.Equal(0, (await city.Get<AccountabilityQueries>().Page(outsider, 1, 20, Ct)).Total);
        }

        Assert.DoesNotContain(await city.Story(task.Id), line => line.Contains("问责", StringComparison.Ordinal));
        Assert.Empty(await city.Get<PaperQueries>().OfTask(city.Auditor, task.Id, Ct));
        Assert.DoesNotContain(await city.Get<ProcessFileQueries>().OfTask(city.Office, task.Id, Ct), p => p.DefinitionId.StartsWith("accountability", StringComparison.Ordinal));
        Assert.All(await city.Get<ProcessQueries>().Definitions(city.Auditor, Ct), d => Assert.True(!d.Id.StartsWith("accountability", StringComparison.Ordinal) || d.Counts == ProcessCounts.None));
        var audit = (await city.Get<AuditQueries>().Page(city.Auditor, null, null, null, 1, 1000, Ct)).Rows;
        Assert.DoesNotContain(audit, r => r.EntityKind == nameof(AccountabilityCase) || r.Values.Contains("问告", StringComparison.Ordinal));
        Assert.Null((await city.Get<AuditQueries>().Verify(city.Jurisdiction.Id, Ct)).BrokenAt);
    }

    [Fact]
    public async Task Every_reading_is_logged_and_shown_and_access_ends_when_it_is_ended()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenCase(Unit);
        await city.TellCase(id);
        var head = city.Head(Unit);
        await city.Get<CaseFileService>().Open(head, id, Ct);
        await city.Get<AccountabilityService>().Admit(head, id, city.Contact(Unit).PersonId, "经办人。", Ct);
        Assert.Equal(RuleBroken.NotAllowed, await Refusal(() => city.Get<AccountabilityService>().Admit(head, id, city.Auditor.PersonId, "监督。", Ct)));
        await city.Receive(Unit, (await city.Case(id)).NoticePaperId);
        await city.Get<CaseFileService>().Open(city.Contact(Unit), id, Ct);
        var view = await city.Get<CaseFileService>().Open(city.Office, id, Ct);
        Assert.Equal(
            new[] { head.Signature(), head.Signature(), city.Contact(Unit).Signature(), city.Office.Signature() }.Order(), view.Readings.Select(r => r.Reader).Order());
        Assert.Contains(view.Readings, r => r.What == "签收 问告〔2018〕1号");

        var (service, contact) = (city.Get<AccountabilityService>(), city.Contact(Unit).PersonId);
        Assert.Equal("member-reason", await Refusal(() => service.Remove(city.Office, id, contact, " ", Ct)));
        Assert.Equal("member-self", await Refusal(() => service.Remove(city.Office, id, city.Office.PersonId, "回避。", Ct)));
        Assert.Equal(RuleBroken.NotAllowed, await Refusal(() => service.Remove(head, id, contact, "调离。", Ct)));
        await service.Remove(city.Office, id, contact, "调离该岗位。", Ct);
        Assert.Equal(RuleBroken.NotFound, await Refusal(() => city.Get<CaseFileService>().Open(city.Contact(Unit), id, Ct)));
        Assert.Equal(RuleBroken.NotFound, await Refusal(() => service.Remove(city.Office, id, contact, "再次取消。", Ct)));
        var ended = (await city.Get<CaseFileService>().Open(head, id, Ct)).Readers.Single(r => r.PersonId == contact);
        Assert.Equal((city.Office.Signature(), "调离该岗位。", false), (ended.RemovedBy, ended.RemovedBecause, ended.MayEnd));
    }

    [Fact]
    public async Task The_last_of_the_unit_that_was_told_stays_on_the_list()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenCase(Unit);
        await city.TellCase(id);
        var (service, head) = (city.Get<AccountabilityService>(), city.Head(Unit).PersonId);

        Assert.Equal("member-last", await Refusal(() => service.Remove(city.Office, id, head, "调离。", Ct)));

        await service.Admit(city.Office, id, city.Contact(Unit).PersonId, "接办。", Ct);
        await service.Remove(city.Office, id, head, "调离。", Ct);
        Assert.Equal(RuleBroken.NotFound, await Refusal(() => city.Get<CaseFileService>().Open(city.Head(Unit), id, Ct)));
    }

    [Fact]
    public async Task Receipts_signatures_and_numbers_of_a_case_are_not_on_the_audit_screen()
    {
        await using var city = await TestCity.Create();
        var (_, id) = await OfLadder(city);
        await city.TellCase(id);
        await city.Receive(Unit, (await city.Case(id)).NoticePaperId);
        var kept = await city.Read(async db =>
        {
            var papers = await db.Papers.Where(p => p.CaseId == id).Select(p => p.Id).ToListAsync(Ct);
            var receipts = await db.PaperReceipts.Where(r => papers.Contains(r.PaperId)).Select(r => r.Id).ToListAsync(Ct);
            return papers.Concat(receipts).Concat(await db.Set<Signature>().Where(s => papers.Contains(s.PaperId)).Select(s => s.Id).ToListAsync(Ct)).Select(k => k.ToString()).ToList();
        });
        Assert.Equal(3, kept.Count);

        var screen = (await city.Get<AuditQueries>().Page(city.Auditor, null, null, null, 1, 1000, Ct)).Rows;
        var all = await city.Read(db => db.AuditEntries.Where(e => e.JurisdictionId == city.Jurisdiction.Id).ToListAsync(Ct));
        Assert.Superset(kept.ToHashSet(), all.Select(e => e.EntityId).ToHashSet());
        Assert.DoesNotContain(screen, r => kept.Contains(r.EntityId));
        Assert.Contains(all, e => e.EntityKind == nameof(PaperCounter));
        Assert.DoesNotContain(screen, r => r.EntityKind == nameof(PaperCounter));
        // What belongs to no case is all there.
        Assert.Contains(screen, r => r.EntityKind == nameof(AnnualTask));
        Assert.Contains(screen, r => r.EntityKind == nameof(EscalationStep));
    }

    [Fact]
    public async Task A_late_statement_is_kept_and_marked_and_none_is_recorded_when_the_term_ends()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenCase(Unit);
        await city.TellCase(id);
        await city.PassTo(city.Clock.Today().AddDays(20));
        Assert.Equal((CaseState.Told, "receipt"), ((await city.Case(id)).State, await city.Stands("accountability", id)));
        Assert.Equal("not-heard", await Refusal(() => city.ProposeCase(id)));
        await city.Receive(Unit, (await city.Case(id)).NoticePaperId);
        await city.PassTo(city.Clock.Today().AddDays(10), 23);
        Assert.Equal(CaseState.Told, (await city.Case(id)).State);
        await city.PassTo(city.Clock.Today().AddDays(1), 1);
        Assert.Equal((CaseState.Forming, true), ((await city.Case(id)).State, (await city.Case(id)).SilentAt is not null));

        Assert.False(await city.Get<DecisionService>().Hear(city.Head(Unit), id, "迟交的申辩。", [], Ct));
        Assert.True((await city.Case(id)).Statements.Single().IsLate);
        await city.ProposeCase(id);
        var proposal = await Paper(city, (await city.Case(id)).ProposalPaperId);
        Assert.Contains("（逾期）：迟交的申辩。", proposal.Model, StringComparison.Ordinal);
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task A_task_settled_before_the_notice_closes_the_case_with_that_reason()
    {
        await using var city = await TestCity.Create();
        var (task, id) = await OfLadder(city);
        await city.WriteOff(task.Id);

        var about = await city.Case(id);
        Assert.Equal((CaseState.Closed, "任务已销账"), (about.State, about.ClosedBecause));
        Assert.Equal(("over", "over"), (await city.Stands("accountability", id), await city.Stands("accountability-task", task.Id)));
        Assert.Equal("case-step", await Refusal(() => city.TellCase(id)));
        Assert.Equal(0, await city.Read(db => db.Papers.CountAsync(p => p.CaseId == id, Ct)));
    }

    [Fact]
    public async Task A_case_that_was_told_goes_on_after_the_task_is_settled_and_its_papers_say_so()
    {
        await using var city = await TestCity.Create();
        var (task, id) = await OfLadder(city);
        await city.TellCase(id);
        await city.Receive(Unit, (await city.Case(id)).NoticePaperId);
        await city.WriteOff(task.Id);
        await city.Get<DecisionService>().Hear(city.Head(Unit), id, "任务已完成。", [], Ct);
        await city.ProposeCase(id);
        await city.DecideCase(id);

        var about = await city.Case(id);
        Assert.Equal(CaseState.Decided, about.State);
        Assert.All(new[] { about.ProposalPaperId, about.DecisionPaperId }, p => Assert.Contains("各项权利不受影响", Paper(city, p).Result.Model, StringComparison.Ordinal));
        Assert.Equal(PaperState.Issued, (await Paper(city, about.NoticePaperId)).State);
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task Notice_and_recommendation_leave_over_a_leaders_password_alone()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenCase(Unit);
        var service = city.Get<AccountabilityService>();
        await service.Find(city.Office, id, 0, StoryCases.Finding, Ct);
        var version = (await city.Case(id)).Version;
        Assert.Equal("password-wrong", await Refusal(() => service.Tell(city.Leader, id, version, "wrong", Ct)));
        Assert.Equal(RuleBroken.NotAllowed, await Refusal(() => service.Tell(city.Office, id, version, TestSite.Password, Ct)));
        Assert.Equal(RuleBroken.Stale, await Refusal(() => service.Tell(city.Leader, id, version - 1, TestSite.Password, Ct)));
        Assert.Equal(0, await city.Read(db => db.Papers.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_new_version_of_the_terms_holds_for_new_cases_only()
    {
        await using var city = await TestCity.Create();
        var old = await city.OpenCase(Unit);
        var rules = city.Get<AccountabilityRuleService>();
        var values = AccountabilityRules.DefaultValues.Select(v => v.Kind == CaseTerm.Statement ? v with { Days = 5, Source = "市教育督导委员会议事规则" } : v).ToList();
        Assert.Equal(RuleBroken.NotAllowed, await Refusal(() => rules.Put(city.Office, 1, values, null, Ct)));
        Assert.Equal("term-source", await Refusal(() => rules.Put(city.Admin, 1, [.. values.Select(v => v with { Source = " " })], null, Ct)));
        Assert.Equal(2, await rules.Put(city.Admin, 1, values, "有了依据。", Ct));

        Assert.Equal((10, 5), ((await city.Clocks(old))[CaseTerm.Statement].Days, (await city.Clocks(await city.OpenCase(Unit)))[CaseTerm.Statement].Days));
    }

    [Fact]
    public async Task Each_paper_of_a_case_opens_in_another_program()
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        await using var city = await TestCity.Create();
        var (_, id) = await OfLadder(city);
        await city.TellCase(id);
        await city.Receive(Unit, (await city.Case(id)).NoticePaperId);
        await city.Get<DecisionService>().Hear(city.Head(Unit), id, "经办人张㐂、𠮷某已整改。", [], Ct);
        await city.ProposeCase(id);
        await city.DecideCase(id);
        var papers = await city.Read(db => db.Papers.Where(p => p.CaseId == id).Select(p => new { p.Kind, p.Sha256 }).ToListAsync(Ct));
        Assert.Equal(3, papers.Count);
        foreach (var sha in papers.Select(p => p.Sha256).Append((await city.Case(id)).Documents.First().Sha256))
        {
            using var bytes = new MemoryStream();
            await city.Files.Open(sha)!.CopyToAsync(bytes, Ct);
            var png = await Office.Png(bytes.ToArray(), "docx", 60);
            Assert.NotEmpty(png);
            if (Environment.GetEnvironmentVariable("EQUALIZATION_LOOK") is { } folder)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, sha[..8] + ".png"), png, Ct);
            }
        }
    }

    /// <summary>A late task whose ladder was sent up to accountability, signed by the leader, and the case opened on it.</summary>
    private static async Task<(AnnualTask Task, Guid Case)> OfLadder(TestCity city)
    {
        var task = await city.Late();
        await city.PassTo(new DateOnly(2018, 3, 26), 10);
        var matter = await city.Read(db => db.Escalations.SingleAsync(Ct));
        await city.Get<LadderService>().StartAt(city.Office, matter.Id, matter.Version, Rung.Accountability, "造成严重后果。", Ct);
        await city.PassTo(new DateOnly(2018, 3, 27), 10);
        var step = await city.Sign(Rung.Accountability, task.Id);
        var opening = new CaseOpening(step.Id, null, CaseTrigger.Behind, "任务严重滞后，经督办仍未整改。", null);
        var id = await city.Get<AccountabilityService>().Open(city.Office, opening, Ct);
        Assert.Equal("case-open", await Refusal(() => city.Get<AccountabilityService>().Open(city.Office, opening, Ct)));
        return (task, id);
    }

    private static async Task Hold(TestCity city, Guid taskId) => await city.Get<AmendmentService>().Hold(
        city.Office with { Day = city.Clock.Today() }, taskId, (await city.Task(taskId)).Version, "等待省级资金。", "省财政厅", city.Clock.Today(), Ct);

    private static async Task Resume(TestCity city, Guid taskId) => await city.Get<AmendmentService>().Resume(
        city.Office with { Day = city.Clock.Today() }, taskId, (await city.Task(taskId)).Version, "资金已到位。", Ct);

    private static Task<Paper> Paper(TestCity city, Guid? id) => city.Read(db => db.Papers.AsNoTracking().SingleAsync(p => p.Id == id, Ct));

    private static async Task<string> Refusal(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Code;
}
