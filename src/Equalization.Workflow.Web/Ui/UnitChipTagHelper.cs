using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>A unit as a chip: its name, whether it leads, and its own light where it has one.</summary>
[HtmlTargetElement("unit-chip", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UnitChipTagHelper(IStringLocalizer l) : TagHelper
{
    public required string Name { get; set; }

    /// <summary>The full name behind a short one.</summary>
    public string? FullName { get; set; }

    public bool Lead { get; set; }

    public Light? Light { get; set; }

    public string? Reason { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "span" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Lead ? "chip chip-lead" : "chip");
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }

        if ((Reason ?? FullName) is { } title)
        {
            output.Attributes.SetAttribute("title", title);
        }

        if (Lead)
        {
            output.Content.AppendHtml(Markup.Span("chip-role", l["牵头"]));
        }

        if (Light is { } light)
        {
            var (css, word) = LightTagHelper.Face(light);
            output.Content.AppendHtml(Markup.Span($"light-{css}").Holding(LightTagHelper.Shape(light), Markup.Spoken(l[word])));
        }

        output.Content.AppendHtml(Markup.Span("chip-name", Name));
    }
}
