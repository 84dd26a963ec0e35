using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>
/// The test city on 10 April 2018 with a plan in force and one task in every state; a task is found by its title, which names its state.
/// All are led by the education bureau with the finance bureau cooperating, but for <see cref="Counties"/>. How it came about: <see cref="StoryTeller"/>.
/// </summary>
public sealed class StoryCity : IAsyncDisposable
{
    public const string Lead = "市教育局";
    public const string Cooperating = "市财政局";

    /// <summary>A unit of the same city that takes part in none of the tasks.</summary>
    public const string Bystander = "市国土局";

    /// <summary>A unit in which nobody holds a post.</summary>
    public const string EmptyUnit = "市统计局";

    public const string Issued = "待签收";
    public const string Signed = "已签收";
    public const string Declined = "已退回待裁定";
    public const string Drafted = "报告草稿";
    public const string Reported = "报告待审签";
    public const string Approved = "报告已审签有求助";
    public const string ExtensionAtHead = "延期待审签";
    public const string ExtensionAtOffice = "延期待批";
    public const string CompletionAtHead = "办结待审签";
    public const string CompletionAtOffice = "办结待审核";
    public const string WrittenOff = "已销账";
    public const string Late = "已逾期";
    public const string Counties = "各区县";

    public const string PlanTitle = "测试市推进义务教育优质均衡发展行动计划（2018—2020年）";

    /// <summary>A second plan in force, of which nothing is issued and no draft is open.</summary>
    public const string OtherPlanTitle = "测试市中小学校建设实施方案";

    /// <summary>Measures of the draft of the plan's second version; the lead unit of the last is not matched.</summary>
    public static readonly IReadOnlyList<string> DraftTitles = ["扩充学位", "均衡编制", "家校共育"];

    public static readonly DateOnly Today = new(2018, 4, 10);

    public static readonly IReadOnlyList<string> Titles =
    [
        Issued, Signed, Declined, Drafted, Reported, Approved, ExtensionAtHead, ExtensionAtOffice, CompletionAtHead, CompletionAtOffice, WrittenOff, Late, Counties,
    ];

    private static readonly Lazy<Task<TestDatabase>> Template = new(MakeTemplate);

    private StoryCity(TestCity city) => City = city;

    public TestCity City { get; }

    /// <summary>A copy of the story on an SQLite file, whatever server the other tests run on.</summary>
    public static async Task<StoryCity> Create()
    {
        var template = await Template.Value;
        var city = await TestCity.OnCopyOf(template);
        city.Clock.SetDay(Today);
        return new StoryCity(city);
    }

    public Task<AnnualTask> Task(string title) => City.Read(db =>
        db.AnnualTasks.AsNoTracking().Include(t => t.Units).Include(t => t.Targets).OrderBy(t => t.Number).FirstAsync(t => t.Title == title, default));

    public async Task<TaskUnit> Part(string title, string unit) => (await Task(title)).Units.Single(u => u.UnitId == City.Unit(unit).Id);

    /// <summary>The supervision paper of a task: proposed for <see cref="Late"/> and <see cref="Drafted"/>, served for <see cref="Approved"/>.</summary>
    public async Task<EscalationStep> Paper(string title)
    {
        var task = await Task(title);
        return await City.Read(db => db.EscalationSteps.AsNoTracking().SingleAsync(s => s.TaskId == task.Id && s.Rung == Rung.Supervision, default));
    }

    /// <summary>The letter that waits for the leader in charge.</summary>
    public async Task<EscalationStep> Letter()
    {
        var task = await Task(Signed);
        return await City.Read(db => db.EscalationSteps.AsNoTracking().SingleAsync(s => s.TaskId == task.Id && s.Rung == Rung.Letter, default));
    }

    public async Task<Escalation> Matter(string title)
    {
        var task = await Task(title);
        return await City.Read(db => db.Escalations.AsNoTracking().Include(e => e.Steps).SingleAsync(e => e.TaskId == task.Id, default));
    }

