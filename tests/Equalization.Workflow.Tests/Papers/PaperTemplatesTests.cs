using System.Text;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Papers;

public sealed class PaperTemplatesTests
{
    [Fact]
    public void The_countys_words_stand_around_what_was_composed()
    {
        var dressed = Dress(
            """{ "kind": "Supervision", "redHead": "{{署名}}文件", "title": "关于“{{栏目.事项}}”的通知", "opening": ["{{主送}}："], "closing": ["特此通知。"], "copiesTo": ["市政府办公厅"] }""",
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
    [InlineData("""{ "kind": "Supervision", "title": "{{标題}}" }""", "第 1 行 title", "{{标題}}")]
    [InlineData("""{ "kind": "Supervision", "closing": ["完。", "{{ 期限 }}"] }""", "第 1 行 closing", "{{ 期限 }}")]
    [InlineData("""{ "kind": "Supervision", "note": "{{附注" }""", "第 1 行 note", "没有成对")]
    [InlineData("""{ "kind": "Supervision", "note": "附注}}" }""", "第 1 行 note", "没有成对")]
    [InlineData("{\n  \"kind\": \"Supervision\",\n  \"closing\": [\n    \"完。\",\n    \"{{期限}}前答复\"\n  ]\n}", "第 5 行 closing", "{{期限}}")]
    [InlineData("{\n  \"kind\": \"Supervision\",\n  \"note\": \"\\u007b\\u007b附注\"\n}", "第 3 行 note", "没有成对")]
    [InlineData("{\n  \"kind\": \"Supervision\",\n  \"closing\": \"特此通知。\"\n}", "第 3 行 $.closing", "不是有效的模板")]
    [InlineData("{\n  \"kind\": \"Supervision\",\n  \"opening\": null\n}", "第 3 行", "不是有效的模板")]
    [InlineData("{\n  \"kind\": \"Supervision\",\n  \"note\": \"一\",\n  \"note\": \"二\"\n}", "第 4 行", "不是有效的模板")]
    [InlineData("", "第 1 行", "不是有效的模板")]
    [InlineData("null", "$", "文件内容为空")]
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

    [Theory]
    [InlineData("gb18030", "第 2 行")]
    [InlineData("utf-16", "第 1 行")]
    public void Another_encoding_is_named_with_its_line(string encoding, string place)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var fault = Assert.Throws<PaperTemplateFault>(() => Load("0.json", Encoding.GetEncoding(encoding).GetBytes("{ \"kind\": \"Supervision\",\n \"note\": \"联系人：𠮷㐂\" }")));

        Assert.Equal(place, fault.Place);
        Assert.Contains("不是 UTF-8 编码", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_of_the_encoding_at_the_beginning_and_rare_characters_do_no_harm()
    {
        var templates = Load("0.json", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("{ \"kind\": \"Supervision\", \"note\": \"联系人：𠮷㐂\" }")]);

        Assert.Equal("联系人：𠮷㐂", templates.Dress(PaperSamples.Notice()).Note);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_is_refused_with_a_wrong_placeholder_and_taken_with_all_right_ones(PaperKind kind)
    {
        var fault = Assert.Throws<PaperTemplateFault>(() => Templates($$$"""{ "kind": "{{{kind}}}", "redHead": "{{发文机构}}文件" }"""));
        Assert.Equal(("0.json", "第 1 行 redHead"), (fault.File, fault.Place));
        Assert.Contains("{{发文机构}}", fault.Message, StringComparison.Ordinal);
        var paper = new PaperDocument { Kind = kind, Title = "标题", Number = "号", Addressees = ["甲"], SignedBy = "乙", SignedOn = new DateOnly(2026, 1, 2), Signatory = "丙", Note = "丁", Urgency = "急" };

        var dressed = Templates($$$"""{ "kind": "{{{kind}}}", "closing": ["{{标题}}{{发文字号}}{{主送}}{{署名}}{{成文日期}}{{签发人}}{{附注}}{{紧急程度}}"] }""").Dress(paper);
        Assert.Equal("标题号甲乙2026年1月2日丙丁急", Assert.IsType<PaperParagraph>(Assert.Single(dressed.Body)).Text);
    }

    [Fact]
    public void The_program_does_not_start_with_a_broken_template_and_says_which()
    {
        var folder = Directory.CreateTempSubdirectory("papers");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "Bulletin.json"), "{\n  \"kind\": \"Bulletin\",\n  \"redHead\": \"{{发文机构}}文件\"\n}");
            var fault = Assert.Throws<PaperTemplateFault>(() => WebProgram.Build([], new TestClock(new DateOnly(2018, 3, 1)), builder =>
            {
                builder.Configuration["Papers:Templates"] = folder.FullName;
                builder.Configuration["Files:DataFolder"] = folder.FullName;
                builder.Configuration["Jobs:Run"] = "false";
            }));

            Assert.StartsWith("Bulletin.json：第 3 行 redHead：占位符 {{发文机构}} 不认识。", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Two_templates_for_one_kind_are_refused() => Assert.Contains(
        "0.json", Assert.Throws<PaperTemplateFault>(() => Templates("""{ "kind": "Bulletin" }""", """{ "kind": "Bulletin" }""")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "kind": "Supervision", "title": "{{栏目.督办事项}}" }""", "0.json：第 1 行 title：占位符 {{栏目.督办事项}} 在 Supervision 这种公文里没有对应的栏目。可用的栏目有 编号、任务编号、事项、")]
    [InlineData("{\n  \"kind\": \"InterviewMinutes\",\n  \"closing\": [\"{{栏目.目的}}\"]\n}", "0.json：第 3 行 closing：占位符 {{栏目.目的}} 在 InterviewMinutes 这种公文里没有对应的栏目。")]
    [InlineData("""{ "kind": "Bulletin", "note": "{{栏目.编号}}" }""", "0.json：第 1 行 note：占位符 {{栏目.编号}} 不能用：Bulletin 这种公文没有栏目。")]
    [InlineData("""{ "kind": "Supervision", "note": "{{栏目.}}" }""", "0.json：第 1 行 note：占位符 {{栏目.}} 在 Supervision 这种公文里没有对应的栏目。")]
    public void A_box_that_no_paper_of_the_kind_has_is_named_before_any_paper_is_made(string json, string said) =>
        Assert.StartsWith(said, Assert.Throws<PaperTemplateFault>(() => Templates(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_box_that_one_paper_leaves_out_fills_as_nothing() => Assert.Equal(
        ["编号督〔2026〕3号"], Dress("""{ "kind": "Supervision", "closing": ["编号{{栏目.编号}}{{栏目.协办单位}}", "{{栏目.协办单位}}"] }""", PaperSamples.Notice()).Body.Cast<PaperParagraph>().Select(p => p.Text));

    [Fact]
    public async Task Every_form_that_was_composed_has_the_boxes_of_its_kind_and_no_other()
    {
        await using var story = await StoryCity.Create();
        await story.Interview(InterviewState.FollowUp);
        var moved = await story.Interview(InterviewState.Noticed);
        await story.City.Get<InterviewIssueService>().Cancel(story.City.Leader, moved.Id, moved.Version, "已书面说明。", TestSite.Password, TestContext.Current.CancellationToken);
        var papers = (await story.City.Read(db => db.Papers.AsNoTracking().ToListAsync())).ConvertAll(p => p.Document);
        Assert.All(papers, p => Assert.Subset(PaperBoxes.Of(p.Kind).ToHashSet(), p.Fields.Select(f => f.Name).ToHashSet()));
        foreach (var kind in Enum.GetValues<PaperKind>().Where(k => PaperBoxes.Of(k).Count > 0))
        {
            Assert.Equal(PaperBoxes.Of(kind).Order(), papers.Where(p => p.Kind == kind).SelectMany(p => p.Fields).Select(f => f.Name).Distinct().Order());
        }
    }

    [Fact]
    public void The_templates_of_the_product_are_sound()
    {
        var templates = PaperTemplates.Load(Repository.PathOf("templates", "papers"));

        Assert.Equal("长沙市教育督导委员会文件", templates.Dress(PaperSamples.Bulletin() with { RedHead = null }).RedHead);
    }

    private static PaperDocument Dress(string json, PaperDocument paper) => Templates(json).Dress(paper);

    public static TheoryData<PaperKind> Kinds => [.. Enum.GetValues<PaperKind>()];

    private static PaperTemplates Load(string name, byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("papers");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
            return PaperTemplates.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

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
