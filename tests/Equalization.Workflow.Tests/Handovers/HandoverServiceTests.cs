using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Handovers;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Handovers;

public sealed class HandoverServiceTests : IAsyncLifetime
{
    private StoryCity story = null!;
    private Actor giver = null!;
    private Actor taker = null!;

    private TestCity City => story.City;

    private HandoverService Service => City.Get<HandoverService>();

    public async ValueTask InitializeAsync()
    {
        story = await StoryCity.Create();
        giver = City.Contact(StoryCity.Lead);
        taker = await Successors.In(City);
    }

    public ValueTask DisposeAsync() => story.DisposeAsync();

    [Fact]
    public async Task Both_confirm_and_the_tasks_in_hand_name_the_new_holder_while_history_keeps_the_old()
    {
        var before = await Told(StoryCity.Signed);
        var id = await Service.Open(giver, giver.MembershipId, taker.MembershipId, TestCity.Ct);
        var view = await City.Get<HandoverQueries>().View(taker, id, TestCity.Ct);
        Assert.Contains(view.Items, i => i.Kind == HandoverItemKind.Task && i.Title.EndsWith(StoryCity.Signed, StringComparison.Ordinal));
        Assert.Contains(view.Items, i => i.Kind == HandoverItemKind.Report && i.Title.EndsWith(StoryCity.Drafted, StringComparison.Ordinal));
        Assert.Contains(view.Items, i => i.Kind == HandoverItemKind.Supervision);
        Assert.DoesNotContain(view.Items, i => i.Title.EndsWith(StoryCity.WrittenOff, StringComparison.Ordinal));

        await Service.Take(taker, id, 0, TestCity.Ct);
        Assert.NotEqual(taker.PersonId, (await story.Part(StoryCity.Signed, StoryCity.Lead)).HolderId);
        await Service.Give(giver, id, 1, TestCity.Ct);

        Assert.Equal(taker.PersonId, (await story.Part(StoryCity.Signed, StoryCity.Lead)).HolderId);
        Assert.Equal(HandoverState.Done, (await City.Get<HandoverQueries>().View(taker, id, TestCity.Ct)).Handover.State);
        var after = await Told(StoryCity.Signed);
        Assert.Equal(before, after[..before.Count]);
        Assert.Contains("岗位交接", after[^1], StringComparison.Ordinal);
        Assert.Null((await City.Get<AuditQueries>().Verify(City.Jurisdiction.Id, TestCity.Ct)).BrokenAt);
        await Refuses("handover-over", () => Service.Give(giver, id, 2, TestCity.Ct));
    }

    [Fact]
    public async Task A_refusal_goes_to_the_office_which_decides()
    {
        var id = await Service.Open(giver, giver.MembershipId, taker.MembershipId, TestCity.Ct);
        await Refuses("handover-reason", () => Service.Refuse(taker, id, 0, " ", TestCity.Ct));
        await Service.Refuse(taker, id, 0, "台账不全", TestCity.Ct);
        await Refuses("handover-over", () => Service.Give(giver, id, 1, TestCity.Ct));
        await Refuses(RuleBroken.NotAllowed, () => Service.Decide(giver, id, 1, true, "照办", TestCity.Ct));
        Assert.True(await City.Read(db => db.Notices.AnyAsync(n => n.PersonId == City.Office.PersonId && n.SubjectId == id)));

        await Service.Decide(City.Office, id, 1, true, "资料补齐后由接任人办理", TestCity.Ct);
        Assert.Equal(taker.PersonId, (await story.Part(StoryCity.Signed, StoryCity.Lead)).HolderId);
    }

    [Fact]
    public async Task A_handover_that_the_office_drops_changes_nothing_and_makes_room_for_another()
    {
        var id = await Service.Open(City.Office, giver.MembershipId, taker.MembershipId, TestCity.Ct);
        await Refuses("handover-open", () => Service.Open(giver, giver.MembershipId, taker.MembershipId, TestCity.Ct));
        await Service.Refuse(taker, id, 0, "另有任用", TestCity.Ct);
        await Service.Decide(City.Office, id, 1, false, "另行安排", TestCity.Ct);

        Assert.NotEqual(taker.PersonId, (await story.Part(StoryCity.Signed, StoryCity.Lead)).HolderId);
        await Service.Open(giver, giver.MembershipId, taker.MembershipId, TestCity.Ct);
    }

    [Fact]
    public async Task Only_another_in_the_same_role_of_the_unit_succeeds_and_strangers_see_nothing()
    {
        await Refuses("handover-posts", () => Service.Open(giver, giver.MembershipId, City.Head(StoryCity.Lead).MembershipId, TestCity.Ct));
        await Refuses("handover-posts", () => Service.Open(giver, giver.MembershipId, City.Contact(StoryCity.Cooperating).MembershipId, TestCity.Ct));
        await Refuses(RuleBroken.NotAllowed, () => Service.Open(City.Contact(StoryCity.Cooperating), giver.MembershipId, taker.MembershipId, TestCity.Ct));
        var id = await Service.Open(giver, giver.MembershipId, taker.MembershipId, TestCity.Ct);
        await Refuses(RuleBroken.NotFound, () => City.Get<HandoverQueries>().View(City.Contact(StoryCity.Cooperating), id, TestCity.Ct));
        await Refuses(RuleBroken.NotAllowed, () => Service.Take(giver, id, 0, TestCity.Ct));
        await Refuses(RuleBroken.Stale, () => Service.Take(taker, id, 5, TestCity.Ct));
    }

    private static async Task Refuses(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);

    private async Task<List<string>> Told(string title)
    {
        var task = await story.Task(title);
        return await City.Read(db => db.Stories.Where(s => s.TaskId == task.Id).OrderBy(s => s.Id).Select(s => s.PersonName + " " + s.Format).ToListAsync());
    }
}
