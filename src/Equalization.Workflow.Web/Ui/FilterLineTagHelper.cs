using Equalization.Workflow.Core.Searches.Filters;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Http.Extensions;
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
public sealed class FilterLineTagHelper(IStringLocalizer l, Acting acting, SavedFilterQueries saved) : TagHelper
{
    private static readonly string[] NotKept = [Address.Page, "culture", "handler"];

    /// <summary>How many rows the filters leave; shown at the end of the line.</summary>
    public int? Total { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The path that a saved filter of this list bears.</summary>
    private string Path => ViewContext.HttpContext.Request.Path.Value!.TrimEnd('/');

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

        if (acting.IsSignedIn)
        {
            var filters = await saved.Of(acting.Actor, Path, ViewContext.HttpContext.RequestAborted);
            output.PostElement.AppendHtml(Tools(request, filters));
        }
    }

    /// <summary>What is done with the narrowed list as such: to keep it under a name, to find one kept, to send its address to a colleague.</summary>
    private TagBuilder Tools(HttpRequest request, IReadOnlyList<SavedFilterRow> filters)
    {
        var here = Address.With(request, [.. NotKept.Select(name => (name, (string?)null))]);
        var query = here.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? here[at..] : "";
        var sheet = Markup.Element("div", "drop-sheet");
        foreach (var filter in filters)
        {
            sheet.Holding(Markup.Element("a", "drop-item", filter.Name).With("href", request.PathBase + filter.Address).With("aria-current", filter.Query == query ? "true" : null));
        }

        if (filters.Count == 0)
        {
            sheet.Holding(Markup.Element("p", "drop-head", l["还没有保存过筛选"]));
        }

        if (Address.IsFiltered(request))
        {
            var save = new QueryBuilder { { "path", Path }, { "query", query } };
            sheet.Holding(Markup.Element("a", "drop-item", l["保存当前筛选"]).With("href", request.PathBase + "/Filters/Save" + save));
        }

        sheet.Holding(Markup.Element("a", "drop-item", l["管理我的筛选"]).With("href", request.PathBase + "/Filters"));
        return Markup.Element("div", "filter-tools no-print").Holding(
            Markup.Element("details", "drop").Holding(
                Markup.Element("summary", "btn btn-small btn-quiet").Holding(Markup.Icon("filter", request.PathBase), Markup.Span("", l["我的筛选"])), sheet),
            Markup.Element("button", "btn btn-small btn-quiet scripted-only").With("type", "button").With("data-copy", here)
                .Holding(Markup.Icon("copy", request.PathBase), Markup.Span("", l["复制列表地址"])));
    }
}
