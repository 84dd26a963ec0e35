using Equalization.Workflow.Core.Searches;
using Microsoft.AspNetCore.Html;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Words and marks of what a search found.</summary>
public static class SearchWords
{
    public static string Of(SearchKind kind) => kind switch
    {
        SearchKind.Task => Texts.Mark("年度任务"),
        SearchKind.Measure => Texts.Mark("措施"),
        SearchKind.Plan => Texts.Mark("方案"),
        SearchKind.Report => Texts.Mark("进展报告"),
        SearchKind.Paper => Texts.Mark("文书"),
        SearchKind.Evidence => Texts.Mark("佐证材料"),
        SearchKind.Unit => Texts.Mark("单位"),
    };

    /// <summary>The text with the words looked for marked in it.</summary>
    public static IHtmlContent Marked(string text, IReadOnlyList<string> terms)
    {
        var html = new HtmlContentBuilder();
        foreach (var run in SearchText.Mark(text, terms))
        {
            if (run.IsHit)
            {
                html.AppendHtml(Markup.Element("mark", "", run.Text));
            }
            else
            {
                html.Append(run.Text);
            }
        }

        return html;
    }

    /// <summary>Where it stands, within the program.</summary>
    public static string AddressOf(SearchHit hit) => hit.Kind switch
    {
        SearchKind.Task => $"/Tasks/{hit.Id}",
        SearchKind.Measure => $"/Plans/{hit.ParentId}{(hit.VersionId is { } version ? $"?version={version}" : "")}#m-{hit.Id}",
        SearchKind.Plan => $"/Plans/{hit.Id}",
        SearchKind.Report => $"/Tasks/{hit.ParentId}/Report/{hit.Id}",
        SearchKind.Paper => $"/Papers/{hit.Id}",
        SearchKind.Evidence => $"/Evidence/{hit.Id}/Preview",
        SearchKind.Unit => $"/Units/{hit.Id}",
    };
}
