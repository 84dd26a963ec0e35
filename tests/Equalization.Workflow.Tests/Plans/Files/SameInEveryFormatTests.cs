using System.Text;
using Equalization.Workflow.Tests.Plans.Reading;
using Equalization.Workflow.Tests.Support;
using static Equalization.Workflow.Tests.Plans.Files.OfficePlans;

namespace Equalization.Workflow.Tests.Plans.Files;

/// <summary>One plan in every kind of file gives the same measures, units and days.</summary>
public sealed class SameInEveryFormatTests
{
    private const string Plan = """
        某市义务教育优质均衡发展实施方案
        （2021—2023年）
        一、主要措施
        1.完善布局规划，新建改扩建义务教育学校，切实解决城镇学校大班额和农村学校空心化的问题，让每一个孩子都能就近入学并享有公平而有质量的教育。2022年底前完成。（牵头单位：市教育局，配合单位：市财政局、市自然资源和规划局、市住房和城乡建设局、各区县政府）
        2.补充中小学教师。2023年6月底前完成。（牵头单位：市委编办，配合单位：市人力资源和社会保障局、市教育局）
        3.开展质量监测。2023年底前完成。（牵头单位：市教育局）
        """;

    [Theory]
    [InlineData("docx")]
    [InlineData("doc")]
    [InlineData("odt")]
    [InlineData("rtf")]
    [InlineData("pdf")]
    public async Task A_document_says_the_same_as_its_text(string format)
    {
        OneOffice.Needed();
        var fromText = (await PlanFiles.Read("方案.txt", Encoding.UTF8.GetBytes(Plan))).Read();

        Assert.Equal(3, fromText.Measures.Count);
        Assert.Equal(fromText.Measures(), (await OneOffice.Draft(Document(Paragraphs(Plan)), "fodt", format)).Measures());
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    [InlineData("ods")]
    public async Task A_table_says_the_same_as_the_text(string format)
    {
        OneOffice.CalcNeeded();
        var fromText = (await PlanFiles.Read("方案.txt", Encoding.UTF8.GetBytes(Plan))).Read();
        var table = Workbook(Sheet("任务", false,
            Row("序号", "主要措施", "牵头单位", "配合单位", "完成时限"),
            Row("1", fromText.Measures[0].Title!, "市教育局", "市财政局、市自然资源和规划局\n市住房和城乡建设局；各区县政府", "2022年底前"),
            Row("2", fromText.Measures[1].Title!, "市委编办", "市人力资源和社会保障局\n市教育局", Day("2023-06-30")),
            Row("3", fromText.Measures[2].Title!, "市教育局", "", "2023年底前")));

        Assert.Equal(fromText.Measures(), (await OneOffice.Draft(table, "fods", format)).Measures());
    }

    [Fact]
    public async Task A_table_in_a_pdf_says_the_same_as_in_the_document()
    {
        OneOffice.Needed();
        var source = Document(Paragraph("某市义务教育优质均衡发展实施方案") + Paragraph("（2021—2023年）") + Table(
            Row("序号", "重点任务", "牵头单位", "配合单位", "完成时限"),
            Row("1", "建设寄宿制学校5所，改善办学条件", "市教育局", "市财政局\n市住建局", "2022年底前"),
            Row("2", "补充教师300名", "市委编办", "市人社局、市教育局、市财政局", "长期坚持")) + Paragraph("附则由市教育局负责解释，自印发之日起施行，并按年度向社会公布进展情况，接受监督。"));

        var fromWord = await OneOffice.Draft(source, "fodt", "docx");
        Assert.Equal(2, fromWord.Measures.Count);
        Assert.Equal(fromWord.Measures(), (await OneOffice.Draft(source, "fodt", "pdf")).Measures());
    }

    [Fact]
    public async Task Heads_and_page_numbers_of_a_pdf_are_set_aside_and_do_not_cut_a_sentence()
    {
        OneOffice.Needed();
        var items = Enumerable.Range(1, 90).Select(i => $"{i}.完善第{i}所学校的布局规划，新建改扩建义务教育学校，切实解决城镇学校大班额和农村学校空心化的问题。2022年底前完成。（牵头单位：市教育局，配合单位：市财政局、市自然资源和规划局）");
        var source = Paragraphs("某市义务教育优质均衡发展实施方案\n（2021—2023年）\n一、主要措施\n" + string.Join('\n', items));
        var fromWord = await OneOffice.Draft(Document(source), "fodt", "docx");
        var fromPdf = await OneOffice.Draft(Document(source), "fodt", "pdf");

        Assert.Equal(90, fromPdf.Measures.Count);
        Assert.Equal(fromWord.Measures(), fromPdf.Measures());
        Assert.Contains(fromPdf.Skipped("页眉或页脚"), words => words.Contains("内部资料", StringComparison.Ordinal));
        Assert.Contains(fromPdf.Skipped("页眉或页脚"), words => words.Contains('2', StringComparison.Ordinal));
    }
}
