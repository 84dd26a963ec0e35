using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Bulletins.Public;
using Equalization.Workflow.Core.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>Bulletins of the story city, laid down through the services when a test asks for one in a state that there is not.</summary>
internal static class StoryBulletins
{
    /// <summary>The day of the cooperating unit's part in the task that it holds late.</summary>
    public static readonly DateOnly CooperatingDueOn = new(2018, 3, 28);

    private static CancellationToken Ct => TestCity.Ct;

    /// <summary>A sealed day of the story: the newest, sealed now when there is none.</summary>
    public static async Task<Snapshot> SealedDay(this StoryCity story)
    {
        Task<Snapshot?> Find() => story.City.Read(db => db.Snapshots.AsNoTracking().Where(s => s.JurisdictionId == story.City.Jurisdiction.Id).OrderByDescending(s => s.On).FirstOrDefaultAsync(Ct));
        if (await Find() is { } there)
        {
            return there;
        }

        // One task that its cooperating unit alone holds late: its own day has passed, the task's has not.
        var held = await story.Part(StoryCity.Drafted, StoryCity.Cooperating);
        await story.City.Read(db => db.TaskUnits.Where(u => u.Id == held.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.DueOn, CooperatingDueOn), Ct));
        await story.City.Get<SnapshotService>().Run(Ct);
        return (await Find())!;
    }

    /// <summary>A criticism in the state; in Deciding the lead unit has objected to its first line and has been silent on the rest.</summary>
    public static async Task<Bulletin> Bulletin(this StoryCity story, BulletinState state)
    {
        var there = await story.City.Read(db => db.Bulletins.AsNoTracking().Include(b => b.Lines).Where(b => b.JurisdictionId == story.City.Jurisdiction.Id && b.State == state
                && (state != BulletinState.Deciding || b.Lines.Any(l => l.Check == CheckState.Objected && l.Answer == null))).OrderBy(b => b.DraftedAt).FirstOrDefaultAsync(Ct));
        return there ?? await story.Reload(await Lay(story, state));
    }

    /// <summary>One that was published to the public.</summary>
    public static async Task<Bulletin> PublicBulletin(this StoryCity story)
    {
        var there = await story.City.Read(db => db.Bulletins.AsNoTracking().IsPublic().Select(b => (Guid?)b.Id).FirstOrDefaultAsync(Ct));
        if (there is null)
        {
            var signed = await story.Bulletin(BulletinState.Signed);
            await story.City.Get<BulletinIssueService>().Publish(story.City.Office, signed.Id, signed.Version, BulletinRange.Public, Ct);
            there = signed.Id;
        }

        return await story.Reload(there.Value);
    }

    public static Task<Bulletin> Reload(this StoryCity story, Guid id) =>
        story.City.Read(db => db.Bulletins.AsNoTracking().Include(b => b.Lines).Include(b => b.Units).SingleAsync(b => b.Id == id, Ct));

    /// <summary>The first line about a unit.</summary>
    public static BulletinLine LineOf(this Bulletin bulletin, TestCity city, string unit) =>
        bulletin.Lines.OrderBy(l => l.Position).First(l => l.UnitId == city.Unit(unit).Id);

    private static async Task<Guid> Lay(StoryCity story, BulletinState state)
    {
        var city = story.City;
        var service = city.Get<BulletinService>();
        var id = await service.Draft(city.Office, BulletinKind.Criticism, (await story.SealedDay()).On, Ct);
        if (state == BulletinState.Draft)
        {
            return id;
        }

        await service.SendToCheck(city.Office, id, (await story.Reload(id)).Version, null, Ct);
        if (state == BulletinState.FactCheck)
        {
            return id;
        }

        var line = (await story.Reload(id)).LineOf(city, StoryCity.Lead);
        await city.Get<BulletinCheckService>().Object(city.Head(StoryCity.Lead), id, line.Id, line.Version, "该项已按期完成，佐证已上传。", Ct);
        foreach (var unit in (await story.Reload(id)).Lines.Where(l => l.Check == CheckState.Open).Select(l => l.UnitId).Distinct().ToList())
        {
            await city.Get<BulletinCheckService>().Confirm(city.Contact(await city.Read(db => db.Units.Where(u => u.Id == unit).Select(u => u.Name).SingleAsync(Ct))), id, [], Ct);
        }

        if (state == BulletinState.Deciding)
        {
            return id;
        }

        line = (await story.Reload(id)).Lines.Single(l => l.Id == line.Id);
        await city.Get<BulletinCheckService>().Answer(city.Office, id, line.Id, line.Version, ObjectionAnswer.Corrected, "已补报佐证，待核。", Ct);
        await city.Get<BulletinIssueService>().Sign(city.Office, id, (await story.Reload(id)).Version, TestSite.Password, Ct);
        if (state == BulletinState.Published)
        {
            await city.Get<BulletinIssueService>().Publish(city.Office, id, (await story.Reload(id)).Version, BulletinRange.NamedUnits, Ct);
        }

        return id;
    }
}
