using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// A button that first says what will happen, and then does it. Stands inside a form; further fields are its content.
/// It opens without scripts.
/// </summary>
[HtmlTargetElement("confirm")]
public sealed class ConfirmTagHelper(IStringLocalizer l) : TagHelper
{
    /// <summary>The verb with its object on the closed button: 核销任务.</summary>
    public required string Act { get; set; }

    /// <summary>What will happen, in one or two sentences.</summary>
    public required string Says { get; set; }

    /// <summary>A refusal or something that cannot be taken back.</summary>
    public bool Danger { get; set; }

    /// <summary>The page's one primary button.</summary>
    public bool Primary { get; set; }

    public string? Name { get; set; }

    public string? Value { get; set; }

    /// <summary>Posts somewhere else than the form around it.</summary>
    public string? FormAction { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "confirm");
        output.Content.AppendHtml(Markup.Element("summary", Danger ? "btn btn-refuse" : Primary ? "btn btn-primary" : "btn", Act));
        var button = Markup.Element("button", Danger ? "btn btn-danger" : "btn btn-primary", Act)
            .With("type", "submit").With("name", Name).With("value", Value).With("formaction", FormAction);
        output.Content.AppendHtml(Markup.Element("div", "confirm-sheet").Holding(
            Markup.Element("p", "confirm-says", Says),
            content.IsEmptyOrWhiteSpace ? null : content,
            Markup.Element("div", "confirm-acts").Holding(
                button,
                // Without a script it does nothing; the button above closes the sheet then.
                Markup.Element("button", "btn btn-quiet", l["暂不办理"]).With("type", "button").With("data-close", ""))));
    }
}
