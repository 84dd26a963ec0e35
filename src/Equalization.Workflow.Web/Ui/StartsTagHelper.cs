using Equalization.Workflow.Core.Desks.Starts;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// The first steps of a new office with what is done of them, for the administrator and the office until the first task was issued; nothing for anybody else
/// or afterwards.
/// </summary>
[HtmlTargetElement("starts", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StartsTagHelper(StartQueries starts, SignInSheets sheets, Acting acting, IUrlHelperFactory urls, IStringLocalizer l) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var ct = ViewContext.HttpContext.RequestAborted;
        if (await starts.Of(acting.Actor, ct) is not { } start)
        {
            output.SuppressOutput();
            return;
        }

        var opened = start.Contacts && await sheets.Waiting(acting.Actor, ct) == 0
            && ((await sheets.List(acting.Actor, 1, ct)).Count > 0 || await sheets.EveryContactSignsIn(acting.Actor, ct));
        var office = acting.Is(Role.Office);
        var steps = new (bool Done, string Text, string Says, string? Address, string Go)[]
        {
            (start.Units, Texts.Mark("登记单位"), Texts.Mark("下载模板，从表格导入；也可以逐个新增。"), "~/Units/Rosters", Texts.Mark("从表格导入")),
            (start.Contacts, Texts.Mark("登记人员与任职"), Texts.Mark("每个单位至少有一名联络员，任务通知才有人收。"), "~/Units/Rosters", Texts.Mark("从表格导入")),
            (start.Portfolios, Texts.Mark("登记领导分管"), Texts.Mark("逾期和签批按分管关系送到领导。"), "~/Units/Rosters", Texts.Mark("从表格导入")),
            (opened, Texts.Mark("开通账户"), Texts.Mark("打印写有一次性密码的纸条，交给本人首次登录。"), "~/Units/SignIns", Texts.Mark("批量开通账户")),
            (start.InForce, Texts.Mark("导入并确认方案"),
                start.Plan && !start.InForce ? Texts.Mark("方案已导入，请核对后确认。")
                : office ? Texts.Mark("上传文件或粘贴全文，核对措施、单位和期限。") : Texts.Mark("以办公室的岗位办理：在页面右上方切换岗位。"),
                office ? start.Plan ? "~/Plans" : "~/Plans/Import" : null, start.Plan ? Texts.Mark("打开方案") : Texts.Mark("导入方案")),
            (false, Texts.Mark("下达年度任务"),
                office ? Texts.Mark("在方案中选年度下达，各单位随即收到通知。") : Texts.Mark("以办公室的岗位办理：在页面右上方切换岗位。"),
                office && start.InForce ? "~/Plans" : null, Texts.Mark("打开方案")),
        };
        var url = urls.GetUrlHelper(ViewContext);
        var next = Array.FindIndex(steps, s => !s.Done);
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "starts");
        output.Content.AppendHtml(Markup.Element("h2", "", l["开始使用：下达第一批任务之前"]));
        output.Content.AppendHtml(Markup.Element("ol", "").Holding([.. steps.Select((step, at) => Step(step, at == next, url))]));
    }

    private IHtmlContent Step((bool Done, string Text, string Says, string? Address, string Go) step, bool next, IUrlHelper url)
    {
        var icon = Markup.Icon(step.Done ? "circle-check" : next ? "arrow-right" : "minus", ViewContext.HttpContext.Request.PathBase);
        return Markup.Element("li", "starts-step").Holding(
            Markup.Element("span", step.Done ? "starts-done" : "second").Holding(icon),
            Markup.Element("div", "").Holding(
                Markup.Element("p", "").Holding(
                    Markup.Element("strong", "", l[step.Text]),
                    Markup.Span("second", step.Done ? l["（已完成）"] : next ? l["（下一步）"] : "")),
                step.Done ? null : Markup.Element("p", "second", l[step.Says])),
            step.Address is null || step.Done ? null : Markup.Element("a", "btn btn-small", l[step.Go]).With("href", url.Content(step.Address)));
    }
}
