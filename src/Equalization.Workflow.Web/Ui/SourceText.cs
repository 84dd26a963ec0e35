using Equalization.Workflow.Core.Plans;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// A plan's source with every run marked by what it became. Nothing but the source's own characters stands in it, so that a place picked in the
/// browser is a place in the text.
/// </summary>
public static class SourceText
{
    private const int Colours = 6;

    public static IHtmlContent Of(PlanReview review, IStringLocalizer l)
    {
        var box = new TagBuilder("div");
        box.AddCssClass("source");
        box.Attributes["data-source"] = "";
        box.Attributes["tabindex"] = "0";
        box.Attributes["role"] = "region";
        box.Attributes["aria-label"] = l["原文"];
        var seen = new HashSet<Guid>();
        foreach (var run in review.Runs)
        {
            box.InnerHtml.AppendHtml(Run(run, review.SourceText.Substring(run.Start, run.Length), l, seen));
        }

        return box;
    }

    private static TagBuilder Run(SourceRun run, string words, IStringLocalizer l, HashSet<Guid> seen)
    {
        var span = new TagBuilder("span");
        span.AddCssClass(Class(run));
        span.Attributes["data-start"] = $"{run.Start}";
        if (run.MeasureId is { } measure)
        {
            span.Attributes["data-m"] = $"{measure}";
            if (seen.Add(measure))
            {
                span.Attributes["id"] = $"s-{measure}";
            }
        }

        var title = run.Use == SourceUse.Overall ? l["方案总体目标"].Value : run.Note is { } note ? l[note].Value : null;
        if (title is not null)
        {
            span.Attributes["title"] = title;
        }

        span.InnerHtml.Append(words);
        return span;
    }

    private static string Class(SourceRun run) => run.Use switch
    {
        SourceUse.Measure => $"run run-m{run.Position % Colours}",
        SourceUse.Detail => $"run run-m{run.Position % Colours} run-detail",
        SourceUse.Overall => "run run-overall",
        SourceUse.Skipped => "run run-skipped",
        SourceUse.Heading => "run",
    };
}
