using System.Security.Claims;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// The left menu in its order. A line shows once its page exists and its policy lets the person in; the policies are the
/// pages' own, so a line never leads to a refusal.
/// </summary>
public static class Menu
{
    public static readonly IReadOnlyList<MenuItem> All =
    [
        new(Texts.Mark("我的工作"), "briefcase", "/Work/Index", Policies.Ledger),
        new(Texts.Mark("待我决策"), "gavel", "/Leader/Index", Policies.Leader),
        new(Texts.Mark("看板"), "layout-dashboard", "/Board/Index", Policies.Overview),
        new(Texts.Mark("方案"), "file-description", "/Plans/Index", Policies.Ledger),
        new(Texts.Mark("年度任务"), "list-check", "/Tasks/Index", Policies.Ledger),
        new(Texts.Mark("单位与人员"), "building-community", "/Units/Index", Policies.SignedIn),
        new(Texts.Mark("审计"), "history", "/Audit/Index", Policies.Audit),
    ];

    /// <summary>The lines this person may open, by the pages' policies. A policy nobody has defined hides its line.</summary>
    public static async Task<IReadOnlyList<MenuItem>> AllowedFor(
        ClaimsPrincipal person, IAuthorizationService authorization, IAuthorizationPolicyProvider policies)
    {
        var allowed = new List<MenuItem>();
        foreach (var item in All)
        {
            if (await policies.GetPolicyAsync(item.Policy) is { } policy && (await authorization.AuthorizeAsync(person, null, policy)).Succeeded)
            {
                allowed.Add(item);
            }
        }

        return allowed;
    }
}
