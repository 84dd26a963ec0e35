using Equalization.Workflow.Core.Plans.Editions;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Two texts laid over each other as one line of text with deletions and insertions; each says by words, too, which it is.</summary>
public static class PieceText
{
    public static IHtmlContent Of(string before, string after, IStringLocalizer l)
    {
        // Built here, not in a page: white space between the pieces would stand in the text.
        var html = new HtmlContentBuilder();
        foreach (var piece in TextDifference.Of(before, after))
        {
            var (open, word, close) = piece.Kind switch
            {
                PieceKind.Same => ("", "", ""),
                PieceKind.Gone => ("<del>", l["〔删去〕"].Value, "</del>"),
                PieceKind.New => ("<ins>", l["〔增加〕"].Value, "</ins>"),
            };
            html.AppendHtml(open);
            if (word.Length > 0)
            {
                html.AppendHtml("<span class=\"visually-hidden\">").Append(word).AppendHtml("</span>");
            }

            html.Append(piece.Text).AppendHtml(close);
        }

        return html;
    }
}
