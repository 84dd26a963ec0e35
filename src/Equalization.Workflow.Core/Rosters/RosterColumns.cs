using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>The columns of each roster as the template has them, with the headings offices use, and the words their cells are filled with.</summary>
public static class RosterColumns
{
    public const string Name = "全称";
    public const string ShortName = "简称";
    public const string Kind = "类别";
    public const string Parent = "上级单位";
    public const string Aliases = "别名";

    public const string Person = "姓名";
    public const string Unit = "单位";
    public const string Post = "职务";
    public const string Role = "角色";
    public const string Mobile = "手机";
    public const string Email = "邮箱";
    public const string FromOn = "任职日期";
    public const string UserName = "用户名";

    public const string Leader = "领导";
    public const string Charge = "分管单位";
    public const string ChargeFrom = "起始日期";

    private static readonly IReadOnlyList<TableColumn> Units =
    [
        new(Name, true, "单位全称", "单位名称", "名称", "单位", "机构名称"),
        new(ShortName, false, "单位简称"),
        new(Kind, false, "单位类别", "单位类型", "类型", "性质"),
        new(Parent, false, "上级", "主管单位", "上级部门", "隶属单位"),
        new(Aliases, false, "其他写法", "文件中的其他写法", "曾用名", "又名"),
    ];

    private static readonly IReadOnlyList<TableColumn> People =
    [
        new(Person, true, "人员", "人员姓名", "联系人"),
        new(Unit, true, "工作单位", "所在单位", "单位名称", "单位全称"),
        new(Post, true, "职务名称", "岗位", "现任职务", "职位"),
        new(Role, true, "系统角色", "人员角色"),
        new(Mobile, false, "手机号", "手机号码", "联系电话", "电话", "移动电话", "联系方式"),
        new(Email, false, "电子邮箱", "邮件", "邮箱地址", "Email", "E-mail"),
        new(FromOn, false, "到任日期", "任职时间", "起始日期", "任现职时间"),
        new(UserName, false, "账号", "帐号", "登录名", "账户", "账户名"),
    ];

    private static readonly IReadOnlyList<TableColumn> Portfolios =
    [
        new(Leader, true, "领导姓名", "分管领导", "姓名"),
        new(Post, false, "职务名称", "领导职务", "现任职务"),
        new(Charge, true, "分管部门", "单位", "联系单位"),
        new(ChargeFrom, false, "开始日期", "分管日期", "分管起始日期"),
    ];

    private static readonly Dictionary<string, UnitKind> Kinds = new()
    {
        ["领导小组办公室"] = UnitKind.Office, ["办公室"] = UnitKind.Office,
        ["领导机构"] = UnitKind.Leadership, ["领导"] = UnitKind.Leadership, ["领导小组"] = UnitKind.Leadership,
        ["部门"] = UnitKind.Department, ["市直部门"] = UnitKind.Department, ["市直单位"] = UnitKind.Department, ["局委"] = UnitKind.Department, ["委办局"] = UnitKind.Department,
        ["区县政府"] = UnitKind.CountyGovernment, ["区县"] = UnitKind.CountyGovernment, ["区县(市)政府"] = UnitKind.CountyGovernment, ["县级政府"] = UnitKind.CountyGovernment,
        ["乡镇政府"] = UnitKind.CountyGovernment, ["政府"] = UnitKind.CountyGovernment,
        ["学校"] = UnitKind.School, ["中小学"] = UnitKind.School,
    };

    private static readonly Dictionary<string, Role> Roles = new()
    {
        ["办公室人员"] = Core.Units.Role.Office, ["办公室"] = Core.Units.Role.Office, ["经办人"] = Core.Units.Role.Office,
        ["联络员"] = Core.Units.Role.Contact, ["联系人"] = Core.Units.Role.Contact, ["填报人"] = Core.Units.Role.Contact,
        ["单位负责人"] = Core.Units.Role.UnitHead, ["负责人"] = Core.Units.Role.UnitHead, ["主要负责人"] = Core.Units.Role.UnitHead,
        ["领导"] = Core.Units.Role.Leader, ["分管领导"] = Core.Units.Role.Leader, ["组长"] = Core.Units.Role.Leader, ["副组长"] = Core.Units.Role.Leader,
        ["监督人员"] = Core.Units.Role.Auditor, ["监督"] = Core.Units.Role.Auditor, ["督导员"] = Core.Units.Role.Auditor,
        ["系统管理员"] = Core.Units.Role.Admin, ["管理员"] = Core.Units.Role.Admin,
    };

    public static IReadOnlyList<TableColumn> Of(RosterKind kind) => kind switch
    {
        RosterKind.Units => Units,
        RosterKind.People => People,
        RosterKind.Portfolios => Portfolios,
    };

    /// <summary>The words to choose from, as the template and the refusals name them.</summary>
    public static string KindWords { get; } = "领导小组办公室、领导机构、部门、区县政府、学校";

    public static string RoleWords { get; } = "办公室人员、联络员、单位负责人、领导、监督人员、系统管理员";

    public static UnitKind? KindOf(string written) => Kinds.TryGetValue(UnitAlias.Normalise(written), out var kind) ? kind : null;

    public static Role? RoleOf(string written) => Roles.TryGetValue(UnitAlias.Normalise(written), out var role) ? role : null;

    public static string WordOf(UnitKind kind) => Kinds.First(k => k.Value == kind).Key;

    public static string WordOf(Role role) => Roles.First(r => r.Value == role).Key;
}
