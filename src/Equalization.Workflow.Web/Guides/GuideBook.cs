using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web.Guides;

/// <summary>The help of every role, and what holds for all of them.</summary>
public static class GuideBook
{
    /// <summary>What everybody who is signed in may need.</summary>
    public static readonly IReadOnlyList<HowTo> ForAll =
    [
        new(Texts.Mark("出差、休假时怎样请人代办"),
            [
                Texts.Mark("打开“代理（AB岗）”，点“为自己设置代理人”，选人、期限和事由。"),
                Texts.Mark("代理人在页面上方切换岗位后办理，经过中写明两人姓名；到期自动结束，也可以随时撤回。"),
            ],
            "/Deputies", Texts.Mark("代理（AB岗）")),
        new(Texts.Mark("岗位变动时怎样交接"),
            [
                Texts.Mark("打开“岗位交接”，点“移交自己的岗位”，选接任人，系统列出未办结的事项。"),
                Texts.Mark("双方确认后由接任人办理；接任人不接收的，写明理由，由领导小组办公室裁定。"),
            ],
            "/Handovers", Texts.Mark("岗位交接")),
        new(Texts.Mark("怎样查找"),
            [
                Texts.Mark("按 / 或点页面上方的搜索框，输入编号、名称、文号或几个词；只列出您有权看的内容。"),
                Texts.Mark("清单的筛选条件都在地址里，复制地址就能发给同事；常用的筛选可以保存。"),
            ],
            "/Search", Texts.Mark("查找")),
        new(Texts.Mark("一人有几个岗位怎样切换"),
            [Texts.Mark("点页面右上方的单位和职务，选要用的岗位；菜单和清单随岗位变化，办理的每一步都记在所选岗位名下。")],
            "/", Texts.Mark("首页")),
        new(Texts.Mark("怎样改密码、收邮件"),
            [Texts.Mark("点页面右上方的姓名：“账户与密码”改密码，“联系方式与邮件”登记邮箱，每日提醒会同时发到邮箱。忘记密码时请办公室或管理员重置。")],
            "/Accounts/Password", Texts.Mark("账户与密码")),
    ];

    public static Guide For(Role role) => role switch
    {
        Role.Office => OfficeGuide.Text,
        Role.Contact => UnitGuides.Contact,
        Role.UnitHead => UnitGuides.Head,
        Role.Leader => ReadersGuides.Leader,
        Role.Auditor => ReadersGuides.Auditor,
        Role.Admin => AdminGuide.Text,
    };

    /// <summary>All pictures that a guide shows.</summary>
    public static IEnumerable<GuidePicture> Pictures =>
        Enum.GetValues<Role>().SelectMany(role => For(role).HowTos).Select(how => how.Picture).OfType<GuidePicture>();
}
