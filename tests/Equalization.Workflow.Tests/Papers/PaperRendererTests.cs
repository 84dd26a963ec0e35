using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Infrastructure.Papers;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Papers;

public sealed class PaperRendererTests
{
    public static TheoryData<string> Names => ["notice", "bulletin", "upwards"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_values_give_the_same_bytes_even_after_their_way_through_the_database(string name) =>
        Assert.Equal(Render(Paper(name)), Render(PaperJson.Read(PaperJson.Write(Paper(name)))));

    [Fact]
    public void Another_value_gives_other_bytes() =>
        Assert.NotEqual(Render(PaperSamples.Notice()), Render(PaperSamples.Notice() with { SignedOn = new DateOnly(2026, 11, 23) }));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_keeps_to_the_format(string name)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Render(Paper(name)), writable: false), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2016).Validate(file).Select(e => $"{e.Description} {e.Path?.XPath}"));
    }

    [Fact]
    public void The_page_is_that_of_the_standard()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Render(PaperSamples.Bulletin()), writable: false), isEditable: false);
        var section = file.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single();
        var margin = section.GetFirstChild<PageMargin>()!;

        Assert.Equal([37.0, 35.0, 28.0, 26.0], new[] { (double)margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value }.Select(t => Math.Round(t / 56.693)));
        Assert.Equal(22, (int)((section.GetFirstChild<PageSize>()!.Height! - margin.Top.Value - margin.Bottom.Value) / section.GetFirstChild<DocGrid>()!.LinePitch!.Value));
    }

    [Fact]
    public async Task A_full_page_holds_22_lines_of_28_characters()
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        var pages = await Office.Pages(Render(PaperSamples.Upwards(28 * 60)), "docx");
        var lines = pages[1].Split('\n').Where(l => l.Trim().Length > 0).Select(l => l.Replace(" ", "", StringComparison.Ordinal)).ToList();

        Assert.Equal("—2—", lines[^1]);
        Assert.Equal(22, lines.Count - 1);
        Assert.All(lines.SkipLast(1), line => Assert.Equal(28, line.Length));
    }

    [Fact]
    public async Task LibreOffice_reads_the_form_with_its_boxes_and_rare_characters()
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        var text = Squeezed(await Office.Pages(Render(PaperSamples.Notice()), "docx"));

        foreach (var part in new[] { "关于补充乡村教师的督办通知单", "督〔2026〕3号", "长沙市教育局：", "事项", "说明逾期原因。", PaperSamples.RareName, "市教育督导委员会", "2026年11月22日", "（联系人：李敏）", "—1—" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task LibreOffice_reads_head_numbered_headings_tables_annexes_and_imprint()
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        var text = Squeezed(await Office.Pages(Render(PaperSamples.Bulletin()), "docx"));
        var parts = new[]
        {
            "加急", "长沙市义务教育优质均衡发展领导小组办公室文件", "通〔2026〕5号", "关于第三季度重点任务进展情况的通报", "各区县（市）人民政府、市直有关单位：", "一、总体情况",
            "（一）按期完成", "（二）逾期", "二、存在问题", "（一）进展缓慢", "1.教育局", "（1）教师补充", "市教育局3", "附件：1.逾期任务清单", "2.核对意见", "2026年11月5日", "附件1", "清单正文。",
            "抄送：市委办公厅，市人大常委会办公厅。", "2026年11月5日印发",
        };

        var at = 0;
        foreach (var part in parts)
        {
            at = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(at >= 0, part);
        }
    }

    [Theory]
    [InlineData("云岭市2026年义务教育优质均衡发展自查报告", "云岭市2026年义务教育", "优质均衡发展自查报告")]
    [InlineData("关于补充乡村教师的督办通知单", "关于补充乡村教师的督办通知单", null)]
    public async Task A_title_longer_than_a_line_is_parted_evenly(string title, string first, string? second)
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        var lines = (await Office.Pages(Render(PaperSamples.Notice() with { Title = title, Number = null }), "docx"))[0].Split('\n')
            .Select(l => l.Replace(" ", "", StringComparison.Ordinal)).Where(l => l.Length > 0).ToList();

        Assert.Equal(first, lines[0]);
        Assert.Equal(second ?? "长沙市教育局：", lines[1]);
    }

    [Theory]
    [InlineData("关于对芙蓉区人民政府主要负责人进行约谈的通知书", "关于对芙蓉区人民政府|主要负责人进行约谈的通知书")]
    [InlineData("关于对云岭市机构编制委员会办公室予以督导通报的问责决定书", "关于对云岭市机构编制委员会办公室|予以督导通报的问责决定书")]
    [InlineData("关于对云岭市人力资源和社会保障局予以问责的建议书", "关于对云岭市人力资源和社会保障局|予以问责的建议书")]
    [InlineData("关于限期办结“化解义务教育学校大班额问题并新建改扩建乡村寄宿制学校”的督办通知单", null)]
    [InlineData("关于2018年1月至12月推进义务教育优质均衡发展滞后事项的通报（第12345号）", null)]
    [InlineData("㐂𠮷𡈽关于𠮷田实验学校2018年上半年推进优质均衡发展情况的报告和附件说明材料", null)]
    public void A_title_is_parted_where_no_name_figure_or_mark_is_torn(string title, string? lines)
    {
        string[] names = ["芙蓉区人民政府", "主要负责人", "云岭市机构编制委员会办公室", "云岭市人力资源和社会保障局"];
        var parted = PaperTitle.Lines(title, names).ToList();

        Assert.Equal(title, string.Concat(parted));
        Assert.True(lines is null || lines == string.Join('|', parted), string.Join('|', parted));
        Assert.All(parted, line => Assert.InRange(line.EnumerateRunes().Count(), 2, 20));
        Assert.All(parted.Skip(1), line => Assert.DoesNotContain(line[0], "、，。：；》”）的年月日号"));
        Assert.All(parted.SkipLast(1), line => Assert.DoesNotContain(line[^1], "《“（第"));
        Assert.All(parted.Zip(parted.Skip(1)), pair => Assert.False(char.IsAsciiDigit(pair.First[^1]) && char.IsAsciiDigit(pair.Second[0])));
        Assert.All(names.Where(title.Contains), name => Assert.Contains(parted, line => line.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_title_that_is_one_long_name_is_parted_all_the_same()
    {
        var name = string.Concat(Enumerable.Repeat("甲乙丙丁戊己庚辛壬癸", 5));

        Assert.Equal(name, string.Concat(PaperTitle.Lines(name, [name])));
        Assert.All(PaperTitle.Lines(name, [name]), line => Assert.InRange(line.Length, 10, 20));
    }

    [Fact]
    public async Task The_number_of_a_paper_that_goes_up_stands_beside_who_signs_it()
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);

        Assert.Contains((await Office.Pages(Render(PaperSamples.Upwards(10)), "docx"))[0].Split('\n'), line =>
            line.Replace(" ", "", StringComparison.Ordinal).Trim('　') == "问〔2026〕1号签发人：王建国");
    }

    [Fact]
    public async Task Rare_characters_reach_the_page_everywhere_a_text_may_stand()
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        const string Rare = "㐂𠮷䶮𪚥";
        var paper = PaperSamples.Bulletin() with
        {
            Title = $"关于{Rare}的通报", RedHead = $"{Rare}县文件", Urgency = Rare, Addressees = [$"{Rare}局"], Signatory = Rare, SignedBy = $"{Rare}办公室", CopiesTo = [$"{Rare}厅"], PrintedBy = $"{Rare}室",
            Note = Rare, Fields = [new("签收人", Rare) { Half = true }], Body = [new PaperHeading(1, Rare), new PaperParagraph(Rare), new PaperTable(Rare, [new(Rare)], [[Rare]])],
            Annexes = [new PaperAnnex(Rare, [new PaperParagraph(Rare)])],
        };
        var text = Squeezed(await Office.Pages(Render(paper), "docx"));

        // Title, head, urgency, addressee, signatory, signer, copies, printer, note, box, heading, paragraph, caption, column, cell, annex twice and its text.
        Assert.Equal(18, text.Split(Rare).Length - 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_box_or_a_cell_longer_than_a_page_goes_on_on_the_next(bool inBox)
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        var text = string.Concat(Enumerable.Range(1, 400).Select(i => $"第{i}句。"));
        var paper = PaperSamples.Notice() with
        {
            Fields = inBox ? [new("督办要求", text)] : [],
            Body = inBox ? [] : [new PaperTable(null, [new("异议", 10), new("答复", 30)], [[text, "维持。"]])],
        };
        var pages = (await Office.Pages(Render(paper), "docx")).Select((page, i) => Squeezed([page]).Replace($"—{i + 1}—", "", StringComparison.Ordinal).Replace("异议答复", "", StringComparison.Ordinal)).ToList();
        var printed = string.Concat(pages);

        Assert.Contains("第9句", pages[0], StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 400), i => Assert.Contains($"第{i}句", printed, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_file_cannot_carry_is_left_out()
    {
        var bytes = Render(PaperSamples.Notice() with { Title = "甲\u0001\uD842乙\u0000" });

        using var file = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        Assert.Equal("甲\uFFFD乙", file.MainDocumentPart!.Document.Body!.Elements<Paragraph>().First().InnerText);
    }

    [Fact]
    public void A_row_that_does_not_fit_its_head_is_refused() =>
        Assert.Equal("paper-shape", Refusal(new PaperTable("表", [new("甲"), new("乙")], [["一"]])));

    [Fact]
    public void A_fifth_level_is_refused() => Assert.Equal("paper-shape", Refusal(new PaperHeading(5, "太深")));

    [Fact]
    public void Headings_count_in_Chinese_beyond_ten()
    {
        var numbers = new HeadingNumbers();
        var all = Enumerable.Range(0, 21).Select(_ => numbers.Next(1)).ToList();

        Assert.Equal(["一、", "十、", "十一、", "二十、", "二十一、"], [all[0], all[9], all[10], all[19], all[20]]);
    }

    private static string Refusal(PaperBlock block) =>
        Assert.Throws<RuleBroken>(() => Render(PaperSamples.Notice() with { Body = [block] })).Code;

    private static PaperDocument Paper(string name) => name switch
    {
        "notice" => PaperSamples.Notice(),
        "bulletin" => PaperSamples.Bulletin(),
        _ => PaperSamples.Upwards(100),
    };

    private static byte[] Render(PaperDocument paper) => new PaperRenderer().Render(paper);

    private static string Squeezed(IReadOnlyList<string> pages) =>
        string.Concat(string.Concat(pages).Where(c => !char.IsWhiteSpace(c)));
}
