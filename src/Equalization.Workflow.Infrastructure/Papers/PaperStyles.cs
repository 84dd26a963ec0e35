using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Equalization.Workflow.Infrastructure.Papers;

/// <summary>The paragraph styles of a paper by name, and what each looks like. Whoever edits the file in Word finds them in its list of styles.</summary>
internal static class PaperStyles
{
    public const string Text = "PaperText";
    public const string Flush = "Normal";
    public const string Urgency = "PaperUrgency";
    public const string RedHead = "PaperRedHead";
    public const string Number = "PaperNumber";
    public const string Title = "PaperTitle";
    public const string AnnexHead = "PaperAnnexHead";
    public const string SignOff = "PaperSignOff";
    public const string Caption = "PaperCaption";
    public const string Cell = "PaperCell";
    public const string CellHead = "PaperCellHead";
    public const string Box = "PaperBox";
    public const string BoxName = "PaperBoxName";
    public const string Imprint = "PaperImprint";
    public const string Footer = "PaperFooter";

    public const string Fangsong = "仿宋_GB2312";
    public const string Hei = "黑体";
    public const string Kai = "楷体_GB2312";
    public const string TitleSong = "方正小标宋简体";
    public const string Song = "宋体";
    public const string Extended = "SimSun-ExtB";

    private const string Red = "FF0000";

    public static string Heading(int level) => $"PaperHeading{level}";

    public static Styles Make() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(Fangsong), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        Style(Flush, "Normal", Fangsong, 32, isDefault: true),
        Style(Text, "公文正文", Fangsong, 32, indent: true),
        Style(Urgency, "公文紧急程度", Hei, 32),
        Style(RedHead, "公文发文机关标志", TitleSong, 72, JustificationValues.Center, line: 0, colour: Red),
        Style(Number, "公文发文字号", Fangsong, 32, JustificationValues.Center),
        Style(Title, "公文标题", TitleSong, 44, JustificationValues.Center, line: 680),
        Style(Heading(1), "公文一级标题", Hei, 32, indent: true, outline: 0),
        Style(Heading(2), "公文二级标题", Kai, 32, indent: true, outline: 1),
        Style(Heading(3), "公文三级标题", Fangsong, 32, indent: true, outline: 2),
        Style(Heading(4), "公文四级标题", Fangsong, 32, indent: true, outline: 3),
        Style(AnnexHead, "公文附件标识", Hei, 32),
        Style(SignOff, "公文落款", Fangsong, 32, JustificationValues.Right),
        Style(Caption, "公文表题", Hei, 28, JustificationValues.Center, line: 480),
        Style(Cell, "公文表格文字", Fangsong, 24, line: 340),
        Style(CellHead, "公文表头", Hei, 24, JustificationValues.Center, line: 340),
        Style(Box, "公文表单内容", Fangsong, 28, line: 460),
        Style(BoxName, "公文表单项目", Hei, 28, JustificationValues.Center, line: 460),
        Style(Imprint, "公文版记", Fangsong, 28, line: 460),
        Style(Footer, "公文页码", Song, 28, line: 0));

    /// <summary>The fonts by name with what stands in for each where it is not installed.</summary>
    public static Fonts FontTable() => new(
        Font(Fangsong, "仿宋,FangSong,STFangsong,Noto Serif CJK SC"),
        Font(Hei, "SimHei,STHeiti,Noto Sans CJK SC"),
        Font(Kai, "楷体,KaiTi,STKaiti,Noto Serif CJK SC"),
        Font(TitleSong, "FZXiaoBiaoSong-B05S,STZhongsong,华文中宋,Noto Serif CJK SC,宋体"),
        Font(Song, "SimSun,STSong,Noto Serif CJK SC"),
        Font(Extended, "宋体-方正超大字符集,Noto Serif CJK SC"));

    public static RunFonts Fonts(string name) => new() { Ascii = name, HighAnsi = name, EastAsia = name, ComplexScript = name };

    private static Font Font(string name, string alternatives) => new()
    {
        Name = name,
        AltName = new AltName { Val = alternatives },
        FontCharSet = new FontCharSet { Val = "86" },
        FontFamily = new FontFamily { Val = FontFamilyValues.Auto },
        Pitch = new Pitch { Val = FontPitchValues.Variable },
    };

    private static Style Style(
        string id, string name, string font, int halfPoints, JustificationValues align = JustificationValues.Both, bool isDefault = false, bool indent = false,
        int line = PaperPage.Line, string? colour = null, int? outline = null)
    {
        var paragraph = new StyleParagraphProperties
        {
            WidowControl = new WidowControl { Val = false },
            SnapToGrid = new SnapToGrid { Val = false },
            SpacingBetweenLines = line == 0
                ? new SpacingBetweenLines { Before = "0", After = "0" }
                : new SpacingBetweenLines { Before = "0", After = "0", Line = $"{line}", LineRule = LineSpacingRuleValues.Exact },
            Indentation = indent ? new Indentation { FirstLine = $"{2 * PaperPage.Character}", FirstLineChars = 200 } : null,
            Justification = new Justification { Val = align },
            OutlineLevel = outline is { } level ? new OutlineLevel { Val = level } : null,
        };
        return new Style
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
            CustomStyle = isDefault ? null : true,
            StyleName = new StyleName { Val = name },
            NextParagraphStyle = outline is null ? null : new NextParagraphStyle { Val = Text },
            PrimaryStyle = new PrimaryStyle(),
            StyleParagraphProperties = paragraph,
            StyleRunProperties = new StyleRunProperties
            {
                RunFonts = Fonts(font),
                Color = colour is null ? null : new Color { Val = colour },
                Spacing = halfPoints == 32 ? new Spacing { Val = PaperPage.CharacterSpace } : null,
                FontSize = new FontSize { Val = $"{halfPoints}" },
                FontSizeComplexScript = new FontSizeComplexScript { Val = $"{halfPoints}" },
            },
        };
    }
}
