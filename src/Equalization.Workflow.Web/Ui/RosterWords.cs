using Equalization.Workflow.Core.Rosters;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for rosters, as keys of the texts.</summary>
public static class RosterWords
{
    public static string Of(RosterKind kind) => kind switch
    {
        RosterKind.Units => Texts.Mark("单位"),
        RosterKind.People => Texts.Mark("人员与任职"),
        RosterKind.Portfolios => Texts.Mark("领导分管"),
    };

    /// <summary>A column of the templates; every column stands here, so that the pages can speak English of it.</summary>
    public static string OfColumn(string column) => column switch
    {
        RosterColumns.Name => Texts.Mark("全称"),
        RosterColumns.ShortName => Texts.Mark("简称"),
        RosterColumns.Kind => Texts.Mark("类别"),
        RosterColumns.Parent => Texts.Mark("上级单位"),
        RosterColumns.Aliases => Texts.Mark("别名"),
        RosterColumns.Person => Texts.Mark("姓名"),
        RosterColumns.Unit => Texts.Mark("单位"),
        RosterColumns.Post => Texts.Mark("职务"),
        RosterColumns.Role => Texts.Mark("角色"),
        RosterColumns.Mobile => Texts.Mark("手机"),
        RosterColumns.Email => Texts.Mark("邮箱"),
        RosterColumns.FromOn => Texts.Mark("任职日期"),
        RosterColumns.UserName => Texts.Mark("用户名"),
        RosterColumns.Leader => Texts.Mark("领导"),
        RosterColumns.Charge => Texts.Mark("分管单位"),
        RosterColumns.ChargeFrom => Texts.Mark("起始日期"),
        _ => column,
    };

    /// <summary>What a column is filled with, in a line.</summary>
    public static string HintOf(string column) => column switch
    {
        RosterColumns.Name => Texts.Mark("文件中的正式名称，不能重复"),
        RosterColumns.ShortName => Texts.Mark("可不填，默认同全称"),
        RosterColumns.Kind => Texts.Mark("领导小组办公室、领导机构、部门、区县政府、学校之一"),
        RosterColumns.Parent => Texts.Mark("可不填；写上级单位的全称，可以是本表中的另一行"),
        RosterColumns.Aliases => Texts.Mark("可不填；方案中的其他写法，几个用顿号隔开"),
        RosterColumns.Person => Texts.Mark("一人兼任几个岗位的，一个岗位写一行"),
        RosterColumns.Unit => Texts.Mark("已登记单位的全称、简称或别名"),
        RosterColumns.Post => Texts.Mark("职务全称；领导分管表中，同名领导以职务区分"),
        RosterColumns.Role => Texts.Mark("办公室人员、联络员、单位负责人、领导、监督人员、系统管理员之一"),
        RosterColumns.Mobile => Texts.Mark("可不填；用来区分同名人员"),
        RosterColumns.Email => Texts.Mark("可不填；接收每日摘要"),
        RosterColumns.FromOn => Texts.Mark("可不填，默认为导入当日"),
        RosterColumns.UserName => Texts.Mark("可不填；填了的可以批量开通账户"),
        RosterColumns.Leader => Texts.Mark("已以“领导”角色登记任职的人员姓名"),
        RosterColumns.Charge => Texts.Mark("几个单位用顿号隔开"),
        RosterColumns.ChargeFrom => Texts.Mark("可不填，默认为导入当日"),
        _ => "",
    };
}
