using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for schools and their indicators, as keys of the texts.</summary>
public static class SchoolWords
{
    public static string Of(Level level) => level switch
    {
        Level.Primary => Texts.Mark("小学"),
        Level.Junior => Texts.Mark("初中"),
        Level.Senior => Texts.Mark("高中"),
    };

    public static string Of(DataOrigin origin) => origin switch
    {
        DataOrigin.Statistics => Texts.Mark("事业统计"),
        DataOrigin.Reported => Texts.Mark("学校上报"),
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Texts.Mark("通过"),
        Verdict.Fail => Texts.Mark("不通过"),
        Verdict.Unknown => Texts.Mark("未知"),
    };

    public static string Of(Standing standing) => standing switch
    {
        Standing.Reached => Texts.Mark("达到标准"),
        Standing.AboveFloor => Texts.Mark("未达标准，不低于下限"),
        Standing.BelowFloor => Texts.Mark("低于下限"),
        Standing.Unknown => Texts.Mark("没有数据"),
    };

    /// <summary>For the heads of columns that count schools.</summary>
    public static string ShortOf(Standing standing) => standing == Standing.AboveFloor ? Texts.Mark("不低于下限") : Of(standing);

    /// <summary>The sign beside a value, so that colour is never alone.</summary>
    public static string SignOf(Standing standing) => standing switch
    {
        Standing.Reached => "●",
        Standing.AboveFloor => "▲",
        Standing.BelowFloor => "■",
        Standing.Unknown => "○",
    };

    public static string ClassOf(Standing standing) => standing switch
    {
        Standing.Reached => "heat-reached",
        Standing.AboveFloor => "heat-near",
        Standing.BelowFloor => "heat-below",
        Standing.Unknown => "heat-unknown",
    };

    public static string SignOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "●",
        Verdict.Fail => "■",
        Verdict.Unknown => "○",
    };

    public static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "heat-reached",
        Verdict.Fail => "heat-below",
        Verdict.Unknown => "heat-unknown",
    };

    public static string Of(SchoolType type) => type switch
    {
        SchoolType.Primary => Texts.Mark("小学"),
        SchoolType.Junior => Texts.Mark("初级中学"),
        SchoolType.NineYear => Texts.Mark("九年一贯制学校"),
        SchoolType.Complete => Texts.Mark("完全中学"),
        SchoolType.TwelveYear => Texts.Mark("十二年一贯制学校"),
        SchoolType.TeachingPoint => Texts.Mark("教学点"),
        SchoolType.Special => Texts.Mark("特殊教育学校"),
        SchoolType.Vocational => Texts.Mark("职业学校"),
    };

    /// <summary>The standard's own name of an indicator; a set may bring one that has no English.</summary>
    public static string Of(IndicatorRule indicator) => indicator.Number switch
    {
        1 => Texts.Mark("每百名学生拥有高于规定学历教师数"),
        2 => Texts.Mark("每百名学生拥有县级以上骨干教师数"),
        3 => Texts.Mark("每百名学生拥有体育、艺术（美术、音乐）专任教师数"),
        4 => Texts.Mark("生均教学及辅助用房面积"),
        5 => Texts.Mark("生均体育运动场馆面积"),
        6 => Texts.Mark("生均教学仪器设备值"),
        7 => Texts.Mark("每百名学生拥有网络多媒体教室数"),
        _ => indicator.Name,
    };

    /// <summary>An indicator in a word or two, for the heads of columns.</summary>
    public static string ShortOf(IndicatorRule indicator) => indicator.Number switch
    {
        1 => Texts.Mark("高学历教师"),
        2 => Texts.Mark("骨干教师"),
        3 => Texts.Mark("体音美教师"),
        4 => Texts.Mark("教学用房"),
        5 => Texts.Mark("运动场馆"),
        6 => Texts.Mark("仪器设备"),
        7 => Texts.Mark("多媒体教室"),
        _ => indicator.Name,
    };

    /// <summary>A column of the template; every column stands here, so that the pages can speak English of it.</summary>
    public static string OfColumn(string column) => column switch
    {
        SchoolColumns.Code => Texts.Mark("学校代码"),
        SchoolColumns.Name => Texts.Mark("学校名称"),
        SchoolColumns.Type => Texts.Mark("办学类型"),
        SchoolColumns.PrimaryPupils => Texts.Mark("小学在校生数"),
        SchoolColumns.JuniorPupils => Texts.Mark("初中在校生数"),
        SchoolColumns.SeniorPupils => Texts.Mark("高中在校生数"),
        SchoolColumns.PrimaryQualified => Texts.Mark("高于规定学历教师数(小学)"),
        SchoolColumns.JuniorQualified => Texts.Mark("高于规定学历教师数(初中)"),
        SchoolColumns.PrimaryKey => Texts.Mark("县级以上骨干教师数(小学)"),
        SchoolColumns.JuniorKey => Texts.Mark("县级以上骨干教师数(初中)"),
        SchoolColumns.PrimarySportsAndArts => Texts.Mark("体音美专任教师数(小学)"),
        SchoolColumns.JuniorSportsAndArts => Texts.Mark("体音美专任教师数(初中)"),
        SchoolColumns.TeachingArea => Texts.Mark("教学及辅助用房面积"),
        SchoolColumns.SportsArea => Texts.Mark("体育运动场馆面积"),
        SchoolColumns.Equipment => Texts.Mark("教学仪器设备值(万元)"),
        SchoolColumns.MultimediaRooms => Texts.Mark("网络多媒体教室间数"),
        SchoolColumns.Year => Texts.Mark("学年"),
        SchoolColumns.County => Texts.Mark("区县"),
        SchoolColumns.IndoorSportsArea => Texts.Mark("室内体育用房面积"),
        SchoolColumns.Classes => Texts.Mark("班级数"),
        SchoolColumns.LargestClass => Texts.Mark("最大班额"),
        SchoolColumns.LargeClasses => Texts.Mark("大班额班数"),
        SchoolColumns.BuiltIn => Texts.Mark("建成年份"),
        SchoolColumns.Setting => Texts.Mark("城乡"),
        SchoolColumns.Founder => Texts.Mark("举办者"),
        SchoolChanges.Origin => Texts.Mark("数据来源"),
        SchoolChanges.TellsIndoorSports => Texts.Mark("室内体育用房单独填报"),
        SchoolChanges.MoreTeachers => Texts.Mark("另计体音美教师数"),
        SchoolChanges.MoreArea => Texts.Mark("另计体育场地面积"),
        _ => column,
    };
}
