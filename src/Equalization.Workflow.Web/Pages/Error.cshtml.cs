using System.Diagnostics;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages;

/// <summary>What is shown for a request that could not be served: what to do, and for a fault the number under which the log has it.</summary>
[Authorize(Policy = Policies.Anyone), IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    private int code;

    public string Heading => code switch
    {
        400 => Texts.Mark("表单已失效"),
        409 => Texts.Mark("这一步不能办理"),
        413 => Texts.Mark("文件太大"),
        429 => Texts.Mark("操作过于频繁"),
        _ => Texts.Mark("这一步没有办成"),
    };

    public string Advice => code switch
    {
        400 => Texts.Mark("页面打开时间过长或身份已切换。请返回上一页，刷新后再办；填写过的内容可以从原页面复制。"),
        413 => Texts.Mark("上传的文件超过上限。请压缩或分成几个文件后再上传。"),
        429 => Texts.Mark("为保护账户，请等一分钟再试。"),
        _ => Texts.Mark("系统没有保存这一步，已有数据不受影响。请返回上一页再试一次。"),
    };

    /// <summary>The sentence of the rule that was broken, when there is one; it takes the place of the advice.</summary>
    public string? Refusal => HttpContext.Features.Get<Refusal>()?.Message;

    public bool IsFault => code >= 500;

    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet(int? code = null)
    {
        this.code = code is >= 400 and < 600 and { } known ? known : StatusCodes.Status500InternalServerError;
        Response.StatusCode = this.code;
    }

    public void OnPost(int? code = null) => OnGet(code);
}
