using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Bulletins;

public sealed class BulletinServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_draft_bears_the_snapshots_number_day_and_hash_and_each_line_is_found_again_in_it()
    {
        await using var story = await StoryCity.Create();
        var sealedDay = await story.SealedDay();
        var draft = await story.Bulletin(BulletinState.Draft);

        Assert.Equal((sealedDay.Number, sealedDay.On, sealedDay.Hash), (draft.SnapshotNumber, draft.SnapshotOn, draft.SnapshotHash));
        var rows = (await story.City.Get<BulletinQueries>().Rows(story.City.Office, draft.Id, null, 1, 10_000, Ct)).Rows.Rows;
        Assert.NotEmpty(draft.Lines);
        Assert.All(draft.Lines, line =>
        {
            var row = rows.Single(r => (r.Line.Page, r.Line.Row) == (line.SnapshotPage, line.SnapshotRow));
            Assert.True(row.IsNamed);
            Assert.Equal((row.Line.Task, row.Line.UnitId, row.Line.Late, row.Line.DueOn), (line.TaskNumber, line.UnitId, line.LateDays, line.DueOn));
        });
        Assert.Contains(draft.Lines, l => l.TaskTitle == StoryCity.Late && l.LateDays > 0);
        Assert.Equal(draft.Lines.Count, rows.Count(r => r.IsNamed));
    }

    [Fact]
    public async Task Whoever_held_a_late_task_is_named_and_nobody_else()
    {
        await using var story = await StoryCity.Create();
        var (late, held) = (await story.Task(StoryCity.Late), await story.Task(StoryCity.Drafted));
        var draft = await story.Bulletin(BulletinState.Draft);

        var rows = (await story.City.Get<BulletinQueries>().Rows(story.City.Office, draft.Id, null, 1, 10_000, Ct)).Rows.Rows.Select(r => r.Line).ToList();
        var (lead, other) = (rows.Single(r => r.Task == late.Number && r.Role == UnitRole.Lead), rows.Single(r => r.Task == late.Number && r.Role == UnitRole.Cooperating));
        Assert.True(lead.Late > 0);
        Assert.Equal((lead.Late, lead.Late, 0), (other.Late, lead.ChargedDays, other.ChargedDays));
        Assert.Equal([lead.UnitId], draft.Lines.Where(l => l.TaskNumber == late.Number).Select(l => l.UnitId));
        Assert.Equal([story.City.Unit(StoryCity.Cooperating).Id], draft.Lines.Where(l => l.TaskNumber == held.Number).Select(l => l.UnitId));
    }

    [Fact]
    public async Task Days_on_which_it_lay_with_the_office_are_not_the_units()
    {
        await using var story = await StoryCity.Create();
        var (city, late, asked) = (story.City, await story.Task(StoryCity.Late), await story.Extension(StoryCity.ExtensionAtOffice));
        // The office has had a request since the fourth working day after the due day, 20 March.
        await city.Read(db => db.ExtensionRequests.Where(e => e.Id == asked.Id).ExecuteUpdateAsync(
            s => s.SetProperty(e => e.TaskId, late.Id).SetProperty(e => e.SentToOfficeAt, ChinaTime.StartOf(new DateOnly(2018, 3, 26)).AddHours(9)), Ct));

        var draft = await story.Bulletin(BulletinState.Draft);
        var line = draft.Lines.Single(l => l.TaskNumber == late.Number);
        Assert.Equal((city.Unit(StoryCity.Lead).Id, 4), (line.UnitId, line.ChargedDays));
        Assert.InRange(line.LateDays, 5, 20);
        var finding = (await city.Get<BulletinQueries>().One(city.Office, draft.Id, Ct)).Lines.Single(l => l.Line.Id == line.Id).Finding;
        Assert.Equal("期限 {0}，逾期 {1} 个工作日，其中由本单位承担 {2} 个工作日", finding.Format);
        Assert.Equal([line.DueOn, line.LateDays, 4], finding.Arguments);
    }

    [Fact]
    public async Task What_happens_after_the_sealed_day_changes_no_line()
    {
        await using var story = await StoryCity.Create();
        var sealedDay = await story.SealedDay();
        var before = await story.Bulletin(BulletinState.Draft);
        var late = await story.Task(StoryCity.Late);
        await story.City.Read(db => db.TaskUnits.Where(u => u.TaskId == late.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.DueOn, new DateOnly(2018, 12, 31)), Ct));

        var after = await story.Reload(await story.City.Get<BulletinService>().Draft(story.City.Office, BulletinKind.Criticism, sealedDay.On, Ct));

        Assert.Equal(before.Lines.OrderBy(l => l.Position).Select(l => (l.TaskNumber, l.UnitId, l.LateDays)), after.Lines.OrderBy(l => l.Position).Select(l => (l.TaskNumber, l.UnitId, l.LateDays)));
    }

    [Fact]
    public async Task One_changed_byte_of_the_snapshot_stops_draft_check_signature_and_publication_with_the_page()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var (draft, deciding, signed) = (await story.Bulletin(BulletinState.Draft), await story.Bulletin(BulletinState.Deciding), await story.Bulletin(BulletinState.Signed));
        var objected = deciding.Lines.Single(l => l.Check == CheckState.Objected);
        await city.Get<BulletinCheckService>().Answer(city.Office, deciding.Id, objected.Id, objected.Version, ObjectionAnswer.Kept, "佐证不足。", Ct);
        deciding = await story.Reload(deciding.Id);
        var page = await city.Read(db => db.SnapshotPages.SingleAsync(p => p.SnapshotId == draft.SnapshotId && p.Number == 0, Ct));
        var changed = page.Content.ToArray();
        changed[^1] ^= 1;
        await city.Read(db => db.SnapshotPages.Where(p => p.SnapshotId == draft.SnapshotId).ExecuteUpdateAsync(s => s.SetProperty(p => p.Content, changed), Ct));

        await Refused(() => city.Get<BulletinService>().Draft(city.Office, BulletinKind.Praise, draft.SnapshotOn, Ct));
        await Refused(() => city.Get<BulletinService>().SendToCheck(city.Office, draft.Id, draft.Version, null, Ct));
        await Refused(() => city.Get<BulletinIssueService>().Sign(city.Office, deciding.Id, deciding.Version, TestSite.Password, Ct));
        await Refused(() => city.Get<BulletinIssueService>().Publish(city.Office, signed.Id, signed.Version, BulletinRange.Public, Ct));

        static async Task Refused(Func<Task> act)
        {
            var refusal = await Assert.ThrowsAsync<RuleBroken>(act);
            Assert.Equal("snapshot-altered", refusal.Code);
            Assert.Contains("第 1 页", refusal.Message);
        }
    }

    [Fact]
    public async Task Silence_counts_as_told_when_the_term_ends_and_the_paper_goes_on_without_it()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var bulletin = await story.Bulletin(BulletinState.FactCheck);
        Assert.Equal(new DateOnly(2018, 4, 13), bulletin.CheckDueOn);
        Assert.Equal("answered check-term stopped", await city.Stands("bulletin", bulletin.Id));
        Assert.Contains(await NoticesOf(city.Contact(StoryCity.Lead)), n => n.Kind == NoticeKind.BulletinToCheck);
        var asked = (await city.Get<WorkQueries>().Load(city.Head(StoryCity.Lead), Ct)).Items.Where(i => i.Kind == WorkKind.CheckBulletin).ToList();
        Assert.Equal(bulletin.Lines.Count(l => l.UnitId == city.Unit(StoryCity.Lead).Id), asked.Count);
        await city.Get<BulletinCheckService>().Confirm(city.Contact(StoryCity.Lead), bulletin.Id, [], Ct);

        await city.PassTo(new DateOnly(2018, 4, 13), 23);
        Assert.Equal(BulletinState.FactCheck, (await story.Reload(bulletin.Id)).State);
        await city.PassTo(new DateOnly(2018, 4, 14), 1);

        bulletin = await story.Reload(bulletin.Id);
        Assert.Equal(BulletinState.Deciding, bulletin.State);
        Assert.All(bulletin.Lines, l => Assert.Equal(l.UnitId == city.Unit(StoryCity.Lead).Id ? CheckState.Confirmed : CheckState.Told, l.Check));
        Assert.Contains(await NoticesOf(city.Office), n => n.Kind == NoticeKind.BulletinChecked);
        var late = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<BulletinCheckService>().Confirm(city.Contact(StoryCity.Cooperating), bulletin.Id, [], Ct));
        Assert.Equal("check-over", late.Code);
        Assert.Equal("deciding", await city.Stands("bulletin", bulletin.Id));
        Assert.Empty(await city.Stopped().ContinueWith(t => t.Result.Where(m => m.Contains("BulletinStep", StringComparison.Ordinal)), Ct));

        async Task<List<Notice>> NoticesOf(Actor actor) => await city.Read(db => db.Notices.Where(n => n.PersonId == actor.PersonId).ToListAsync(Ct));
    }

    [Fact]
    public async Task An_objection_is_answered_before_the_signature_and_stands_in_the_annex()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var bulletin = await story.Bulletin(BulletinState.Deciding);
        var line = bulletin.Lines.Single(l => l.Check == CheckState.Objected);
        var early = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<BulletinIssueService>().Sign(city.Office, bulletin.Id, bulletin.Version, TestSite.Password, Ct));
        Assert.Equal("objections-open", early.Code);
        await city.Get<BulletinCheckService>().Answer(city.Office, bulletin.Id, line.Id, line.Version, ObjectionAnswer.Struck, "经核实已完成。", Ct);
        bulletin = await story.Reload(bulletin.Id);
        var wrong = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<BulletinIssueService>().Sign(city.Office, bulletin.Id, bulletin.Version, "wrong", Ct));
        Assert.Equal("password-wrong", wrong.Code);

        var number = await city.Get<BulletinIssueService>().Sign(city.Office, bulletin.Id, bulletin.Version, TestSite.Password, Ct);

        Assert.Equal("通〔2018〕1号", number);
        bulletin = await story.Reload(bulletin.Id);
        var paper = await city.Read(db => db.Papers.AsNoTracking().Include(p => p.Signatures).SingleAsync(p => p.Id == bulletin.PaperId, Ct));
        Assert.Equal(paper.Sha256, Assert.Single(paper.Signatures).Sha256);
        var document = paper.Document;
        var items = document.Body.OfType<PaperTable>().First();
        Assert.Equal(bulletin.Lines.Count - 1, items.Rows.Count);
        Assert.DoesNotContain(items.Rows, r => r[0] == $"{line.Position}");
        Assert.Contains(bulletin.SnapshotHash, document.Note);
        Assert.Contains("已按期完成", Assert.IsType<PaperTable>(Assert.Single(Assert.Single(document.Annexes).Body)).Rows[0][2]);
        var people = await city.Read(db => db.People.Select(p => p.Name).ToListAsync(Ct));
        Assert.DoesNotContain(people, name => PaperJson.Write(document).Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_names_a_person_is_refused_and_so_is_a_second_signature()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var draft = await story.Bulletin(BulletinState.Draft);
        var words = new BulletinWording("关于滞后事项的通报", $"{city.Leader.PersonName}要求整改。", "请整改。", StoryCity.Today.AddDays(20), false);

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<BulletinService>().Write(city.Office, draft.Id, draft.Version, words, Ct));

        Assert.Equal(("person-named", "Introduction"), (refusal.Code, refusal.Field));
        var signed = await story.Bulletin(BulletinState.Signed);
        var second = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<BulletinIssueService>().Sign(city.Office, signed.Id, signed.Version, TestSite.Password, Ct));
        Assert.Equal("bulletin-not-deciding", second.Code);
    }

    [Fact]
    public async Task Only_addressed_units_see_it_published_and_the_first_opening_is_kept()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var bulletin = await story.Bulletin(BulletinState.Published);
        Assert.Equal("over", await city.Stands("bulletin", bulletin.Id));
        await Assert.ThrowsAsync<RuleBroken>(() => city.Get<BulletinQueries>().One(city.Contact(StoryCity.Bystander), bulletin.Id, Ct));
        var opened = city.Clock.Now;
        await city.Get<BulletinIssueService>().Open(city.Contact(StoryCity.Lead), bulletin.Id, Ct);
        city.Clock.AdvanceDays(1);
        await city.Get<BulletinIssueService>().Open(city.Head(StoryCity.Lead), bulletin.Id, Ct);
        await city.Get<BulletinIssueService>().Open(city.Office, bulletin.Id, Ct);

        var view = await city.Get<BulletinQueries>().One(city.Office, bulletin.Id, Ct);

        var receipt = view.Receipts!.Single(r => r.Unit == StoryCity.Lead);
        Assert.Equal(opened, receipt.OpenedAt);
        Assert.Contains(city.Contact(StoryCity.Lead).PersonName, receipt.OpenedBy);
        Assert.All(view.Receipts!.Where(r => r.Unit != StoryCity.Lead), r => Assert.Null(r.OpenedAt));
        Assert.Null((await city.Get<BulletinQueries>().One(city.Contact(StoryCity.Lead), bulletin.Id, Ct)).Receipts);
    }

    [Fact]
    public async Task Before_publication_a_unit_sees_its_own_lines_only()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var bulletin = await story.Bulletin(BulletinState.FactCheck);

        var view = await city.Get<BulletinQueries>().One(city.Contact(StoryCity.Cooperating), bulletin.Id, Ct);

        Assert.NotEmpty(view.Lines);
        Assert.All(view.Lines, l => Assert.Equal(city.Unit(StoryCity.Cooperating).Id, l.Line.UnitId));
        Assert.Empty(view.Units);
        var rows = await city.Get<BulletinQueries>().Rows(city.Contact(StoryCity.Cooperating), bulletin.Id, city.Unit(StoryCity.Lead).Id, 1, 1000, Ct);
        Assert.All(rows.Rows.Rows, r => Assert.Equal(city.Unit(StoryCity.Cooperating).Id, r.Line.UnitId));
    }

    [Fact]
    public async Task Praise_comes_from_the_same_snapshot_by_the_same_rule()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var on = (await story.SealedDay()).On;

        var praise = await story.Reload(await city.Get<BulletinService>().Draft(city.Office, BulletinKind.Praise, on, Ct));

        var red = (await story.Bulletin(BulletinState.Draft)).Lines;
        Assert.DoesNotContain(praise.Lines, l => red.Any(r => r.UnitId == l.UnitId) || l.Role == UnitRole.Lead && l.DoneOn is null);
        var empty = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<BulletinService>().SendToCheck(city.Office, praise.Id, praise.Version, null, Ct));
        Assert.Equal("bulletin-empty", empty.Code);
        Assert.Equal("no-snapshot", (await Assert.ThrowsAsync<RuleBroken>(() => city.Get<BulletinService>().Draft(city.Office, BulletinKind.Praise, on.AddDays(1), Ct))).Code);
    }
}
