using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Amendments;

/// <summary>What holds after any sequence of changes to what was issued, with units signing and days passing between them.</summary>
public sealed class AmendmentPropertyTests
{
    /// <summary>A refusal in words is an answer; anything else is a fault.</summary>
    private static readonly HashSet<string> Answers =
    [
        "task-closed", "task-held", "task-held-already", "task-not-held", "task-under-review", "hold-day", "extension-not-last", "extension-decided", "extension-day",
        "not-written-off", "content-same", "lead-same", "lead-cooperates", "lead-due", "due-in-past", "already-signed", "not-declined", "replace-number",
    ];

    private static readonly string[] Units = [StoryCity.Lead, StoryCity.Cooperating, StoryCity.Bystander, "市编办", "市人社局"];

    private static CancellationToken Ct => TestCity.Ct;

    /// <summary>Seeds of the sequences: four, sixty with EQUALIZATION_FULL=1.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("EQUALIZATION_FULL") == "1" ? 60 : 4)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Any_sequence_of_changes_leaves_a_responsible_unit_a_valid_chain_and_every_row(int seed)
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var ids = await city.Read(db => db.AnnualTasks.OrderBy(t => t.Number).Select(t => t.Id).ToListAsync(Ct));
        var before = await Rows(city);
        var targets = await Targets(city);
        var (random, service, replacing, day, made) = (new Random(seed), city.Get<AmendmentService>(), city.Get<ReplacementService>(), StoryCity.Today, new List<AmendmentKind>());
        for (var i = 0; i < 60; i++)
        {
            if (random.Next(4) == 0)
            {
                day = day.AddDays(random.Next(1, 12));
                await city.PassTo(day);
            }

            // No two acts are of one instant.
            city.Clock.Advance(TimeSpan.FromMinutes(1));
            var office = city.Office with { Day = day };
            var task = await city.Task(ids[random.Next(ids.Count)]);
            AmendmentKind? kind = null;
            try
            {
                switch (random.Next(20))
                {
                    case 0:
                        await service.Withdraw(office, task.Id, task.Version, "撤回。", Ct);
                        kind = AmendmentKind.Withdrawal;
                        break;
                    case < 4:
                        await service.Hold(office, task.Id, task.Version, "等待。", "省财政厅", day.AddDays(-random.Next(3)), Ct);
                        kind = AmendmentKind.Hold;
                        break;
                    case < 7:
                        await service.Resume(office, task.Id, task.Version, "恢复。", Ct);
                        kind = AmendmentKind.Resumption;
                        break;
                    case 7:
                        await service.UndoExtension(office, task.Id, task.Version, "误批。", Ct);
                        kind = AmendmentKind.ExtensionUndone;
                        break;
                    case 8:
                        await service.UndoWriteOff(office, task.Id, task.Version, "误销。", day.AddDays(random.Next(60)), Ct);
                        kind = AmendmentKind.WriteOffUndone;
                        break;
                    case 9 when await city.Read(db => db.ExtensionRequests.AsNoTracking().FirstOrDefaultAsync(e => e.State == ExtensionState.WithOffice, Ct)) is { } asked:
                        await city.Get<ExtensionService>().Grant(office, asked.Id, asked.Version, asked.NewDueOn, null, Ct);
                        break;
                    case < 12:
                        await service.AmendContent(office, task.Id, task.Version, "调整。", task.Title, "内容之" + random.Next(3), task.Criteria, Ct);
                        kind = AmendmentKind.ContentAmended;
                        break;
                    case < 14:
                        DateOnly? dueOn = random.Next(2) == 0 ? null : day.AddDays(random.Next(-2, 60));
                        await service.MoveLead(office, task.Id, task.Version, "划转。", city.Unit(Units[random.Next(Units.Length)]).Id, dueOn, Ct);
                        kind = AmendmentKind.LeadMoved;
                        break;
                    case 14:
                        var halves = task.Targets.Select(t => t.Id).ToLookup(_ => random.Next(2));
                        ids.AddRange(await replacing.Replace(office, task.Id, task.Version, new Replacement("分头。", [], [New(city, random, day, [.. halves[0]]), New(city, random, day, [.. halves[1]])]), Ct));
                        kind = AmendmentKind.Split;
                        break;
                    case 15:
                        var other = await city.Task(ids[random.Next(ids.Count)]);
                        ids.AddRange(await replacing.Replace(office, task.Id, task.Version, new Replacement("合办。", [other.Number], [New(city, random, day)]), Ct));
                        kind = other.Id == task.Id ? AmendmentKind.Reissued : AmendmentKind.Merged;
                        made.AddRange(other.Id == task.Id ? [] : [AmendmentKind.Merged]);
                        break;
                    default:
                        await Sign(city, task, day);
                        break;
                }
            }
            catch (RuleBroken e) when (Answers.Contains(e.Code))
            {
                Assert.Equal(task.Version, (await city.Task(task.Id)).Version);
            }

            if (kind is { } done)
            {
                made.Add(done);
            }
        }