    /// <summary>The draft of the city's ladder, if there is one.</summary>
    public Task<LadderDraft?> LadderDraft() =>
        City.Read(db => db.LadderDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.JurisdictionId == City.Jurisdiction.Id, default));

    /// <summary>The signed notice of the served paper, waiting to be signed for.</summary>
    public Task<Paper> SignedPaper() => City.Read(db => db.Papers.AsNoTracking().OrderBy(p => p.Id).FirstAsync(p => p.Kind == PaperKind.Supervision, default));

    public Task<Plan> Plan() => City.Read(db => db.Plans.AsNoTracking().SingleAsync(p => p.Title == PlanTitle, default));

    public Task<Plan> OtherPlan() => City.Read(db => db.Plans.AsNoTracking().SingleAsync(p => p.Title == OtherPlanTitle, default));

    public Task<PlanVersion> DraftVersion() => City.Read(db => db.PlanVersions.AsNoTracking().FirstAsync(v => v.State == PlanVersionState.Draft, default));

    public Task<PlanVersion> Version(Guid planId, int number) =>
        City.Read(db => db.PlanVersions.AsNoTracking().SingleAsync(v => v.PlanId == planId && v.Number == number, default));

    public async Task<List<Measure>> DraftMeasures() => await Measures(await DraftVersion());

    public Task<List<Measure>> Measures(PlanVersion version) => City.Read(db => db.Measures.AsNoTracking()
        .Include(m => m.Units).Include(m => m.Deadlines).Include(m => m.Targets)
        .Where(m => m.PlanVersionId == version.Id).OrderBy(m => m.Position).AsSplitQuery().ToListAsync(default));

    /// <summary>The newest report of a unit on a task.</summary>
    public async Task<ProgressReport> Report(string title, string unit)
    {
        var part = await Part(title, unit);
        return await City.Read(db => db.ProgressReports.AsNoTracking().Where(r => r.TaskUnitId == part.Id).OrderByDescending(r => r.PeriodLastDay).FirstAsync(default));
    }

    public async Task<ExtensionRequest> Extension(string title)
    {
        var task = await Task(title);
        return await City.Read(db => db.ExtensionRequests.AsNoTracking().SingleAsync(r => r.TaskId == task.Id, default));
    }

    public async Task<CompletionRequest> Completion(string title)
    {
        var task = await Task(title);
        return await City.Read(db => db.CompletionRequests.AsNoTracking().SingleAsync(r => r.TaskId == task.Id, default));
    }

    /// <summary>The newest urge of all.</summary>
    public Task<Urge> Urge() => City.Read(db => db.Urges.AsNoTracking().OrderByDescending(u => u.At).ThenByDescending(u => u.Id).FirstAsync(default));

    /// <summary>The draft of the city's reminder rules, if there is one.</summary>
    public Task<ReminderDraft?> RuleDraft() =>
        City.Read(db => db.ReminderDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.JurisdictionId == City.Jurisdiction.Id, default));

    public Task<Guid> DigestOf(Guid personId) => City.Read(db => db.Digests.Where(d => d.PersonId == personId).Select(d => d.Id).FirstAsync(default));

    /// <summary>The look-back of the task that is written off, drawn when there is none.</summary>
    public async Task<LookBack> LookBack()
    {
        Task<LookBack?> Find() => City.Read(db => db.LookBacks.AsNoTracking().OrderBy(l => l.Id).FirstOrDefaultAsync(default));
        if (await Find() is { } there)
        {
            return there;
        }

        await City.Lay(db =>
        {
            var writeOff = db.WriteOffs.OrderBy(w => w.Number).First();
            var rules = Core.LookBacks.LookBackRules.Default(City.Jurisdiction.Id, City.Clock.Now);
            var draw = new LookBackDraw(rules, ReportPeriod.Containing(writeOff.On, rules.Cycle), [writeOff.Number], LookBackSample.NewSeed(), "系统", City.Clock.Now);
            db.AddRange(rules, draw, new LookBack(draw, writeOff, Today.AddDays(20)));
        });
        return (await Find())!;
    }

    public Task<HelpRequest> Help() => City.Read(db => db.HelpRequests.AsNoTracking().SingleAsync(default));

    /// <summary>The process of the help request.</summary>
    public async Task<Instance> HelpProcess()
    {
        var correlation = ProcessMoves.Correlation((await Help()).Id);
        return await City.Read(db => db.Set<Instance>().AsNoTracking().SingleAsync(i => i.CorrelationId == correlation, default));
    }

    /// <summary>The process that stands still with an incident, on the task that waits to be signed for.</summary>
    public Task<Instance> StoppedProcess() => City.Read(db => db.Set<Instance>().AsNoTracking().SingleAsync(i => i.Status == InstanceStatus.Faulted, default));

    public Task<EvidenceVersion> Proof() => City.Read(db => db.EvidenceVersions.AsNoTracking().OrderBy(v => v.Id).FirstAsync(default));

    /// <summary>A picture of the lead unit that no report cites yet; laid down when there is none.</summary>
    public async Task<Guid> Photo()
    {
        Task<Guid> Find() => City.Read(db => db.EvidenceVersions.Where(v => v.ContentType == "image/png").Select(v => v.Id).FirstOrDefaultAsync(default));
        if (await Find() is var there && there != Guid.Empty)
        {
            return there;
        }

        using var dot = new MemoryStream(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        await City.Get<EvidenceService>().Upload(City.Contact(Lead), new EvidenceUpload("现场.png", "现场照片", "现场照片", null), dot, default);
        return await Find();
    }

    /// <summary>Somebody who holds a post and has no account.</summary>
    public Task<Person> Newcomer() => City.Read(db => db.People.AsNoTracking().SingleAsync(p => p.Name == TestSite.WithoutAccount, default));

    public Task<Membership> PostOf(Guid personId) => City.Read(db => db.Memberships.AsNoTracking().SingleAsync(m => m.PersonId == personId, default));

    /// <summary>The leader's charge of the lead unit.</summary>
    public Task<Portfolio> Charge()
    {
        var unit = City.Unit(Lead).Id;
        return City.Read(db => db.Portfolios.AsNoTracking().SingleAsync(p => p.UnitId == unit, default));
    }

    public Task<UnitGroup> Group() => City.Read(db => db.UnitGroups.AsNoTracking().Include(g => g.Members).SingleAsync(default));

    public Task<Notice> NoticeTo(Guid personId) => City.Read(db => db.Notices.AsNoTracking().OrderBy(n => n.Id).FirstAsync(n => n.PersonId == personId, default));

    /// <summary>A mail that was given up, laid down when there is none.</summary>
    public async Task<OutgoingMail> ParkedMail()
    {
        Task<OutgoingMail?> Find() => City.Read(db => db.OutgoingMails.AsNoTracking().OrderBy(m => m.Id).FirstOrDefaultAsync(m => m.State == MailState.Parked, default));
        if (await Find() is { } there)
        {
            return there;
        }

        await City.Lay(db =>
        {
            var mail = db.PostPlain(new MailTo(null, "zhang@example.gov.cn", "张三"), "测试邮件", "正文");
            mail.Begin(City.Clock.Now, City.Clock.Now, "example.gov.cn");
            mail.Park(new MailReason("邮件服务器拒收（{0}）。请联系邮件管理员。", "550 5.7.1 No"));
        });
        return (await Find())!;
    }

    public ValueTask DisposeAsync() => City.DisposeAsync();

    private static async Task<TestDatabase> MakeTemplate()
    {
        var template = await TestCity.CopyOfTemplate();
        var city = await TestCity.OnCopyOf(template, inPlace: true);
        await new StoryTeller(city).Tell();
        await city.CloseServices();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(template.Folder, recursive: true);
        return template;
    }
}
