using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Escalations;

/// <summary>The ladder hands a matter on to the bulletin, and goes on when that is out.</summary>
public sealed class HandOnTests
{
    private static readonly DateOnly ListedOn = new(2018, 5, 7);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_signed_listing_comes_into_the_next_draft_and_the_ladder_goes_on_from_its_publication()
    {
        await using var city = await TestCity.Create();
        var task = await Listed(city);
        await city.PassTo(new DateOnly(2018, 6, 8));
        Assert.Equal(Rung.Bulletin, (await city.Steps())[^1].Rung);
        Assert.Equal("rest-changed rest-closed rest-moved", await city.Stands("escalation", task.Id));

        var bulletin = await city.Publish(await city.Draft());

        var line = Assert.Single(bulletin.Lines, l => l.TaskId == task.Id && l.UnitId == task.LeadUnitId);
        Assert.True(line.Stands);
        Assert.Equal((StepState.Done, (DateTime?)city.Clock.Now), (await city.Read(db => db.EscalationSteps.Where(s => s.Id == line.StepId).Select(s => new { s.State, s.FinishedAt }).SingleAsync(Ct))) is var done
            ? (done.State, done.FinishedAt) : default);
        var paper = await city.Read(db => db.Papers.SingleAsync(p => p.Id == bulletin.PaperId, Ct));
        Assert.Contains(paper.Document.Body.OfType<PaperTable>().SelectMany(t => t.Rows), r => r[1] == task.Number && r[^1].Contains("经督办仍未办结", StringComparison.Ordinal));
        // Friday 8 June and ten working days with the Dragon Boat festival between.
        await city.PassTo(new DateOnly(2018, 6, 25), 8);
        Assert.Equal(Rung.Bulletin, (await city.Steps())[^1].Rung);
        await city.PassTo(new DateOnly(2018, 6, 25));
        Assert.Equal(Rung.Interview, (await city.Steps())[^1].Rung);
    }

    [Fact]
    public async Task A_listing_signed_while_a_draft_lies_open_comes_into_that_draft_before_it_is_sent()
    {
        await using var city = await TestCity.Create();
        var task = await Until(city, ListedOn);
        var draft = await city.Draft();
        Assert.All(draft.Lines, l => Assert.Null(l.StepId));
        await city.Sign(Rung.Bulletin);
        var view = await city.Get<BulletinQueries>().One(city.Office, draft.Id, Ct);
        Assert.Equal(1, view.Coming);

        await city.Get<BulletinService>().SendToCheck(city.Office, draft.Id, draft.Version, null, Ct);

        Assert.NotNull((await city.Bulletin(draft.Id)).Lines.Single(l => l.TaskId == task.Id && l.UnitId == task.LeadUnitId).StepId);
    }

