using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Calendars;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>A due day: the first one struck through once it moved, the current one, and the working days left (below zero: over).</summary>
[HtmlTargetElement("due", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DueTagHelper(IStringLocalizer l, WorkingCalendars? calendars = null, TimeProvider? clock = null) : TagHelper
{
    public DateOnly? First { get; set; }

    public DateOnly? Current { get; set; }

    /// <summary>Null once nothing is owed any more.</summary>
    public int? Left { get; set; }

    /// <summary>The day, and where a year on the way to it is not in the calendar yet, that it was counted by week-ends.</summary>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Process(context, output);
        if (Left is null || Current is not { } current || calendars is null || clock is null)
        {
            return;
        }

        var guessed = (await calendars.Current(CancellationToken.None)).UnknownYears(clock.Today(), current);
        if (guessed.Count > 0)
        {
            output.Content.Append(" ");
            output.Content.AppendHtml(Markup.Span("due-guessed", l["{0} 年按周末推算", string.Join('、', guessed)]));
        }
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "due");
        if ((Current ?? First) is not { } current)
        {
            output.Content.AppendHtml(Markup.Span("due-none", l["未定期限"]));
            return;
        }

        if (First is { } first && first != current)
        {
            output.Content.AppendHtml(Markup.Element("del", "due-first", Dates.ShortDay(first)).With("title", l["首次期限"]));
            output.Content.Append(" ");
        }

        output.Content.AppendHtml(Time(current));
        if (Left is { } left)
        {
            output.Content.Append(" ");
            output.Content.AppendHtml(left switch
            {
                < 0 => Markup.Span("due-left due-over", l["已逾 {0} 个工作日", -left]),
                0 => Markup.Span("due-left due-today", l["今日截止"]),
                _ => Markup.Span("due-left", l["还剩 {0} 个工作日", left]),
            });
        }
    }

    private static TagBuilder Time(DateOnly day) =>
        Markup.Element("time", "due-current", Dates.Day(day)).With("datetime", day.ToString("O"));
}
