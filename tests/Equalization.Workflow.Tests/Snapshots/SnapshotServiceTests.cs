using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Snapshots;

public sealed class SnapshotServiceTests
{
    [Fact]
    public async Task A_day_is_sealed_once_for_each_place_and_says_what_stood_then()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var day = city.Clock.Today();
        var board = await city.Get<BoardQueries>().Load(city.Office, TestCity.Ct);
        var parts = await city.Read(db => db.TaskUnits.CountAsync(u => u.State != TaskUnitState.Released
            && db.AnnualTasks.Any(t => t.Id == u.TaskId && t.ClosedOn == null && t.JurisdictionId == city.Jurisdiction.Id), TestCity.Ct));
        city.Clock.AdvanceDays(1);

        var run = await city.Get<SnapshotService>().Run(TestCity.Ct);

        Assert.Equal(2, run.Snapshots);
        Assert.Equal(new SnapshotRun(0, 0), await city.Get<SnapshotService>().Run(TestCity.Ct));
        var sealedDay = await city.Get<SnapshotQueries>().Numbers(city.Office, day, TestCity.Ct);
        Assert.Equal((board.Overdue, board.DueInSevenDays, board.WaitsForOffice), (sealedDay!.Overdue, sealedDay.DueSoon, sealedDay.WaitsForOffice));
        var snapshot = await city.Read(db => db.Snapshots.SingleAsync(s => s.JurisdictionId == city.Jurisdiction.Id, TestCity.Ct));
        Assert.Equal((1, day, parts, ""), (snapshot.Number, snapshot.On, snapshot.Parts, snapshot.PreviousHash));
        Assert.Equal(parts, snapshot.Grey + snapshot.Blue + snapshot.Green + snapshot.Yellow + snapshot.Red);
        var lines = await Lines(city, snapshot.Id);
        var values = lines.ConvertAll(line => JsonDocument.Parse(line).RootElement);
        var done = values.FindAll(v => v.TryGetProperty("closed", out _));
        Assert.Equal(parts, lines.Count - done.Count);
        var closed = await city.Read(db => db.AnnualTasks.Where(t => t.Title == StoryCity.WrittenOff).Select(t => t.Number).ToListAsync(TestCity.Ct));
        Assert.Equal(closed, done.Select(v => v.GetProperty("task").GetString()!).Distinct());
        Assert.All(values, v => Assert.NotEqual("", v.GetProperty("task").GetString()));
    }

    [Fact]
    public async Task Nights_hang_together_and_a_changed_or_missing_one_is_found()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        for (var night = 0; night < 3; night++)
        {
            city.Clock.AdvanceDays(1);
            await city.Get<SnapshotService>().Run(TestCity.Ct);
        }

        var queries = city.Get<SnapshotQueries>();
        Assert.Equal(new SnapshotCheck(3, null), await queries.Verify(city.Jurisdiction.Id, TestCity.Ct));
        var second = await city.Read(db => db.Snapshots.SingleAsync(s => s.JurisdictionId == city.Jurisdiction.Id && s.Number == 2, TestCity.Ct));
        await city.Read(db => db.SnapshotPages.Where(p => p.SnapshotId == second.Id).ExecuteDeleteAsync(TestCity.Ct));

        Assert.Equal(new SnapshotCheck(1, new SnapshotFault(second.On, FaultKind.Page, 1)), await queries.Verify(city.Jurisdiction.Id, TestCity.Ct));
        await city.Read(db => db.Snapshots.Where(s => s.Id == second.Id).ExecuteDeleteAsync(TestCity.Ct));
        Assert.Equal(new SnapshotCheck(1, new SnapshotFault(second.On.AddDays(1), FaultKind.Chain, null)), await queries.Verify(city.Jurisdiction.Id, TestCity.Ct));
    }

    [Fact]
    public async Task One_changed_byte_anywhere_in_a_page_is_told_by_day_and_page()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        city.Clock.AdvanceDays(1);
        await city.Get<SnapshotService>().Run(TestCity.Ct);
        var snapshot = await city.Read(db => db.Snapshots.SingleAsync(s => s.JurisdictionId == city.Jurisdiction.Id, TestCity.Ct));
        var content = await city.Read(db => db.SnapshotPages.Where(p => p.SnapshotId == snapshot.Id).Select(p => p.Content).SingleAsync(TestCity.Ct));
        foreach (var place in (int[])[4, 9, content.Length / 2, content.Length - 1])
        {
            var changed = content.ToArray();
            changed[place] ^= 1;
            await Put(changed);

            Assert.Equal(new SnapshotCheck(0, new SnapshotFault(snapshot.On, FaultKind.Page, 1)), await Verify());
        }

        await Put(content);
        Assert.Equal(new SnapshotCheck(1, null), await Verify());

        Task<SnapshotCheck> Verify() => city.Get<SnapshotQueries>().Verify(city.Jurisdiction.Id, TestCity.Ct);

        Task<int> Put(byte[] bytes) => city.Read(db => db.SnapshotPages.Where(p => p.SnapshotId == snapshot.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Content, bytes), TestCity.Ct));
    }

    [Fact]
    public async Task A_count_changed_in_the_row_and_a_page_changed_with_its_own_hash_do_not_agree_with_the_seal()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        city.Clock.AdvanceDays(1);
        await city.Get<SnapshotService>().Run(TestCity.Ct);
        var snapshot = await city.Read(db => db.Snapshots.SingleAsync(s => s.JurisdictionId == city.Jurisdiction.Id, TestCity.Ct));
        await city.Read(db => db.Snapshots.Where(s => s.Id == snapshot.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Overdue, snapshot.Overdue + 1), TestCity.Ct));
        Assert.Equal(new SnapshotFault(snapshot.On, FaultKind.Whole, null), (await city.Get<SnapshotQueries>().Verify(city.Jurisdiction.Id, TestCity.Ct)).Fault);

        await city.Read(db => db.Snapshots.Where(s => s.Id == snapshot.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Overdue, snapshot.Overdue), TestCity.Ct));
        var page = Packed("{}\n");
        var hash = SnapshotText.HashOf(page);
        await city.Read(db => db.SnapshotPages.Where(p => p.SnapshotId == snapshot.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Content, page).SetProperty(p => p.Hash, hash), TestCity.Ct));

        Assert.Equal(new SnapshotFault(snapshot.On, FaultKind.Whole, null), (await city.Get<SnapshotQueries>().Verify(city.Jurisdiction.Id, TestCity.Ct)).Fault);
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_and_back_seals_no_day_twice_and_none_out_of_order()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var day = city.Clock.Today();
        foreach (var jump in (int[])[1, 1, -1, -1, 2, 1])
        {
            city.Clock.AdvanceDays(jump);
            await city.Get<SnapshotService>().Run(TestCity.Ct);
        }

        var days = await city.Read(db => db.Snapshots.Where(s => s.JurisdictionId == city.Jurisdiction.Id).OrderBy(s => s.Number).Select(s => s.On).ToListAsync(TestCity.Ct));
        Assert.Equal([day, day.AddDays(1), day.AddDays(2)], days);
        Assert.Null((await city.Get<SnapshotQueries>().Verify(city.Jurisdiction.Id, TestCity.Ct)).Fault);
    }

    [Fact]
    public async Task Of_two_runs_at_once_one_seals()
    {
        await using var story = await StoryCity.Create();
        story.City.Clock.AdvanceDays(1);

        var runs = await Task.WhenAll(story.City.Get<SnapshotService>().Run(TestCity.Ct), story.City.Get<SnapshotService>().Run(TestCity.Ct));

        Assert.Equal(2, runs.Sum(r => r.Snapshots));
    }

    [Fact]
    public async Task Another_places_numbers_and_a_contacts_wish_to_see_them_are_refused()
    {
        await using var story = await StoryCity.Create();
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() =>
            story.City.Get<SnapshotQueries>().Numbers(story.City.Contact(StoryCity.Lead), story.City.Clock.Today(), TestCity.Ct));

        Assert.Equal(RuleBroken.NotAllowed, refusal.Code);
    }

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static async Task<List<string>> Lines(TestCity city, Guid snapshotId)
    {
        var pages = await city.Read(db => db.SnapshotPages.Where(p => p.SnapshotId == snapshotId).OrderBy(p => p.Number).Select(p => p.Content).ToListAsync(TestCity.Ct));
        return [.. pages.SelectMany(p => Encoding.UTF8.GetString(SnapshotText.Unpack(p)).Split('\n', StringSplitOptions.RemoveEmptyEntries))];
    }
}
