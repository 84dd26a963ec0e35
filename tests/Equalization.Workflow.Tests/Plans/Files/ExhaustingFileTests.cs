using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Files;
using Equalization.Workflow.Tests.Plans.Reading;
using static Equalization.Workflow.Tests.Plans.Files.RawDocx;

namespace Equalization.Workflow.Tests.Plans.Files;

/// <summary>Small files that say more than they hold, and rows wider than a table.</summary>
public sealed class ExhaustingFileTests
{
    [Fact]
    public void A_note_referred_to_many_times_stands_in_the_text_once()
    {
        var body = string.Concat(Enumerable.Repeat(Paragraph("（一）建设。", behind: "<w:footnoteReference w:id=\"2\"/>"), 3));

        var text = PlanFiles.Text(Of(body, footnotes: $"<w:footnote w:id=\"2\">{Paragraph("长注")}</w:footnote>"));

        Assert.Equal("（一）建设。\n〔注〕长注\n（一）建设。\n（一）建设。\n", text);
    }

    [Fact]
    public void A_number_longer_than_any_on_paper_is_cut()
    {
        var numbering = $"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2147483000\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"{string.Concat(Enumerable.Repeat("%1", 1000))}\"/></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        var body = Paragraph("建设。", properties: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");

        Assert.InRange(PlanFiles.Text(Of(body, numbering: numbering)).Length, 100, 300);
    }

    [Fact]
    public void A_text_longer_than_any_plan_is_refused_while_it_is_written()
    {
        var text = new SourceWriter().Append(new string('字', SourceWriter.MostWords));

        Assert.Equal("plan-file-too-large", Assert.Throws<RuleBroken>(() => text.Append("字")).Code);
        Assert.Equal("plan-file-too-large", Assert.Throws<RuleBroken>(() => text.Append(new SourceWriter().Append("字"))).Code);
        Assert.Equal("plan-file-too-large", Assert.Throws<RuleBroken>(() => text.AppendCell(new SourceWriter().Append("字"))).Code);
    }

    [Fact]
    public void A_row_of_more_columns_than_are_read_keeps_all_its_words()
    {
        var table = $"<w:tbl>{Row(Cell("序号"), Cell("任务"), Cell("责任单位"))}{Row(Cell("1"), Cell("补充教师60名", columns: 199), Cell("市人社局"), Cell("市教育局"))}</w:tbl>";

        var row = PlanFiles.Text(Of(table)).Split('\n')[1];

        Assert.StartsWith("1|补充教师60名|", row, StringComparison.Ordinal);
        Assert.EndsWith("|市人社局 市教育局", row, StringComparison.Ordinal);
    }
}
