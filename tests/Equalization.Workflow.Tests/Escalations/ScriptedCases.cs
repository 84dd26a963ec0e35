using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Escalations;

/// <summary>
/// The two accountability cases of the scripted year against one unit, through the services: A from the signed step of the ladder, by review and appeal to the
/// correction; A2 opened by hand within the year of the first decision, silent, with an appeal one day after its term.
/// </summary>
internal sealed class ScriptedCases(TestCity city, string unit)
{
    private const string Body = "市教育督导委员会";

    private Guid first;
    private Guid second;

    private static CancellationToken Ct => TestCity.Ct;

    private AccountabilityService Inquiry => city.Get<AccountabilityService>();

    private DecisionService Deciding => city.Get<DecisionService>();

    private RemedyService Remedies => city.Get<RemedyService>();

    public async Task Run(EscalationStep step)
    {
        await On(6, 28);
        first = await Inquiry.Open(city.Office, new CaseOpening(step.Id, null, CaseTrigger.Behind, "任务严重滞后，经约谈仍未整改。", new DateOnly(2018, 6, 27)), Ct);
        await On(7, 10);
        await Inquiry.Find(city.Office, first, await Version(first), StoryCases.Finding, Ct);
        await Unseen(first);
        await On(7, 11);
        await Inquiry.Tell(city.Leader, first, await Version(first), TestSite.Password, Ct);
        await On(7, 12);
        await city.Receive(unit, (await city.Case(first)).NoticePaperId);
        await On(7, 13);
        await city.Get<CaseFileService>().Open(city.Head(unit), first, Ct);
        await On(7, 22, 23);
        Assert.True(await Deciding.Hear(city.Head(unit), first, "采购两次流标，非主观拖延。", [], Ct));
        await On(7, 25);
        await Deciding.Form(city.Office, first, await Version(first), StoryCases.Finding, "陈述申辩理由不成立，建议予以督导通报。", Ct);
        await On(7, 26);
        await Deciding.Propose(city.Leader, first, await Version(first), Body, TestSite.Password, Ct);
        await On(8, 2);
        await Decide(first, "教督问〔2018〕7号", 1);
        Assert.Equal(StepState.Done, (await city.Steps(step.TaskId))[^1].State);
        await On(8, 3);
        await city.Receive(unit, (await city.Case(first)).DecisionPaperId);

        await Again();
        await Appealed();
    }

    /// <summary>The second case up to its late appeal, while the term of the first one's review runs.</summary>
    private async Task Again()
    {
        await On(8, 6);
        second = await Inquiry.Open(city.Office, new CaseOpening(null, city.Unit(unit).Id, CaseTrigger.Duties, "问责后仍不整改。", null), Ct);
        await On(8, 8);
        await Inquiry.Find(city.Office, second, await Version(second), StoryCases.Finding, Ct);
        await On(8, 9);
        await Inquiry.Tell(city.Leader, second, await Version(second), TestSite.Password, Ct);
        await On(8, 10);
        await city.Receive(unit, (await city.Case(second)).NoticePaperId);
        await On(8, 22);
        await Deciding.Form(city.Office, second, await Version(second), StoryCases.Finding, "一年内再次问责，建议从重。", Ct);
        await On(8, 23);
        await Deciding.Propose(city.Leader, second, await Version(second), Body, TestSite.Password, Ct);
        await On(8, 28);
        await Decide(second, "教督问〔2018〕9号", 27);
        await On(8, 29);
        await city.Receive(unit, (await city.Case(second)).DecisionPaperId);
        await On(9, 2, 23);
        Assert.True(await Remedies.Ask(city.Head(unit), first, RemedyKind.Review, "认定事实有误。", Ct));
        await On(9, 3);
        // What the decision orders is carried out while the review is open.
        await Deciding.Publish(city.Office, first, await Version(first), CaseRange.LeadingGroup, Ct);
        await On(9, 14);
        Assert.False(await Remedies.Ask(city.Head(unit), second, RemedyKind.Appeal, "处理过重。", Ct));
    }

