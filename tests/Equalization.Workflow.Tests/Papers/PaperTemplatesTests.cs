using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Papers;

public sealed class PaperTemplatesTests
{
    [Fact]
    public void The_countys_words_stand_around_what_was_composed()
    {
        var dressed = Dress(
            """{ "kind": "Supervision", "redHead": "{{署名}}文件", "title": "关于“{{栏目.督办事项}}”的通知", "opening": ["{{主送}}："], "closing": ["特此通知。"], "copiesTo": ["市政府办公厅"] }""",
            PaperSamples.Notice());

        Assert.Equal("市教育督导委员会文件", dressed.RedHead);
        Assert.Equal("关于“乡村学校音体美专任教师补充”的通知", dressed.Title);
        Assert.Equal(["长沙市教育局：", "特此通知。"], dressed.Body.Cast<PaperParagraph>().Select(p => p.Text));
        Assert.Equal(["市政府办公厅"], dressed.CopiesTo);
        Assert.Equal("联系人：李敏", dressed.Note);
    }

    [Fact]
    public void A_paper_without_template_goes_out_as_composed()
    {
        var bulletin = PaperSamples.Bulletin();

        Assert.Same(bulletin, Templates("""{ "kind": "Supervision" }""").Dress(bulletin));
    }

    [Fact]
    public void What_a_value_holds_is_no_placeholder() => Assert.Equal(
        "甲{{署名}}", Dress("""{ "kind": "Supervision", "note": "{{附注}}" }""", PaperSamples.Notice() with { Note = "甲{{署名}}" }).Note);

    [Fact]
    public void A_text_whose_placeholders_are_empty_is_left_out() => Assert.Empty(
        Dress("""{ "kind": "Supervision", "closing": ["{{签发人}}"] }""", PaperSamples.Notice()).Body);

    [Theory]
    [InlineData("""{ "kind": "Supervision", "title": "{{标題}}" }""", "title", "{{标題}}")]
    [InlineData("""{ "kind": "Supervision", "closing": ["完。", "{{ 期限 }}"] }""", "closing", "{{ 期限 }}")]
    [InlineData("""{ "kind": "Supervision", "note": "{{附注" }""", "note", "没有成对")]
    [InlineData("""{ "kind": "Supervision", "note": "附注}}" }""", "note", "没有成对")]
    [InlineData("""{ "kind": "Supervision", "titel": "标题" }""", "第 1 行", "titel")]
    [InlineData("""{ "kind": "Nothing" }""", "第 1 行", "不是有效的模板")]
    [InlineData("""{ "title": "标题" }""", "第 1 行", "kind")]
    [InlineData("""{ "kind": "Supervision", """, "第 1 行", "不是有效的模板")]
    public void A_wrong_template_is_named_with_file_and_place(string json, string place, string said)
    {
        var fault = Assert.Throws<PaperTemplateFault>(() => Templates(json));

        Assert.Equal("0.json", fault.File);
        Assert.StartsWith(place, fault.Place, StringComparison.Ordinal);
        Assert.StartsWith("0.json：", fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_templates_for_one_kind_are_refused() => Assert.Contains(
        "0.json", Assert.Throws<PaperTemplateFault>(() => Templates("""{ "kind": "Bulletin" }""", """{ "kind": "Bulletin" }""")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_box_that_the_paper_has_not_is_refused_when_it_is_used()
    {
        var refusal = Assert.Throws<RuleBroken>(() => Dress("""{ "kind": "Supervision", "title": "{{栏目.没有}}" }""", PaperSamples.Notice()));

        Assert.Equal("paper-template", refusal.Code);
        Assert.Equal(["0.json", "title", "{{栏目.没有}}"], refusal.Arguments);
    }

    [Fact]
    public void The_templates_of_the_product_are_sound()
    {
        var templates = PaperTemplates.Load(Repository.PathOf("templates", "papers"));

        Assert.Equal("长沙市教育督导委员会文件", templates.Dress(PaperSamples.Bulletin() with { RedHead = null }).RedHead);
    }

    private static PaperDocument Dress(string json, PaperDocument paper) => Templates(json).Dress(paper);

    private static PaperTemplates Templates(params string[] files)
    {
        var folder = Directory.CreateTempSubdirectory("papers");
        try
        {
            for (var i = 0; i < files.Length; i++)
            {
                File.WriteAllText(Path.Combine(folder.FullName, $"{i}.json"), files[i]);
            }

            return PaperTemplates.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
