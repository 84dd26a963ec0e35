using Equalization.Workflow.Core;
using Equalization.Workflow.Tests.Plans.Reading;
using Equalization.Workflow.Tests.Support;
using static Equalization.Workflow.Tests.Plans.Files.OfficePlans;

namespace Equalization.Workflow.Tests.Plans.Files;

/// <summary>Word files that LibreOffice made of flat sources.</summary>
public sealed class WordFileTests
{
    private const string Head = "<text:p>某市义务教育优质均衡发展实施方案</text:p><text:p>（2021—2023年）</text:p>";

    [Theory]
    [InlineData("docx")]
    [InlineData("doc")]
    public async Task Automatic_numbers_of_three_levels_go_on_over_text_between_and_start_again_under_each_heading(string format)
    {
        OneOffice.Needed();
        var text = await OneOffice.Text(
            Document(List(false, Item("指导思想")) + Paragraph("坚持优先发展。")
                + List(true, Item("主要措施", Item("优化布局", Item("完善规划"), Item("保障用地")), Item("加强教师", Item("补充教师"))), Item("保障措施"))),
            format);

        Assert.Equal("一、指导思想\n坚持优先发展。\n二、主要措施\n（一）优化布局\n1.完善规划\n2.保障用地\n（二）加强教师\n1.补充教师\n三、保障措施\n", text);
    }

    [Fact]
    public async Task Changes_count_as_accepted_and_comments_headers_and_page_numbers_are_no_text()
    {
        OneOffice.Needed();
        const string changes = "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><office:change-info><dc:creator>甲</dc:creator><dc:date>2021-01-01T00:00:00</dc:date></office:change-info><text:p>市财政局</text:p></text:deletion></text:changed-region>"
            + "<text:changed-region text:id=\"c2\"><text:insertion><office:change-info><dc:creator>甲</dc:creator><dc:date>2021-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>";
        var text = await OneOffice.Text(Document(changes + Paragraph(
            "1.完善规划。<office:annotation><dc:creator>乙</dc:creator><text:p>批注内容</text:p></office:annotation>（牵头单位：<text:change text:change-id=\"c1\"/><text:change-start text:change-id=\"c2\"/>市教育局<text:change-end text:change-id=\"c2\"/>）")));

        Assert.Equal("1.完善规划。（牵头单位：市教育局）\n", text);
    }

    [Fact]
    public async Task Hidden_words_and_notes_stand_in_the_text_but_are_not_read_and_a_box_does_not_cut_its_sentence()
    {
        OneOffice.Needed();
        const string box = "<draw:frame draw:style-name=\"Frame\" draw:name=\"F\" text:anchor-type=\"paragraph\" svg:width=\"4cm\" svg:height=\"2cm\" svg:x=\"10cm\" svg:y=\"0cm\"><draw:text-box><text:p>框中的话。</text:p></draw:text-box></draw:frame>";
        const string note = "<text:note text:id=\"n1\" text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>大班额指56人以上的班。</text:p></text:note-body></text:note>";
        var draft = await OneOffice.Draft(
            Document(Head + Paragraph("一、主要措施") + Paragraph($"1.消除大班额{note}。<text:span text:style-name=\"Hidden\">这句是隐藏的，投入500万元。</text:span>2022年底前{box}完成。（牵头单位：市教育局）")), "fodt", "docx");

        Assert.Equal(["1 消除大班额 牵头:市教育局 配合: By 2022-12-31"], draft.Measures());
        Assert.Equal(["这句是隐藏的，投入500万元。"], draft.Skipped("隐藏文字"));
        Assert.Equal(["〔注〕大班额指56人以上的班。"], draft.Skipped("脚注"));
        Assert.Equal(1, draft.Text.Split("框中的话").Length - 1);
        Assert.DoesNotContain(draft.Measures[0].Targets, target => target.Value is 500 or 56);
    }

    [Fact]
    public async Task A_table_with_a_head_of_two_rows_section_rows_and_merged_cells_keeps_each_unit_with_its_task()
    {
        OneOffice.Needed();
        var draft = await OneOffice.Draft(Document(Head + Paragraph("任务分解表") + Table(
            Row(Cell("序号", rows: 2), Cell("重点任务", rows: 2), Cell("责任单位", columns: 2), Cell("完成时限", rows: 2)),
            Row(Covered(), Covered(), Cell("牵头单位"), Cell("配合单位"), Covered()),
            Row(Cell("一、学校建设", columns: 5)),
            Row("1", "建设寄宿制学校", Cell("市教育局", rows: 2), "市财政局\n市住建局", "2022年底前"),
            Row("2", "改造薄弱学校", Covered(), "市财政局", "长期坚持"),
            Row("3", "补充教师", "市委编办", "", "2023年6月底"))), "fodt", "docx");

        Assert.Equal(
            [
                "1 建设寄宿制学校 牵头:市教育局 配合:市财政局、市住建局 By 2022-12-31",
                "2 改造薄弱学校 牵头:市教育局 配合:市财政局 Ongoing ",
                "3 补充教师 牵头:市委编办 配合: By 2023-06-30",
            ],
            draft.Measures());
        Assert.All(draft.Measures, measure => Assert.EndsWith("一、学校建设", measure.Section, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_frame_of_one_cell_around_the_whole_plan_is_no_table()
    {
        OneOffice.Needed();
        var draft = await OneOffice.Draft(
            Document(Table(Row(Cell("某市义务教育优质均衡发展实施方案\n（2021—2023年）\n一、主要措施\n1.完善规划。2022年底前完成。（牵头单位：市教育局）\n2.保障用地。（牵头单位：市自然资源和规划局）")))), "fodt", "docx");

        Assert.Equal(["1 完善规划 牵头:市教育局 配合: By 2022-12-31", "2 保障用地 牵头:市自然资源和规划局 配合: "], draft.Measures());
    }

    [Fact]
    public async Task What_is_named_docx_and_is_an_rtf_is_read_as_one()
    {
        OneOffice.Needed();
        var rtf = await Office.Saved(Document(Head + Paragraph("一、主要措施") + Paragraph("1.完善规划。2022年底前完成。（牵头单位：市教育局）")), "fodt", "rtf");

        Assert.Equal(["1 完善规划 牵头:市教育局 配合: By 2022-12-31"], (await PlanFiles.Read("方案.docx", rtf)).Read().Measures());
    }

    [Fact]
    public async Task A_broken_old_word_file_is_refused_with_what_to_do()
    {
        OneOffice.Needed();
        var doc = await Office.Saved(Document(Head), "fodt", "doc");

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => PlanFiles.Read("方案.doc", [.. doc[..512], .. new byte[4096], .. "WordDocument"u8]));
        Assert.Contains("请", refusal.Message, StringComparison.Ordinal);
    }
}