    private async Task Appealed()
    {
        await On(10, 5);
        var owed = (await CaseRows(first)).Single(r => r.Term == CaseTerm.ReviewAnswer);
        Assert.Equal((ClockState.Missed, TermHolder.Office, 3), (owed.State, owed.Holder, owed.LateDays));
        await Answer(first, RemedyKind.Review, RemedyOutcome.Upheld, Body);
        await On(10, 8);
        await city.Receive(unit, (await city.Case(first)).Review!.PaperId);
        await On(10, 15);
        await Answer(second, RemedyKind.Appeal, RemedyOutcome.NotAdmitted, "省教育督导委员会");
        await On(10, 16);
        await city.FileCase(second);
        await Deciding.Archive(city.Office, second, await Version(second), Ct);
        await On(10, 23, 23);
        Assert.True(await Remedies.Ask(city.Head(unit), first, RemedyKind.Appeal, "不服复核决定。", Ct));
        await On(12, 7);
        await Answer(first, RemedyKind.Appeal, RemedyOutcome.Changed, "省教育督导委员会");
        await On(12, 10);
        await city.Receive(unit, (await city.Case(first)).Appeal!.PaperId);
        // Until it is put right the decision stands as it was made.
        Assert.Equal((CaseState.Decided, DecisionStanding.Stands), ((await city.Case(first)).State, (await city.Case(first)).Standing));
        await On(12, 20);
        var appeal = (await city.Case(first)).Appeal!;
        await Remedies.Correct(city.Office, first, appeal.Id, appeal.Version, "已变更为公开批评并书面告知。", Ct);
        await On(12, 21);
        await city.FileCase(first);
        await Deciding.Archive(city.Office, first, await Version(first), Ct);
    }

    /// <summary>What the database says of both cases, in the words of the table.</summary>
    public async Task<List<YearLine>> Lived()
    {
        var lines = new List<YearLine>();
        var papers = await city.Read(db => db.Papers.AsNoTracking().Include(p => p.Signatures).Include(p => p.Receipts).Where(p => p.CaseId == first || p.CaseId == second).ToListAsync(Ct));
        foreach (var (name, about) in new[] { ("A", await city.Case(first)), ("A2", await city.Case(second)) })
        {
            var rows = (await CaseRows(about.Id)).ToDictionary(r => r.Term, r => r.DueOn);
            void Did(DateTime? at, string? by, string act, string? number = null, DateOnly? termOn = null)
            {
                if (at is { } instant)
                {
                    lines.Add(new(name, ChinaTime.DayOf(instant), Who(by), act, number ?? "", termOn));
                }
            }

            void Left(Guid? paperId, string act, DateTime? at, string? number, DateOnly? termOn = null, DateOnly? receiptTermOn = null)
            {
                var paper = papers.Single(p => p.Id == paperId);
                Assert.Equal((at, number), (paper.IssuedAt, paper.Number));
                Did(at, Signer(paper.Signatures.Single()), act, number, termOn);
                foreach (var receipt in paper.Receipts)
                {
                    Did(receipt.SignedForAt, receipt.SignedForBy, "签收" + act, null, receiptTermOn);
                }
            }

            Did(about.OpenedAt, about.OpenedBy, "立案", null, rows[CaseTerm.Inquiry]);
            Did(about.FoundAt, null, "调查认定");
            Left(about.NoticePaperId, "告知书", about.ToldAt, about.NoticeNumber, null, rows[CaseTerm.Statement]);
            about.Statements.ToList().ForEach(s => Did(s.At, s.By, s.IsLate ? "陈述申辩（逾期）" : "陈述申辩"));
            Did(about.SilentAt, null, "未陈述申辩");
            Did(about.OpinionAt, null, "形成意见");
            Left(about.ProposalPaperId, "建议书", about.ProposedAt, about.ProposalNumber);
            Left(about.DecisionPaperId, "决定书", about.DecidedAt, about.DecisionNumber, null, rows[CaseTerm.Review] ?? rows[CaseTerm.Appeal]);
            Did(about.PublishedAt, about.PublishedBy, "公开");
            foreach (var remedy in about.Remedies)
            {
                Did(remedy.AskedAt, remedy.AskedBy, (remedy.Kind == RemedyKind.Review ? "申请复核" : "提出申诉") + (remedy.IsLate ? "（逾期）" : ""), null, remedy.AnswerDueOn);
                Left(remedy.PaperId, remedy.Kind == RemedyKind.Review ? "复核决定书" : "申诉处理决定书", remedy.AnsweredAt, remedy.Number, remedy.CorrectionDueOn,
                    remedy.Kind == RemedyKind.Review ? rows[CaseTerm.AppealAfterReview] : null);
                Did(remedy.CorrectedAt, remedy.CorrectedBy, "更正");
            }

            Assert.Equal(CaseState.Archived, about.State);
            Did(about.EndedAt, about.EndedBy, "归档");
        }

        return lines;
    }

