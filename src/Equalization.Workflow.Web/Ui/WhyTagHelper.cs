using Equalization.Workflow.Core.Explanations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>A link to the sheet that explains one light, notice, reminder or step. Not printed.</summary>
[HtmlTargetElement("why", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhyTagHelper(IStringLocalizer l) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public WhyKind Kind { get; set; }

    public Guid Id { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "light-why");
        output.Attributes.SetAttribute("href", $"{ViewContext.HttpContext.Request.PathBase}/Why/{Kind}/{Id}");
        output.Content.SetContent(l["为什么"]);
    }
}
