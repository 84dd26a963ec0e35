using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// The left menu in its order. A line shows once its page exists and its policy lets the role in; the policies are the
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
        new(Texts.Mark("学校指标"), "school", "/Schools/Index", Policies.Ledger),
        new(Texts.Mark("差距台账"), "list-details", "/Ledgers/Index", Policies.Ledger),
        new(Texts.Mark("优质均衡认定"), "circle-check", "/Accreditations/Index", Policies.Ledger),
        new(Texts.Mark("领导批示"), "message", "/Instructions/Index", Policies.Ledger),
        new(Texts.Mark("协助与争议"), "message-report", "/Requests/Index", Policies.Ledger),
        new(Texts.Mark("督办"), "alert-octagon", "/Supervision/Index", Policies.Ledger),
        new(Texts.Mark("通报"), "speakerphone", "/Bulletins/Index", Policies.Ledger),
        new(Texts.Mark("约谈"), "users-group", "/Interviews/Index", Policies.Ledger),
        new(Texts.Mark("问责案卷"), "scale", "/Accountabilities/Index", Policies.Ledger),
        new(Texts.Mark("回头看"), "eye", "/LookBacks/Index", Policies.Overview),
        new(Texts.Mark("考核"), "chart-bar", "/Assessments/Index", Policies.Ledger),
        new(Texts.Mark("迎检材料包"), "files", "/Packs/Index", Policies.Overview),
        new(Texts.Mark("流程"), "sitemap", "/Processes/Index", Policies.SignedIn),
        new(Texts.Mark("单位与人员"), "building-community", "/Units/Index", Policies.SignedIn),
        new(Texts.Mark("工作日历"), "calendar", "/Calendar/Index", Policies.SignedIn),
        new(Texts.Mark("邮件"), "mail", "/Mail/Index", Policies.Mail),
        new(Texts.Mark("计划作业"), "clock-play", "/Jobs/Index", Policies.Admin),
        new(Texts.Mark("规则"), "adjustments", "/Rules/Index", Policies.Rules),
        new(Texts.Mark("审计"), "history", "/Audit/Index", Policies.Audit),
    ];

    private static readonly Dictionary<Role, MenuItem[]> ByRole =
        Enum.GetValues<Role>().ToDictionary(role => role, role => All.Where(item => Policies.Roles[item.Policy].Contains(role)).ToArray());

    public static IReadOnlyList<MenuItem> For(Role role) => ByRole[role];
}
