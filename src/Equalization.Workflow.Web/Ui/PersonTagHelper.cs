using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>A person with the post held on the day in question: not the post of today.</summary>
[HtmlTargetElement("person", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PersonTagHelper(IStringLocalizer l) : TagHelper
{
    /// <summary>Empty stands for the program itself.</summary>
    public string? Name { get; set; }

    public string? Post { get; set; }

    public DateOnly? On { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "person");
        if (On is { } on)
        {
            output.Attributes.SetAttribute("title", l["{0} 时的职务", on].Value);
        }

        output.Content.AppendHtml(Markup.Span("person-name", string.IsNullOrEmpty(Name) ? l["系统"] : Name));
        if (!string.IsNullOrEmpty(Post))
        {
            output.Content.Append(" ");
            output.Content.AppendHtml(Markup.Span("person-post", Post));
        }
    }
}
