using System.Globalization;
using Equalization.Workflow.Core.Lights;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Reported progress over the progress the schedule expects, both in percent, as two thin bars and in figures.</summary>
[HtmlTargetElement("progress-pair", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressPairTagHelper(IStringLocalizer l) : TagHelper
{
    /// <summary>Null while nothing was reported.</summary>
    public decimal? Reported { get; set; }

    /// <summary>Null where there is no schedule to hold it against.</summary>
    public decimal? Expected { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pair");
        // The content policy forbids style attributes, so the lengths are SVG geometry.
        output.Content.AppendHtml(new HtmlString(
            "<svg class=\"pair-bars\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">" +
            "<rect class=\"pair-ground\" width=\"100\" height=\"4\"/>" +
            $"<rect class=\"pair-reported\" width=\"{Length(Reported)}\" height=\"4\"/>" +
            $"<rect class=\"pair-expected\" y=\"6.5\" width=\"{Length(Expected)}\" height=\"2\"/></svg>"));
        output.Content.AppendHtml(Markup.Span("pair-figures").Holding(
            Markup.Span("pair-number", Reported is { } reported ? Percent(reported) : l["未报"]),
            Expected is { } expected ? Markup.Span("pair-schedule", l["序时 {0}", Percent(expected)]) : null));
    }

    private static string Percent(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private static string Length(decimal? percent) => Math.Clamp(percent ?? 0, 0, 100).ToString("0.#", CultureInfo.InvariantCulture);
}
