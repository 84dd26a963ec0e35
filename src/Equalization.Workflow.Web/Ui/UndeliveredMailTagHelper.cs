using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>A line with the number of mails that did not arrive, for those who look after mail; nothing where there are none.</summary>
[HtmlTargetElement("undelivered-mail", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UndeliveredMailTagHelper(MailQueries mails, Acting acting, IUrlHelperFactory urls, IStringLocalizer l) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var count = await mails.Undelivered(acting.Actor, ViewContext.HttpContext.RequestAborted);
        if (count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "mail-undelivered");
        output.Content.AppendHtml(Markup.Element("a", "", l["有 {0} 封邮件未送达，收件人可能还不知情。", count])
            .With("href", urls.GetUrlHelper(ViewContext).Content("~/Mail?state=undelivered")));
    }
}
