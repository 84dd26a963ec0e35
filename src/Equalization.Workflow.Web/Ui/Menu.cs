using System.Security.Claims;
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
        new(Texts.Mark("我的工作"), "briefcase", "/MyWork/Index", "MyWork"),
        new(Texts.Mark("待我决策"), "gavel", "/Leader/Index", "Leader"),
        new(Texts.Mark("看板"), "layout-dashboard", "/Board/Index", "Board"),
        new(Texts.Mark("方案"), "file-description", "/Plans/Index", "Plans"),
        new(Texts.Mark("年度任务"), "list-check", "/AnnualTasks/Index", "AnnualTasks"),
        new(Texts.Mark("单位与人员"), "building-community", "/Units/Index", "Units"),
        new(Texts.Mark("工作日历"), "calendar-event", "/Calendars/Index", "Calendars"),
        new(Texts.Mark("审计"), "history", "/Audits/Index", "Audits"),
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
