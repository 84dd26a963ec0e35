using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The few elements the tag helpers are put together from; text is always encoded.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string cssClass, string? text = null)
    {
        var element = new TagBuilder(name);
        if (cssClass.Length > 0)
        {
            element.AddCssClass(cssClass);
        }

        if (text is not null)
        {
            element.InnerHtml.Append(text);
        }

        return element;
    }

    public static TagBuilder Span(string cssClass, string? text = null) => Element("span", cssClass, text);

    /// <summary>Text for those who listen to the page.</summary>
    public static TagBuilder Spoken(string text) => Span("visually-hidden", text);

    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
        {
            element.Attributes[attribute] = value;
        }

        return element;
    }

    public static TagBuilder Holding(this TagBuilder element, params IHtmlContent?[] parts)
    {
        foreach (var part in parts)
        {
            if (part is not null)
            {
                element.InnerHtml.AppendHtml(part);
            }
        }

        return element;
    }

    public static IHtmlContent Icon(string name, string? pathBase = null) => new HtmlString(
        $"<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{pathBase}/lib/icons.svg#{name}\"></use></svg>");
}
