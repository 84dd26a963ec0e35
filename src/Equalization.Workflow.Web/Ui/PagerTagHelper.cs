using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Leafs through a list by links; the page number is counted from 1 and lives in the address as p.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(IStringLocalizer l) : TagHelper
{
    public int Page { get; set; } = 1;

    public int Size { get; set; } = 50;

    public int Total { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var pages = Math.Max(1, (Total + Size - 1) / Size);
        if (Total == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", l["翻页"].Value);
        var first = (long)(Page - 1) * Size + 1;
        output.Content.AppendHtml(Markup.Span("pager-total",
            pages == 1 ? l["共 {0} 条", Total] : l["第 {0}–{1} 条，共 {2} 条", first, Math.Min(first + Size - 1, Total), Total]));
        if (pages == 1)
        {
            return;
        }

        output.Content.AppendHtml(Step(Page - 1, pages, l["上一页"], "chevron-left"));
        foreach (var page in Shown(Page, pages))
        {
            output.Content.AppendHtml(page switch
            {
                0 => Markup.Span("pager-gap", "…"),
                _ when page == Page => Markup.Span("pager-here", $"{page}").With("aria-current", "page"),
                _ => Markup.Element("a", "", $"{page}").With("href", To(page)).With("aria-label", l["第 {0} 页", page]),
            });
        }

        output.Content.AppendHtml(Step(Page + 1, pages, l["下一页"], "chevron-right"));
    }

    /// <summary>The first, the last and the neighbours; 0 stands for a gap.</summary>
    public static IEnumerable<int> Shown(int page, int pages)
    {
        var before = 0;
        foreach (var shown in Enumerable.Range(1, pages).Where(n => n == 1 || n == pages || Math.Abs(n - page) <= 1))
        {
            if (shown - before > 1)
            {
                yield return 0;
            }

            yield return before = shown;
        }
    }

    private IHtmlContent Step(int page, int pages, string word, string icon)
    {
        var request = ViewContext.HttpContext.Request;
        var there = page >= 1 && page <= pages;
        return Markup.Element(there ? "a" : "span", there ? "pager-step" : "pager-step pager-off")
            .With("href", there ? To(page) : null)
            .With("aria-disabled", there ? null : "true")
            .Holding(Markup.Icon(icon, request.PathBase), Markup.Spoken(word));
    }

    private string To(int page) => Address.With(ViewContext.HttpContext.Request, (Address.Page, page == 1 ? null : $"{page}"));
}
