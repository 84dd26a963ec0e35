using System.ComponentModel.DataAnnotations;
using Equalization.Workflow.Core;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Pages;

/// <summary>First set-up of an empty database, by whoever reads the code on the console.</summary>
[Authorize(Policy = Policies.Anyone)]
[EnableRateLimiting(SignInServices.Attempts)]
public sealed class SetupModel(SetUpService setUp, SetUpCode code, UserManager<Account> accounts, Settings settings, IStringLocalizer l) : PageModel
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public int Length => settings.SignIn.PasswordLength;

    public IReadOnlyList<(string Name, string Label, string? Hint)> Fields { get; } =
    [
        (nameof(Typed.Code), Texts.Mark("设置码"), null),
        (nameof(Typed.JurisdictionName), Texts.Mark("地区名称"), Texts.Mark("例如：长沙市")),
        (nameof(Typed.JurisdictionCode), Texts.Mark("行政区划代码"), Texts.Mark("六位数字，例如：430100")),
        (nameof(Typed.OfficeName), Texts.Mark("领导小组办公室名称"), null),
        (nameof(Typed.PersonName), Texts.Mark("您的姓名"), null),
        (nameof(Typed.Post), Texts.Mark("您的职务"), null),
        (nameof(Typed.UserName), Texts.Mark("用户名"), null),
        (nameof(Typed.Password), Texts.Mark("密码"), Texts.Mark("至少 {0} 个字符，其中至少 5 个不同。可以是一句话。")),
        (nameof(Typed.PasswordAgain), Texts.Mark("再输一次密码"), null),
    ];

    public async Task<IActionResult> OnGet(CancellationToken ct) => await setUp.IsOpen(ct) ? Page() : RedirectToPage("/Accounts/SignIn");

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (!await setUp.IsOpen(ct))
        {
            return RedirectToPage("/Accounts/SignIn");
        }

        if (await IsAcceptable())
        {
            try
            {
                await setUp.Run(new SetUp(
                    Input.JurisdictionCode, Input.JurisdictionName, Input.OfficeName, Input.PersonName, Input.Post, Input.UserName, Input.Password), ct);
                code.Spend();
                this.Say(l["设置完成，请登录。"]);
                return RedirectToPage("/Accounts/SignIn");
            }
            catch (RuleBroken e)
            {
                ModelState.AddModelError(e.Field is null ? "" : "Input." + e.Field, l[e.Format, [.. e.Arguments]]);
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public string? ValueOf(string name) => ModelState["Input." + name]?.AttemptedValue;

    public IEnumerable<string> ErrorsOf(string name) => ModelState["Input." + name]?.Errors.Select(e => e.ErrorMessage) ?? [];

    private async Task<bool> IsAcceptable()
    {
        if (!code.Fits(Input.Code))
        {
            ModelState.AddModelError("Input.Code", l["设置码不对。请核对控制台上最近一次启动显示的设置码。"]);
            return false;
        }

        // One left empty is bound as none, and its field says so.
        foreach (var validator in string.IsNullOrEmpty(Input.Password) ? [] : accounts.PasswordValidators)
        {
            foreach (var error in (await validator.ValidateAsync(accounts, new Account(), Input.Password)).Errors)
            {
                ModelState.AddModelError("Input.Password", l[error.Description]);
            }
        }

        return ModelState.IsValid;
    }

    public sealed class Typed
    {
        [Required, StringLength(40)]
        public string Code { get; set; } = "";

        [Required, RegularExpression("[0-9]{6}([0-9]{6})?")]
        public string JurisdictionCode { get; set; } = "";

        [Required, StringLength(100)]
        public string JurisdictionName { get; set; } = "";

        [Required, StringLength(100)]
        public string OfficeName { get; set; } = "";

        [Required, StringLength(50)]
        public string PersonName { get; set; } = "";

        [Required, StringLength(60)]
        public string Post { get; set; } = "";

        [Required, StringLength(60)]
        public string UserName { get; set; } = "";

        [Required, StringLength(256)]
        public string Password { get; set; } = "";

        [Compare(nameof(Password))]
        public string PasswordAgain { get; set; } = "";
    }
}
