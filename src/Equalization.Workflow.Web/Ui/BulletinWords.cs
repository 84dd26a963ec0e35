using Equalization.Workflow.Core.Bulletins;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for bulletins, as keys of the texts.</summary>
public static class BulletinWords
{
    public static string Of(BulletinKind kind) => kind switch
    {
        BulletinKind.Criticism => Texts.Mark("通报批评"),
        BulletinKind.Praise => Texts.Mark("通报表扬"),
    };

    public static string Of(BulletinState state) => state switch
    {
        BulletinState.Draft => Texts.Mark("起草中"),
        BulletinState.FactCheck => Texts.Mark("核实中"),
        BulletinState.Deciding => Texts.Mark("待签发"),
        BulletinState.Signed => Texts.Mark("已签发，待印发"),
        BulletinState.Published => Texts.Mark("已印发"),
        BulletinState.Dropped => Texts.Mark("已终止"),
    };

    public static string Of(BulletinRange range) => range switch
    {
        BulletinRange.NamedUnits => Texts.Mark("所涉单位"),
        BulletinRange.LeadingGroup => Texts.Mark("领导小组和所涉单位"),
        BulletinRange.AllUnits => Texts.Mark("全部单位"),
        BulletinRange.Public => Texts.Mark("公开"),
    };

    public static string Of(CheckState check) => check switch
    {
        CheckState.Open => Texts.Mark("待核实"),
        CheckState.Confirmed => Texts.Mark("已确认"),
        CheckState.Objected => Texts.Mark("有异议"),
        CheckState.Told => Texts.Mark("逾期未答复，按已告知处理"),
    };

    public static string Of(ObjectionAnswer answer) => answer switch
    {
        ObjectionAnswer.Corrected => Texts.Mark("更正"),
        ObjectionAnswer.Struck => Texts.Mark("删去"),
        ObjectionAnswer.Kept => Texts.Mark("维持"),
    };
}
