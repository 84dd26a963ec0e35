using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Infrastructure.Papers;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Assessments;

public sealed class AssessmentPaperTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task Sealing_signs_the_table_and_serves_it_on_every_unit_that_has_points()
    {
        await using var story = await StoryCity.Create();
        var (city, queries) = (story.City, story.City.Get<AssessmentQueries>());
        var contested = await story.Point(StoryCity.Lead, isContested: true);
        await city.Get<AssessmentService>().Decide(city.Office, contested.AssessmentId, contested.Id, contested.Version, PointDecision.Struck, "情况属实。", Ct);
        var assessment = await story.Assessment();
        city.Clock.SetDay(assessment.ObjectionsUntil.AddDays(1));

        var hash = await city.Get<AssessmentService>().Seal(city.Office, assessment.Id, assessment.Version, TestSite.Password, Ct);

        var paper = await city.Read(db => db.Papers.AsNoTracking().Include(p => p.Receipts).Include(p => p.Signatures).SingleAsync(p => p.Kind == PaperKind.Assessment, Ct));
        var table = await queries.Table(city.Office, assessment.Id, Ct);
        var rows = Assert.IsType<PaperTable>(paper.Document.Body.Single(b => b is PaperTable)).Rows;
        Assert.Equal("考〔2018〕1号", paper.Number);
        Assert.Equal(table.Totals.Select(t => (t.Unit, t.Total.ToString("+0.##;-0.##;0"))), rows.Select(r => (r[0], r[^1])));
        Assert.Equal(table.Totals.Select(t => t.UnitId).Order(), paper.Receipts.Select(r => r.UnitId).Order());
        Assert.Contains(hash, paper.Document.Note);
        Assert.Equal(paper.Sha256, Assert.Single(paper.Signatures).Sha256);
        Assert.Contains("撤销：情况属实。", Assert.IsType<PaperTable>(Assert.Single(Assert.Single(paper.Document.Annexes).Body)).Rows.Single()[4]);
        Assert.Equal(paper.Number, Assert.Single(await city.Get<PaperQueries>().Of(city.Contact(StoryCity.Lead), nameof(Assessment), assessment.Id, Ct)).Number);
        Assert.Contains(await city.Read(db => db.Notices.Where(n => n.PersonId == city.Head(StoryCity.Lead).PersonId).Select(n => n.Format).ToListAsync(Ct)), f => f.Contains("已封存印发", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_units_sheet_tells_every_point_with_its_days_and_ground_and_is_hidden_from_others()
    {
        await using var story = await StoryCity.Create();
        var (city, queries) = (story.City, story.City.Get<AssessmentQueries>());
        var assessment = await story.Assessment();
        var unit = city.Unit(StoryCity.Cooperating).Id;

        var sheet = await queries.SheetPaper(city.Head(StoryCity.Cooperating), assessment.Id, unit, Ct);

        var rows = sheet.Body.OfType<PaperTable>().Single().Rows;
        var points = assessment.Points.Where(p => p.UnitId == unit).OrderBy(p => p.Position).ToList();
        Assert.Equal(points.Select(p => $"{p.Position}"), rows.Select(r => r[0]));
        var late = points.Single(p => p.Rule == AssessmentRule.Late);
        var line = rows[points.IndexOf(late)];
        Assert.Equal((late.Reference + "\n" + late.Subject, "-1"), (line[2], line[4]));
        Assert.Contains($"逾期{late.LateDays}个工作日", line[3]);
        Assert.Equal($"第{assessment.SnapshotNumber}号快照{late.SnapshotPage}-{late.SnapshotRow}行\n配合单位按50%计", line[5]);
        Assert.Equal(RuleBroken.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => queries.SheetPaper(city.Head(StoryCity.Lead), assessment.Id, unit, Ct))).Code);
        // What a unit sees of the table before it is sealed is its own row.
        Assert.Single((await queries.TablePaper(city.Head(StoryCity.Lead), assessment.Id, Ct)).Body.OfType<PaperTable>().Single().Rows);
    }

    [Fact]
    public async Task LibreOffice_reads_table_and_sheet()
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        await using var story = await StoryCity.Create();
        var (city, queries) = (story.City, story.City.Get<AssessmentQueries>());
        var assessment = await story.Assessment();
        var table = Squeezed(await Office.Pages(new PaperRenderer().Render(await queries.TablePaper(city.Office, assessment.Id, Ct)), "docx"));
        var sheet = Squeezed(await Office.Pages(new PaperRenderer().Render(await queries.SheetPaper(city.Office, assessment.Id, city.Unit(StoryCity.Lead).Id, Ct)), "docx"));

        Assert.All(new[] { "2018年推进义务教育优质均衡发展考核结果", "一、各单位得分", "二、计分规则", "市教育局", assessment.SnapshotHash, "结果尚未封存" }, part => Assert.Contains(part, table));
        Assert.All(assessment.Points.Where(p => p.UnitId == city.Unit(StoryCity.Lead).Id), p => Assert.Contains(p.Reference, sheet));
    }

    private static string Squeezed(IReadOnlyList<string> pages) => string.Concat(string.Concat(pages).Where(c => !char.IsWhiteSpace(c)));
}
