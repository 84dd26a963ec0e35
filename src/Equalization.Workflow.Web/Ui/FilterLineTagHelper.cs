using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// The filters under a title: a form that changes the address, sent on each choice, and by its button where scripts are
/// off. Its content are &lt;filter-pick&gt; and plain inputs.
/// </summary>
[HtmlTargetElement("filter-line")]
public sealed class FilterLineTagHelper(IStringLocalizer l) : TagHelper
{
    /// <summary>How many rows the filters leave; shown at the end of the line.</summary>
    public int? Total { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var request = ViewContext.HttpContext.Request;
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "filters");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("data-filters", "");
        output.Content.AppendHtml(content);
        foreach (var kept in (string[])["sort", "view"])
        {
            if (request.Query[kept] is [{ } value])
            {
                output.Content.AppendHtml(Markup.Element("input", "").With("type", "hidden").With("name", kept).With("value", value));
            }
        }

        output.Content.AppendHtml(Markup.Element("button", "btn filters-go", l["筛选列表"]).With("type", "submit"));
        if (Address.IsFiltered(request))
        {
            output.Content.AppendHtml(Markup.Element("a", "filters-clear", l["清除筛选"]).With("href", request.PathBase + request.Path));
        }

        if (Total is { } total)
        {
            output.Content.AppendHtml(Markup.Span("filters-total", l["共 {0} 条", total]).With("role", "status"));
        }
    }
}
