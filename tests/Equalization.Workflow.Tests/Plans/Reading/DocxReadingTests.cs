using System.Diagnostics;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Infrastructure.Documents;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans.Reading;

public sealed class DocxReadingTests
{
    private const string SofficeIsAbsent = "LibreOffice (soffice) is not installed.";

    [Fact]
    public void Automatic_numbers_show_as_on_paper() => Assert.Equal(
        "一、主要措施\n(一)优化布局\n1.完善规划\n2.保障用地\n(二)加强教师\n1.补充教师\n二、保障措施\n普通段落\n",
        Read(
            Numbered(0, "主要措施"), Numbered(1, "优化布局"), Numbered(2, "完善规划"), Numbered(2, "保障用地"), Numbered(1, "加强教师"), Numbered(2, "补充教师"), Numbered(0, "保障措施"),
            Plain("普通段落")));

    [Fact]
    public void A_table_becomes_lines_with_bars_and_a_merged_cell_says_so() => Assert.Equal(
        "序号|任务|责任单位\n1|建校|市教育局 市财政局\n2|改造|同上\n",
        Read(new Table(
            Row(Cell("序号"), Cell("任务"), Cell("责任单位")),
            Row(Cell("1"), Cell("建校"), Merged(new VerticalMerge { Val = MergedCellValues.Restart }, "市教育局", "市财政局")),
            Row(Cell("2"), Cell("改造"), Merged(new VerticalMerge(), "")))));

    [Fact]
    public void Tracked_changes_count_as_accepted() => Assert.Equal(
        "牵头单位:市教育局\n接上一行\n",
        Read(
            new Paragraph(
                new Run(new Text("牵头单位:")),
                new DeletedRun(new Run(new DeletedText("市财政局"))),
                new InsertedRun(new Run(new Text("市教育局"))),
                new MoveFromRun(new Run(new Text("市编办")))),
            new Paragraph(new ParagraphProperties(new ParagraphMarkRunProperties(new Deleted())), new Run(new Text("接上"))),
            Plain("一行")));

    [Fact]
    public void Headers_footers_and_comments_are_no_text_of_the_plan()
    {
        var content = Document(main =>
        {
            main.AddNewPart<HeaderPart>().Header = new Header(Plain("页眉"));
            main.AddNewPart<FooterPart>().Footer = new Footer(Plain("页脚"));
            main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(new Comment(Plain("批注")) { Id = "1" });
            main.Document = new Document(new Body(Plain("正文")));
        });

        Assert.Equal("正文\n", PlanFiles.Text(content));
    }

    [Fact]
    public void A_document_nested_deeper_than_a_stack_is_read()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        xml.Insert(xml.Length, "<w:sdt><w:sdtContent>", 50_000).Append("<w:p><w:r><w:t>正文</w:t></w:r></w:p>");
        xml.Insert(xml.Length, "</w:sdtContent></w:sdt>", 50_000).Append("</w:body></w:document>");
        var content = Document(main =>
        {
            using var part = main.GetStream(FileMode.Create);
            part.Write(Encoding.UTF8.GetBytes(xml.ToString()));
        });

        Assert.Equal("正文\n", PlanFiles.Text(content));
    }

    [Fact]
    public void A_document_of_pictures_is_refused() => Assert.Equal(
        "plan-file-empty",
        Assert.Throws<Core.RuleBroken>(() => PlanFiles.Text(Document(main => main.Document = new Document(new Body(new Paragraph()))))).Code);

    [Fact]
    public async Task The_plan_that_LibreOffice_made_a_docx_of_gives_the_same_draft()
    {
        var text = Repository.SharedFile("reference", "seeds", "003_78f6664cd1c75a99.txt");
        Assert.SkipUnless(Soffice() is not null, SofficeIsAbsent);
        await SameDraft(text);
    }

    [Fact]
    public async Task A_short_plan_that_LibreOffice_made_a_docx_of_gives_the_same_draft()
    {
        Assert.SkipUnless(Soffice() is not null, SofficeIsAbsent);
        var folder = Directory.CreateTempSubdirectory("plan");
        var text = Path.Combine(folder.FullName, "计划.txt");
        await File.WriteAllTextAsync(text, Samples.Plan("完善规划。到2022年60%以上学校达到国家标准。(牵头单位:市教育局,配合单位:各区县(市)政府、市国土局)"), TestContext.Current.CancellationToken);
        await SameDraft(text);
        folder.Delete(recursive: true);
    }

    private static async Task SameDraft(string text)
    {
        var folder = Directory.CreateTempSubdirectory("docx");
        var start = new ProcessStartInfo(Soffice()!, [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--infilter=Text (encoded):UTF8", "--convert-to", "docx", "--outdir", folder.FullName, text])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var soffice = Process.Start(start)!;
        await Task.WhenAll(
            soffice.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            soffice.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken),
            soffice.WaitForExitAsync(TestContext.Current.CancellationToken));
        var docx = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, Path.GetFileNameWithoutExtension(text) + ".docx"), TestContext.Current.CancellationToken);
        var fromText = PlanReader.Read(await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken));

        Assert.NotEmpty(fromText.Measures);
        Assert.Equal(fromText.Content(), (await PlanDocumentReader.Read("计划.docx", docx, false, TestContext.Current.CancellationToken)).Read().Content());
        folder.Delete(recursive: true);
    }

    private static string? Soffice() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice"))
        .FirstOrDefault(File.Exists);

    private static string Read(params OpenXmlElement[] body) =>
        PlanFiles.Text(Document(main =>
        {
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(Level(0, NumberFormatValues.ChineseCounting, "%1、"), Level(1, NumberFormatValues.ChineseCounting, "(%2)"), Level(2, NumberFormatValues.Decimal, "%3.")) { AbstractNumberId = 1 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 7 });
            main.Document = new Document(new Body(body));
        }));

    private static Level Level(int index, NumberFormatValues format, string text) =>
        new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = index };

    private static byte[] Document(Action<MainDocumentPart> fill)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            fill(document.AddMainDocumentPart());
        }

        return bytes.ToArray();
    }

    private static Paragraph Plain(string text) => new(new Run(new Text(text)));

    private static Paragraph Numbered(int level, string text) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = 7 })),
        new Run(new Text(text)));

    private static TableRow Row(params TableCell[] cells) => new(cells.Cast<OpenXmlElement>());

    private static TableCell Cell(string text) => new(Plain(text));

    private static TableCell Merged(VerticalMerge merge, params string[] lines) =>
        new(new OpenXmlElement[] { new TableCellProperties(merge) }.Concat(lines.Select(Plain)));
}