    [Fact]
    public async Task A_listed_line_leaves_the_draft_only_with_a_reason_and_waits_for_the_next()
    {
        await using var city = await TestCity.Create();
        await Listed(city);
        await city.PassTo(ListedOn.AddDays(1));
        var draft = await city.Draft();
        var line = draft.Lines.Single(l => l.StepId is not null);
        var service = city.Get<BulletinService>();
        Assert.Equal("drop-reason", (await Assert.ThrowsAsync<RuleBroken>(() => service.DropLine(city.Office, draft.Id, line.Id, line.Version, " ", Ct))).Code);
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => service.DropLine(city.Leader, draft.Id, line.Id, line.Version, "另议。", Ct))).Code);
        await service.DropLine(city.Office, draft.Id, line.Id, line.Version, "本周内办结。", Ct);
        Assert.Equal("line-dropped", (await Assert.ThrowsAsync<RuleBroken>(() => service.DropLine(city.Office, draft.Id, line.Id, line.Version + 1, "本周内办结。", Ct))).Code);
        await service.Write(city.Office, draft.Id, draft.Version, new BulletinWording("关于滞后事项的通报", "截至{截止日}。", "请整改。", ListedOn.AddDays(30), false), Ct);

        line = (await city.Bulletin(draft.Id)).Lines.Single(l => l.Id == line.Id);
        Assert.Equal((false, "本周内办结。", city.Office.Signature()), (line.Stands, line.DroppedBecause, line.DroppedBy));
        await service.Drop(city.Office, draft.Id, (await city.Bulletin(draft.Id)).Version, "下期一并印发。", Ct);
        await city.PassTo(ListedOn.AddDays(2));
        var next = await city.Draft();
        Assert.Equal(line.StepId, next.Lines.Single(l => l.StepId is not null).StepId);
        Assert.Equal(StepState.Served, (await city.Steps())[^1].State);
    }

    [Fact]
    public async Task A_matter_that_ended_drops_out_of_the_draft_and_no_ladder_moves_when_it_is_published()
    {
        await using var city = await TestCity.Create();
        var task = await Listed(city);
        var other = await city.Late(new DateOnly(2018, 4, 20));
        await city.PassTo(ListedOn.AddDays(1));
        var draft = await city.Draft();
        Assert.Contains(draft.Lines, l => l.TaskId == other.Id);
        await city.WriteOff(task.Id);
        var view = await city.Get<BulletinQueries>().One(city.Office, draft.Id, Ct);
        var ended = draft.Lines.Where(l => l.StepId is not null).Select(l => l.Id).ToList();
        Assert.Equal(ended, view.Ended);

        var bulletin = await city.Publish(draft);

        Assert.Equal(("任务已销账", "系统", false), bulletin.Lines.Single(l => l.Id == ended[0]) is var line ? (line.DroppedBecause, line.DroppedBy, line.Stands) : default);
        Assert.DoesNotContain(bulletin.Standing, l => l.StepId is not null);
        Assert.DoesNotContain(await city.Steps(task.Id), s => s.State == StepState.Done);
    }

    [Fact]
    public async Task An_exempted_unit_is_not_named_for_that_day()
    {
        await using var city = await TestCity.Create();
        var task = await city.Late();
        await city.Late(new DateOnly(2018, 4, 20));
        await city.PassTo(ListedOn);
        var matter = await city.Read(db => db.Escalations.SingleAsync(e => e.TaskId == task.Id, Ct));
        await city.Get<LadderService>().Exempt(city.Leader, matter.Id, matter.Version, ExemptionGround.ForceMajeure, "洪水。", TestSite.Password, Ct);
        var draft = await city.Draft();
        var line = draft.Lines.Single(l => l.TaskId == task.Id && l.UnitId == task.LeadUnitId);
        Assert.Equal((false, "已决定免责"), (line.Stands, line.DroppedBecause));
    }

    [Fact]
    public async Task The_signer_is_told_what_happened_since_the_facts_were_taken()
    {
        await using var city = await TestCity.Create();
        var task = await Until(city, new DateOnly(2018, 4, 3));
        var step = (await city.Steps())[^1];
        var queries = city.Get<SupervisionQueries>();
        Assert.Empty((await queries.One(city.Office, step.Id, Ct)).Since);
        await city.PassTo(new DateOnly(2018, 4, 4));
        await city.ReportApproved(await city.Task(task.Id), CityTasks.Lead, 80);

        var since = (await queries.One(city.Office, step.Id, Ct)).Since;

        Assert.NotEmpty(since);
        Assert.Equal(since.Count, (await queries.ToSign(city.Office, null, 1, 50, Ct)).Rows.Single().Since);
    }

    /// <summary>The task's ladder as it stands on a day, everything proposed before it signed by then, the last proposal open.</summary>
    private static async Task<AnnualTask> Until(TestCity city, DateOnly day)
    {
        var task = await city.Late();
        foreach (var (on, rung) in new[] { (new DateOnly(2018, 4, 3), Rung.Supervision), (new DateOnly(2018, 4, 19), Rung.Letter) }.Where(s => s.Item1 < day))
        {
            await city.PassTo(on);
            await city.Sign(rung);
        }

        await city.PassTo(day);
        return task;
    }

    private static async Task<AnnualTask> Listed(TestCity city)
    {
        var task = await Until(city, ListedOn);
        await city.Sign(Rung.Bulletin);
        return task;
    }
}