    /// <summary>The clocks of both sides, who read what, and that the task's story names nobody of it.</summary>
    public async Task Hold(Guid taskId)
    {
        foreach (var (name, id) in new[] { ("A", first), ("A2", second) })
        {
            var read = await city.Read(db => db.CaseReadings.AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.At).ToListAsync(Ct));
            Assert.Equal(ExpectedYear.Readings.Where(r => r.Unit == name), read.Select(r => new YearReading(name, ChinaTime.DayOf(r.At), Who(r.Reader), r.What)));
            Assert.Equal(
                ExpectedYear.Terms.Where(t => t.Unit == name),
                (await CaseRows(id)).Select(r => new YearTerm(name, r.Term, r.Holder, r.Days, r.FromOn, r.DueOn, r.DoneOn, r.State, r.LateDays)));
        }

        await Unseen(first);
        await Unseen(second);
        var repeat = await city.Case(second);
        Assert.Equal((first, "教督问〔2018〕7号", 26), (repeat.RepeatOfId, repeat.RepeatNumber, repeat.RepeatDay));
        Assert.Null((await city.Case(first)).RepeatOfId);
        Assert.Equal((DecisionStanding.Changed, DecisionStanding.Stands), ((await city.Case(first)).Standing, repeat.Standing));

        var since = ChinaTime.StartOf(new DateOnly(2018, 5, 24));
        var story = await city.Read(db => db.Stories.AsNoTracking().Where(s => s.TaskId == taskId && s.At >= since).ToListAsync(Ct));
        var names = new[] { city.Head(unit).PersonName, city.Office.PersonName, city.Leader.PersonName, "张㐂", "问告", "问建", "案卷" };
        Assert.All(story, s => Assert.DoesNotContain(names, n => (s.Format + s.Arguments + s.Detail).Contains(n, StringComparison.Ordinal)));
        Assert.DoesNotContain(story, s => s.PersonName == city.Head(unit).PersonName);
    }

    /// <summary>The cases' own papers, by number, as the files read.</summary>
    public static void PapersHold(IReadOnlyDictionary<string, string> texts)
    {
        string[] toUnit = ["问告〔2018〕1号", "问告〔2018〕2号", "问〔2018〕1号", "问〔2018〕2号", "复〔2018〕1号", "申〔2018〕1号", "申〔2018〕2号"];
        Assert.All(toUnit, n => Assert.Contains("市教育局：", texts[n]));
        Assert.All(new[] { "问建〔2018〕1号", "问建〔2018〕2号" }, n => Assert.Contains(Body + "：", texts[n]));
        Assert.All(new[] { "问告〔2018〕1号", "问告〔2018〕2号" }, n => Assert.Contains("自签收本告知书之日起10日内", texts[n]));
        foreach (var decision in new[] { "问〔2018〕1号", "问〔2018〕2号" })
        {
            Assert.All(new[] { "基本情况", "问责事实", "问责依据", "问责方式", "生效时间" }, part => Assert.Contains(part, texts[decision]));
            Assert.All(
                new[] { "自签收之日起30日内", "在30日内答复", "自签收复核决定之日起15日内", "自签收本决定之日起15日内直接申诉", "申诉在60日内处理", "不停止本决定的执行" },
                term => Assert.Contains(term, texts[decision]));
        }

        Assert.Contains("采购两次流标", texts["问建〔2018〕1号"]);
        Assert.Contains("未提出陈述申辩", texts["问建〔2018〕2号"]);
        Assert.Contains("自签收之日起15日内向上一级机关申诉", texts["复〔2018〕1号"]);
        Assert.Contains("不停止本决定的执行", texts["复〔2018〕1号"]);
        Assert.Contains("维持原决定", texts["复〔2018〕1号"]);
        Assert.Contains("期限至2018年9月13日届满，该申请逾期提出", texts["申〔2018〕1号"].Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains("逾期提出，不予受理", texts["申〔2018〕1号"]);
        Assert.Contains("应于2018年12月22日前更正", texts["申〔2018〕2号"].Replace(" ", "", StringComparison.Ordinal));
        Assert.All(new[] { "问告〔2018〕1号", "问建〔2018〕1号", "问〔2018〕1号" }, n => Assert.DoesNotContain("从重情形", texts[n]));
        Assert.All(
            new[] { ("问告〔2018〕2号", 8), ("问建〔2018〕2号", 22), ("问〔2018〕2号", 26) }, p => Assert.Contains($"该单位已被 教督问〔2018〕7号 问责，自该决定作出之日起至今为第{p.Item2}日", texts[p.Item1]));

        // Signed days after the proposal, they bear the facts of the proposal.
        foreach (var (number, rung) in new[] { ("约〔2018〕1号", Rung.Interview), ("问告〔2018〕1号", Rung.Accountability), ("问建〔2018〕1号", Rung.Accountability) })
        {
            Assert.Contains(ExpectedYear.Lines.Single(l => l.Unit == "A" && l.Act == $"建议 {rung}").Late, texts[number]);
        }
    }

    private async Task Decide(Guid id, string number, int dayOfAugust) => await Deciding.Decide(city.Office, id, await Version(id),
        StoryCases.Decision(new DateOnly(2018, 8, dayOfAugust)) with { Number = number }, [], TestSite.Password, Ct);

    private async Task Answer(Guid id, RemedyKind kind, RemedyOutcome outcome, string body)
    {
        var remedy = (await city.Case(id)).Remedies.Single(r => r.Kind == kind);
        await Remedies.Answer(city.Office, id, remedy.Id, remedy.Version, new RemedyAnswer(outcome, "经复查，作出如下决定。", body), TestSite.Password, Ct);
    }

    /// <summary>Whoever is not on the list finds no case, and leaves no trace in its log.</summary>
    private async Task Unseen(Guid id)
    {
        foreach (var outsider in new[] { city.Auditor, city.Contact(unit) })
        {
            Assert.Equal(RuleBroken.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => city.Get<CaseFileService>().Open(outsider, id, Ct))).Code);
        }
    }

    /// <summary>As the case shows them, without a reading in its log.</summary>
    private async Task<IReadOnlyList<ClockRow>> CaseRows(Guid id)
    {
        var about = await city.Case(id);
        var rules = await city.Read(db => db.AccountabilityRules.AsNoTracking().Include(r => r.Terms).SingleAsync(r => r.Id == about.RulesId, Ct));
        return CaseClock.Of(about, await city.Read(db => CaseReceipts.Of(db, about, Ct)), rules, city.Clock.Today());
    }

    private string Who(string? by) => by is null ? "" : by == city.Office.Signature() ? "领导小组办公室" : by == city.Leader.Signature() ? "分管领导" : by == city.Head(unit).Signature() ? unit : "?";

    private static string Signer(Signature by) => $"{by.PersonName}（{by.UnitName}{by.Post}）";

    private async Task<int> Version(Guid id) => (await city.Case(id)).Version;

    private Task On(int month, int day, int hour = 9) => city.PassTo(new DateOnly(2018, month, day), hour);
}
