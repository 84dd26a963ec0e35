using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Equalization.Workflow.Web.Ui;

/// <summary>An empty place that says so, and what comes next; a button may be its content.</summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public required string Says { get; set; }

    /// <summary>What comes next and when, or what to do.</summary>
    public string? Next { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "nothing");
        output.Content.AppendHtml(Markup.Element("p", "nothing-says", Says));
        if (Next is not null)
        {
            output.Content.AppendHtml(Markup.Element("p", "nothing-next", Next));
        }

        output.Content.AppendHtml(content);
    }
}
