using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>One choice of a filter line; what the address says is what it shows.</summary>
[HtmlTargetElement("filter-pick", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FilterPickTagHelper(IStringLocalizer l) : TagHelper
{
    /// <summary>The name in the address.</summary>
    public required string Name { get; set; }

    public required string Label { get; set; }

    /// <summary>Value in the address and words for the reader.</summary>
    public required IEnumerable<(string Value, string Text)> Options { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = ViewContext.HttpContext.Request.Query[Name].ToString();
        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "filter");
        var select = Markup.Element("select", "form-select").With("name", Name)
            .Holding(Markup.Element("option", "", l["全部"]).With("value", ""));
        foreach (var (value, text) in Options)
        {
            select.Holding(Markup.Element("option", "", text).With("value", value).With("selected", value == chosen ? "selected" : null));
        }

        output.Content.AppendHtml(Markup.Span("filter-label", Label)).AppendHtml(select);
    }
}