        Assert.True(made.Distinct().Count() > 3, string.Join(' ', made));
        Assert.Equal(made.Order(), (await city.Read(db => db.Amendments.Select(a => a.Kind).ToListAsync(Ct))).Order());
        var tasks = await city.Read(db => db.AnnualTasks.AsNoTracking().Include(t => t.Units).ToListAsync(Ct));
        Assert.All(tasks, t => Assert.Single(t.Units, u => u.Role == UnitRole.Lead && u.UnitId == t.LeadUnitId));
        Assert.All(tasks.Where(t => t.IsOpen), t => Assert.True(t.Lead.TakesPart));
        Assert.All(tasks, t => Assert.All(t.Units, u => Assert.Equal(t.HeldSince, u.HeldSince)));
        var told = await city.Read(db => ClockReading.Of(db, ids, ClockReading.Until(city.Clock.Now), Ct));
        Assert.All(tasks, t => Assert.Equal(told[t.Id].HeldBefore(day), t.Held));
        Assert.All(tasks, t => Assert.All(t.Units, u => Assert.Equal(t.Held, u.Held)));
        Assert.Contains(tasks, t => !t.Held.IsEmpty);
        var goesOn = (await city.Read(db => db.TaskSuccessions.AsNoTracking().ToListAsync(Ct))).ToLookup(s => s.FromTaskId);
        Assert.All(tasks, t => Assert.Equal(t.IsReplaced, goesOn[t.Id].Any()));
        Assert.Equal(made.Count(k => k is AmendmentKind.Split or AmendmentKind.Merged or AmendmentKind.Reissued), tasks.Count(t => t.IsReplaced));
        // Whatever was demanded is still, on the task or on one that goes on for it.
        var demanded = (await Targets(city)).ToLookup(t => t.TaskId, t => t.AsWritten);
        Assert.All(targets, t => Assert.Contains(t.AsWritten, demanded[t.TaskId]));
        Assert.All(tasks.Where(t => t.IsReplaced), t => Assert.Empty(demanded[t.Id].Except(goesOn[t.Id].SelectMany(s => demanded[s.ToTaskId]))));
        var texts = (await city.Read(db => db.TaskContents.AsNoTracking().ToListAsync(Ct))).ToLookup(c => c.TaskId);
        Assert.All(tasks, t => Assert.Equal(t.AmendedTimes == 0 ? [] : Enumerable.Range(1, t.ContentNumber), texts[t.Id].Select(c => c.Number).Order()));
        Assert.All(tasks.Where(t => t.AmendedTimes > 0), t => Assert.Equal(t.Text, texts[t.Id].MaxBy(c => c.Number)!.Text));
        Assert.All(before.Except(await Rows(city)), row => Assert.Fail("lost: " + row));
        Assert.Null((await city.Get<AuditQueries>().Verify(city.Jurisdiction.Id, Ct)).BrokenAt);
        Assert.Single(await city.Stopped());
    }

    private static NewTask New(TestCity city, Random random, DateOnly day, params Guid[] targets) =>
        new("承接的任务", "承接的内容。", "承接的标准。", city.Unit(Units[random.Next(Units.Length)]).Id, day.AddDays(random.Next(1, 90)), targets);

    private static async Task<List<(Guid TaskId, string AsWritten)>> Targets(TestCity city) =>
        (await city.Read(db => db.TaskTargets.Select(t => new { t.TaskId, t.AsWritten }).ToListAsync(Ct))).ConvertAll(t => (t.TaskId, t.AsWritten));

    private static async Task Sign(TestCity city, AnnualTask task, DateOnly day)
    {
        var named = Units.ToDictionary(n => city.Unit(n).Id);
        if (task.Units.FirstOrDefault(u => u.State == TaskUnitState.ToSign && named.ContainsKey(u.UnitId)) is { } part)
        {
            await city.Get<SignForService>().SignFor(city.Contact(named[part.UnitId]) with { Day = day }, part.Id, part.Version, Ct);
        }
    }

    /// <summary>Every row that a change might be tempted to remove.</summary>
    private static async Task<HashSet<string>> Rows(TestCity city) => await city.Read(async db => new HashSet<string>(
    [
        .. (await db.AnnualTasks.Select(x => x.Id).ToListAsync(Ct)).Select(id => $"task {id}"), .. (await db.TaskUnits.Select(x => x.Id).ToListAsync(Ct)).Select(id => $"part {id}"),
        .. (await db.ProgressReports.Select(x => x.Id).ToListAsync(Ct)).Select(id => $"report {id}"), .. (await db.Evidence.Select(x => x.Id).ToListAsync(Ct)).Select(id => $"evidence {id}"),
        .. (await db.ExtensionRequests.Select(x => x.Id).ToListAsync(Ct)).Select(id => $"extension {id}"), .. (await db.CompletionRequests.Select(x => x.Id).ToListAsync(Ct)).Select(id => $"completion {id}"),
        .. (await db.WriteOffs.Select(x => x.Id).ToListAsync(Ct)).Select(id => $"write-off {id}"), .. (await db.Stories.Select(x => x.Id).ToListAsync(Ct)).Select(id => $"story {id}"),
        .. (await db.DueMoves.Select(x => x.Id).ToListAsync(Ct)).Select(id => $"move {id}"), .. (await db.Escalations.Select(x => x.Id).ToListAsync(Ct)).Select(id => $"matter {id}"),
    ]));
}
