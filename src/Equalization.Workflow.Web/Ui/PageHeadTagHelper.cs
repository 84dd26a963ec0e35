using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The head of a page: its title, which also names the tab, one line under it, and at most one primary button as content.</summary>
[HtmlTargetElement("page-head")]
public sealed class PageHeadTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <summary>What the page shows, when the title alone does not say it.</summary>
    public string? Note { get; set; }

    /// <summary>The page above, for pages deeper than two.</summary>
    public string? BackHref { get; set; }

    public string? BackText { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        ViewContext.ViewData["Title"] = Title;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-head");
        var words = Markup.Element("div", "page-words");
        if (BackHref is not null)
        {
            words.Holding(Markup.Element("a", "page-back").With("href", BackHref)
                .Holding(Markup.Icon("chevron-left", ViewContext.HttpContext.Request.PathBase), Markup.Span("", BackText)));
        }

        words.Holding(Markup.Element("h1", "", Title), Note is null ? null : Markup.Element("p", "page-note", Note));
        output.Content.AppendHtml(words);
        if (!content.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Element("div", "page-acts").Holding(content));
        }
    }
}
