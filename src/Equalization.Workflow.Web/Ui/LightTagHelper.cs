using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>A light as shape, word and reason, so that it can be read without its colour; 未反馈 stands beside it as a flag.</summary>
[HtmlTargetElement("light", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LightTagHelper(IStringLocalizer l) : TagHelper
{
    public Light Kind { get; set; }

    /// <summary>One sentence, already in the reader's language.</summary>
    public string? Reason { get; set; }

    public bool Silent { get; set; }

    /// <summary>Shape and word only; the reason is on hover and for those who listen.</summary>
    public bool Compact { get; set; }

    /// <summary>Another word for a light that is red or yellow for another cause than its usual one.</summary>
    public string? Word { get; set; }

    /// <summary>Where the sheet that explains this light opens.</summary>
    public string? Why { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (css, word) = Face(Kind);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"light light-{css}{(Compact ? " light-compact" : "")}");
        output.Content.AppendHtml(Markup.Span("light-face").Holding(Shape(Kind), Markup.Span("light-word", Word ?? l[word])));
        if (Silent)
        {
            output.Content.AppendHtml(Markup.Span("light-silent").Holding(FlagShape, Markup.Span("", l["未反馈"])));
        }

        if (!string.IsNullOrEmpty(Reason))
        {
            if (Compact)
            {
                output.Attributes.SetAttribute("title", Reason);
            }

            output.Content.AppendHtml(Markup.Span(Compact ? "visually-hidden" : "light-reason", Reason));
        }

        if (Why is not null)
        {
            output.Content.AppendHtml(Markup.Element("a", "light-why", l["为什么"]).With("href", Why));
        }
    }

    public static (string Css, string Word) Face(Light light) => light switch
    {
        Light.Grey => ("grey", Texts.Mark("未开始")),
        Light.Blue => ("blue", Texts.Mark("临近")),
        Light.Green => ("green", Texts.Mark("正常")),
        Light.Yellow => ("yellow", Texts.Mark("滞后")),
        Light.Red => ("red", Texts.Mark("逾期")),
    };

    /// <summary>Drawn, not typed: the five glyphs differ in size and weight from font to font.</summary>
    public static IHtmlContent Shape(Light light) => new HtmlString(
        "<svg class=\"light-shape\" viewBox=\"0 0 12 12\" aria-hidden=\"true\" focusable=\"false\">" + light switch
        {
            Light.Grey => "<circle cx=\"6\" cy=\"6\" r=\"4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>",
            Light.Blue => "<path d=\"M6 .7 11.3 6 6 11.3.7 6z\"/>",
            Light.Green => "<circle cx=\"6\" cy=\"6\" r=\"4.75\"/>",
            Light.Yellow => "<path d=\"M6 1 11.6 10.8H.4z\"/>",
            Light.Red => "<path d=\"M1.5 1.5h9v9h-9z\"/>",
        } + "</svg>");

    private static readonly HtmlString FlagShape = new(
        "<svg class=\"light-shape\" viewBox=\"0 0 12 12\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M2 .8h1.4V1h7L8.6 4l1.8 3h-7v4.4H2z\"/></svg>");
}
