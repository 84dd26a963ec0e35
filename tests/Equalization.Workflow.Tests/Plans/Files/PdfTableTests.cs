using System.Text;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Tests.Plans.Reading;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans.Files;

/// <summary>Tables of tasks over several pages of a PDF.</summary>
public sealed class PdfTableTests
{
    private const string Table = "<table border=1 width=100% cellpadding=6 cellspacing=0>";

    [Fact(Timeout = 120_000)]
    public async Task A_section_at_the_top_of_a_page_before_a_tall_row_with_its_number_in_the_middle_belongs_to_the_table()
    {
        OneOffice.Needed();
        var draft = await Draft(
            $"{Table}{Head}{Row(1, 4, "市教育局")}{Row(2, 4, "市教育局")}</table><p style=\"page-break-before:always\">二、教师队伍建设</p>{Table}{Row(3, 11, "市人社局")}{Row(4, 3, "市财政局")}</table>");

        Assert.Equal(["1 市教育局", "2 市教育局", "3 市人社局", "4 市财政局"], Rows(draft));
        Assert.Equal("二、教师队伍建设", draft.Measures[3].Section.Split('/')[^1]);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("center")]
    [InlineData("left")]
    public async Task Rows_at_the_edges_of_pages_are_read_wherever_their_numbers_stand(string align)
    {
        OneOffice.Needed();
        string[] offices = ["市教育局", "市人社局", "市财政局", "市住建局", "市卫健委", "市公安局"];
        var draft = await Draft($"{Table}{Head}{string.Concat(Enumerable.Range(1, 30).Select(i => Row(i, 3 + (i % 3), offices[i % 6], align)))}</table>");

        Assert.Equal(Enumerable.Range(1, 30).Select(i => $"{i} {offices[i % 6]}"), Rows(draft));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("middle", 6, 23)]
    [InlineData("top", 6, 23)]
    [InlineData("top", 2, 24)]
    public async Task A_row_that_breaks_over_two_pages_is_one(string align, int padding, int count)
    {
        OneOffice.Needed();
        string[] offices = ["市教育局", "市人社局", "市财政局", "市住建局", "市卫健委", "市公安局", "市民政局", "市司法局"];
        string Units(int i) => string.Join('、', Enumerable.Range(0, 4 + (i % 4)).Select(k => offices[(i + k) % offices.Length]));
        var rows = Enumerable.Range(1, count).Select(i => Row(i, 3 + (i % 4), Units(i), "center").Replace("valign=middle", $"valign={align}", StringComparison.Ordinal).Replace("<td width=46%", $"<td valign={align} width=46%", StringComparison.Ordinal).Replace("<td width=24%", $"<td valign={align} width=24%", StringComparison.Ordinal));

        var draft = await Draft($"{Table.Replace("cellpadding=6", $"cellpadding={padding}", StringComparison.Ordinal)}{Head}{string.Concat(rows)}</table>");

        Assert.Equal(Enumerable.Range(1, count).Select(i => $"{i} {Units(i)}"), Rows(draft));
        Assert.All(draft.Measures, measure => Assert.Single(measure.Deadlines));
    }

    private static string Head => "<tr><td width=10% align=center>序号</td><td width=46% align=center>任务</td><td width=24% align=center>责任单位</td><td width=20% align=center>完成时限</td></tr>";

    private static string Row(int number, int length, string unit, string align = "center") =>
        $"<tr><td width=10% valign=middle align={align}>{number}</td><td width=46%>{string.Concat(Enumerable.Repeat($"做好第{number}项有关的教师交流工作并形成制度，", length))}</td><td width=24%>{unit}</td><td width=20% valign=middle>2025年底</td></tr>";

    /// <summary>The page made a text document first: LibreOffice prints a web page without pages.</summary>
    private static async Task<PlanDraft> Draft(string body)
    {
        var html = $"<html><head><meta charset=\"utf-8\"><style>td,p{{font-size:12pt}} p{{margin:0}}</style></head><body><p>某市义务教育优质均衡发展任务分解表（2025年）</p>{body}</body></html>";
        var pdf = await Office.Saved(await Office.Saved(Encoding.UTF8.GetBytes(html), "html", "odt"), "odt", "pdf");
        return (await PlanFiles.Read("方案.pdf", pdf)).Read();
    }

    private static string[] Rows(PlanDraft draft) => [.. draft.Measures.Select(measure => $"{measure.Number} {string.Join('、', measure.Units.Select(unit => unit.Name))}")];
}
