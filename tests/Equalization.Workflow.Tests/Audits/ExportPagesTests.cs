using System.Net;
using System.Text.Json;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Audits;

/// <summary>Whatever leaves as a file is written down before it leaves.</summary>
public sealed class ExportPagesTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task Each_file_taken_away_leaves_a_row_that_says_who_what_and_how_many()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var assessment = await story.Assessment();
        var bulletin = await story.Bulletin(BulletinState.FactCheck);
        var view = await story.City.Get<BulletinQueries>().One(story.City.Office, bulletin.Id, Ct);
        var lead = story.City.Unit(StoryCity.Lead).Id;
        var mine = assessment.Points.Count(p => p.UnitId == lead);
        var units = assessment.Points.Select(p => p.UnitId).Distinct().Count();
        var tasks = await story.City.Read(db => db.AnnualTasks.CountAsync(t => t.JurisdictionId == story.City.Jurisdiction.Id, Ct));
        var (office, contact) = (story.City.Office, story.City.Contact(StoryCity.Lead));
        var paper = await story.SignedPaper();
        foreach (var (actor, address, act, of, form, rows) in new (Actor, string, string, string, string, int)[]
        {
            (office, "/Tasks/Ledger.xlsx?show=all", "导出任务台账", "?show=all", "xlsx", tasks),
            (contact, $"/Assessments/{assessment.Id}/Table.xlsx", "导出考核表", $"{assessment.Id}", "xlsx", 1),
            (office, $"/Assessments/{assessment.Id}/Table.docx", "导出考核结果", $"{assessment.Id}", "docx", units),
            (contact, $"/Assessments/{assessment.Id}/Units/{lead}/Sheet.docx", "导出单位得分表", $"{assessment.Id} {lead}", "docx", mine),
            (office, $"/Bulletins/{bulletin.Id}/Tables.xlsx", "导出通报表格", $"{bulletin.Id}", "xlsx", view.Lines.Count + view.Units.Count),
            (contact, $"/Papers/{paper.Id}/File", "下载文书", $"{paper.Id}", "docx", 1),
            (office, "/Packs/2018.zip", "导出迎检材料包", "2018", "zip", 1),
            (office, "/Packs/2018.docx", "起草自查报告", "2018", "docx", 1),
            (office, "/Packs/2018-monitoring.docx", "起草年度监测报告", "2018", "docx", 1),
        })
        {
            using var client = await site.SignedIn(actor);
            using var answer = await client.GetAsync(address, Ct);
            var row = (await Exports(story)).Last();
            var values = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(row.Values)!;

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal((act, actor.PersonName, of, form, $"{rows}"), (row.Act, row.PersonName, row.EntityId, values["Form"][1], values["Rows"][1]));
            Assert.Equal(story.City.Clock.Now, row.At);
        }

        Assert.Null((await story.City.Get<AuditQueries>().Verify(story.City.Jurisdiction.Id, Ct)).BrokenAt);
        using var auditor = await site.SignedIn(story.City.Auditor);
        Assert.Contains("导出 年度任务", WebUtility.HtmlDecode(await auditor.GetStringAsync("/Audit?act=导出任务台账", Ct)));
    }

    [Fact]
    public async Task What_is_refused_leaves_no_row()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var bulletin = await story.Bulletin(BulletinState.FactCheck);
        using var stranger = await site.SignedIn(story.City.Contact(StoryCity.Bystander));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/Bulletins/{bulletin.Id}/Tables.xlsx", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync("/Packs/2018.zip", Ct)).StatusCode);
        Assert.Empty(await Exports(story));
    }

    private static Task<List<AuditEntry>> Exports(StoryCity story) =>
        story.City.Read(db => db.AuditEntries.AsNoTracking().Where(e => e.Change == ExportService.Change).OrderBy(e => e.Sequence).ToListAsync(Ct));
}
