using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// What is wrong with a field, right under it. Give the field aria-describedby="NAME-error". Without a field it shows what
/// belongs to none, at the head of the form.
/// </summary>
[HtmlTargetElement("field-error", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldErrorTagHelper : TagHelper
{
    public ModelExpression? For { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = For is null ? "" : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var errors = ViewContext.ModelState.TryGetValue(name, out var entry) ? entry.Errors : null;
        if (errors is not { Count: > 0 })
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", name.Length == 0 ? "form-refusal" : "field-error");
        if (!output.Attributes.ContainsName("id"))
        {
            // A Chinese name has no letters that an id may have: such a field brings its own.
            output.Attributes.SetAttribute("id", TagBuilder.CreateSanitizedId(name.Length == 0 ? "form" : name, "_") + "-error");
        }

        output.Attributes.SetAttribute("role", "alert");
        output.Content.AppendHtml(Markup.Icon("alert-triangle", ViewContext.HttpContext.Request.PathBase));
        output.Content.AppendHtml(Markup.Span("", string.Join(' ', errors.Select(error => error.ErrorMessage))));
    }
}
