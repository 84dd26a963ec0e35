using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>A paper or a piece of evidence: kind, title, number, date, size and the start of its SHA-256, with the ways to see and to take it.</summary>
[HtmlTargetElement("doc-card")]
public sealed class DocCardTagHelper(IStringLocalizer l) : TagHelper
{
    /// <summary>督办通知单, 验收报告; already in the reader's language.</summary>
    public required string Kind { get; set; }

    public required string Title { get; set; }

    public string? Number { get; set; }

    public DateOnly? On { get; set; }

    /// <summary>In bytes.</summary>
    public long? Size { get; set; }

    public string? Hash { get; set; }

    public string? Href { get; set; }

    public string? Preview { get; set; }

    public string Icon { get; set; } = "file-text";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "doc");
        var facts = Markup.Element("p", "doc-facts");
        foreach (var fact in new[] { Number, On is { } on ? Dates.Day(on) : null, Size is { } size ? Bytes(size) : null })
        {
            facts.Holding(fact is null ? null : Markup.Span("", fact));
        }

        if (Hash is { Length: > 0 })
        {
            facts.Holding(Markup.Element("code", "doc-hash", Hash[..Math.Min(12, Hash.Length)]).With("title", $"SHA-256 {Hash}"));
        }

        var opens = Preview ?? Href;
        var title = opens is null ? Markup.Span("doc-title", Title) : Markup.Element("a", "doc-title", Title).With("href", opens);
        output.Content.AppendHtml(Markup.Span("doc-mark").Holding(Markup.Icon(Icon, ViewContext.HttpContext.Request.PathBase)));
        output.Content.AppendHtml(Markup.Element("div", "doc-body").Holding(
            Markup.Element("p", "doc-head").Holding(Markup.Span("doc-kind", Kind), title),
            facts,
            content.IsEmptyOrWhiteSpace ? null : content));
        if (Href is not null)
        {
            output.Content.AppendHtml(Markup.Element("a", "doc-take", l["下载"]).With("href", Href)
                .With("download", "").With("aria-label", l["下载 {0}", Title]));
        }
    }

    public static string Bytes(long size) => size switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{size} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{size / 1024d:0.#} KB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{size / 1048576d:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{size / 1073741824d:0.##} GB"),
    };
}
