using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's word for each kind of unit and each role, as a key of the texts.</summary>
public static class UnitWords
{
    public static string Of(UnitKind kind) => kind switch
    {
        UnitKind.Office => Texts.Mark("领导小组办公室"),
        UnitKind.Leadership => Texts.Mark("领导机构"),
        UnitKind.Department => Texts.Mark("部门"),
        UnitKind.CountyGovernment => Texts.Mark("区县政府"),
        UnitKind.School => Texts.Mark("学校"),
    };

    public static string Of(Role role) => role switch
    {
        Role.Office => Texts.Mark("办公室人员"),
        Role.Contact => Texts.Mark("联络员"),
        Role.UnitHead => Texts.Mark("单位负责人"),
        Role.Leader => Texts.Mark("领导"),
        Role.Auditor => Texts.Mark("监督人员"),
        Role.Admin => Texts.Mark("系统管理员"),
    };
}
