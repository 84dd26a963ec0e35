using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Equalization.Workflow.Tests.Ui;

public sealed class PartsTests
{
    private static readonly Texts L = Texts.Load();
    private static readonly DateOnly Day = new(2026, 11, 21);

    public PartsTests() => CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");

    [Fact]
    public void Each_light_differs_by_shape_and_word_and_not_by_colour_alone()
    {
        var faces = Enum.GetValues<Light>().Select(light => (Shape: Write(LightTagHelper.Shape(light)), LightTagHelper.Face(light).Word)).ToList();
        Assert.Equal(5, faces.Select(face => face.Shape).Distinct().Count());
        Assert.Equal(["未开始", "临近", "正常", "滞后", "逾期"], faces.Select(face => face.Word));
    }

    [Fact]
    public void A_light_says_its_reason_and_a_compact_one_keeps_it_for_hover_and_for_listeners()
    {
        var full = Render(new LightTagHelper(L) { Kind = Light.Red, Reason = "已逾 8 个工作日", Silent = true });
        Assert.Contains("<span class=\"light-reason\">已逾 8 个工作日</span>", full);
        Assert.Contains("未反馈", full);
        var compact = Render(new LightTagHelper(L) { Kind = Light.Red, Reason = "已逾 8 个工作日", Compact = true });
        Assert.Contains("title=\"已逾 8 个工作日\"", compact);
        Assert.Contains("<span class=\"visually-hidden\">已逾 8 个工作日</span>", compact);
        Assert.Contains("逾期", compact);
    }

    [Fact]
    public void What_people_wrote_is_text_and_never_markup()
    {
        Assert.DoesNotContain("<b>", Render(new LightTagHelper(L) { Reason = "<b>" }));
        Assert.DoesNotContain("<b>", Render(new UnitChipTagHelper(L) { Name = "<b>", FullName = "\"><b>" }));
        Assert.DoesNotContain("<b>", Render(new PersonTagHelper(L) { Name = "<b>", Post = "<b>" }));
    }

    [Fact]
    public void A_moved_due_day_shows_the_first_struck_through()
    {
        Assert.Contains("<del class=\"due-first\"", Render(new DueTagHelper(L) { First = Day, Current = Day.AddDays(7), Left = 5 }));
        Assert.DoesNotContain("<del", Render(new DueTagHelper(L) { First = Day, Current = Day, Left = 5 }));
    }

    [Theory]
    [InlineData(5, "还剩 5 个工作日")]
    [InlineData(0, "今日截止")]
    [InlineData(-8, "已逾 8 个工作日")]
    public void Working_days_left_are_said_in_words(int left, string words) =>
        Assert.Contains(words, Render(new DueTagHelper(L) { Current = Day, Left = left }));

    [Theory]
    [InlineData("2026Q3", "2026年第3季度", "Q3 2026")]
    [InlineData("2026H2", "2026年下半年", "second half of 2026")]
    [InlineData("2026-03", "2026年3月", "Mar 2026")]
    [InlineData("2026-13", "2026-13", "2026-13")]
    [InlineData("2026-0003", "2026-0003", "2026-0003")]
    [InlineData("请补充。", "请补充。", "请补充。")]
    public void A_reporting_period_is_said_in_words_and_nothing_else_is_touched(string text, string chinese, string english)
    {
        Assert.Equal(chinese, string.Format(new TextFormat(new CultureInfo("zh-CN")), "{0}", text));
        Assert.Equal(english, string.Format(new TextFormat(new CultureInfo("en")), "{0}", text));
    }

    [Fact]
    public void Progress_beyond_the_bar_stays_inside_it_and_keeps_its_figure()
    {
        var html = Render(new ProgressPairTagHelper(L) { Reported = 120, Expected = 37.5m });
        Assert.Contains("class=\"pair-reported\" width=\"100\"", html);
        Assert.Contains("class=\"pair-expected\" y=\"6.5\" width=\"37.5\"", html);
        Assert.Contains("120%", html);
        Assert.DoesNotContain("style=", html);
    }

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(3, 7, "1 2 3 4 0 7")]
    [InlineData(5, 9, "1 0 4 5 6 0 9")]
    public void A_pager_shows_the_ends_and_the_neighbours(int page, int pages, string shown) =>
        Assert.Equal(shown, string.Join(' ', PagerTagHelper.Shown(page, pages)));

    [Fact]
    public void An_address_keeps_its_filters_and_drops_the_language()
    {
        var request = new DefaultHttpContext().Request;
        request.Path = "/Tasks";
        request.QueryString = new QueryString("?unit=a&unit=b&p=3&culture=en");
        Assert.Equal("/Tasks?unit=a&unit=b&p=4", Address.With(request, ("p", "4")));
        Assert.True(Address.IsFiltered(request));
        request.QueryString = new QueryString("?p=3&sort=due&unit=");
        Assert.False(Address.IsFiltered(request));
    }

    [Theory]
    [InlineData(900, "900 B")]
    [InlineData(1834211, "1.7 MB")]
    [InlineData(2L * 1024 * 1024 * 1024, "2 GB")]
    public void Sizes_carry_their_unit(long bytes, string words) => Assert.Equal(words, DocCardTagHelper.Bytes(bytes));

    private static string Render(TagHelper part)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "part");
        var output = new TagHelperOutput("part", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        part.Process(context, output);
        return Write(output);
    }

    private static string Write(Microsoft.AspNetCore.Html.IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        return writer.ToString();
    }
}
