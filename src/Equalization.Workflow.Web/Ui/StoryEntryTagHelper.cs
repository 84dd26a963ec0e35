using Equalization.Workflow.Core;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>One act in the story of a thing: what, when, by whom in which post; the values and papers are its content. Stands in &lt;ol class="story"&gt;.</summary>
[HtmlTargetElement("story-entry")]
public sealed class StoryEntryTagHelper(IStringLocalizer l) : TagHelper
{
    /// <summary>The act, already in the reader's language: 签收, 退回修改.</summary>
    public required string Act { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Empty stands for the program itself.</summary>
    public string? Who { get; set; }

    public string? Post { get; set; }

    public string Icon { get; set; } = "check";

    /// <summary>A refusal or a return: the only entries in red.</summary>
    public bool Refusal { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Refusal ? "story-entry story-refusal" : "story-entry");
        var by = Markup.Span("person").Holding(
            Markup.Span("person-name", string.IsNullOrEmpty(Who) ? l["系统"] : Who),
            string.IsNullOrEmpty(Post) ? null : Markup.Span("person-post", Post));
        var head = Markup.Element("p", "story-head").Holding(
            Markup.Element("strong", "story-act", Act),
            by,
            Markup.Element("time", "story-at", Dates.Instant(At)).With("datetime", At.ToString("yyyy-MM-ddTHH:mm:ssZ")).With("title", Dates.Day(ChinaTime.DayOf(At))));
        output.Content.AppendHtml(Markup.Span("story-mark").Holding(Markup.Icon(Icon, ViewContext.HttpContext.Request.PathBase)));
        output.Content.AppendHtml(Markup.Element("div", "story-body").Holding(
            head,
            content.IsEmptyOrWhiteSpace ? null : Markup.Element("div", "story-content").Holding(content)));
    }
}
