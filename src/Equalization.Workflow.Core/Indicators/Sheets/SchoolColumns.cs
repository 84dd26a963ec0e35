using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Core.Indicators.Sheets;

/// <summary>The columns of the school template, with the headings that offices and the national statistics (事业统计) use for them.</summary>
public static class SchoolColumns
{
    public const string Code = "学校代码";
    public const string Name = "学校名称";
    public const string Type = "办学类型";
    public const string PrimaryPupils = "小学在校生数";
    public const string JuniorPupils = "初中在校生数";
    public const string SeniorPupils = "高中在校生数";
    public const string PrimaryQualified = "高于规定学历教师数(小学)";
    public const string JuniorQualified = "高于规定学历教师数(初中)";
    public const string PrimaryKey = "县级以上骨干教师数(小学)";
    public const string JuniorKey = "县级以上骨干教师数(初中)";
    public const string PrimarySportsAndArts = "体音美专任教师数(小学)";
    public const string JuniorSportsAndArts = "体音美专任教师数(初中)";
    public const string TeachingArea = "教学及辅助用房面积";
    public const string SportsArea = "体育运动场馆面积";
    public const string Equipment = "教学仪器设备值(万元)";
    public const string MultimediaRooms = "网络多媒体教室间数";
    public const string Year = "学年";
    public const string County = "区县";
    public const string IndoorSportsArea = "室内体育用房面积";
    public const string Classes = "班级数";
    public const string LargestClass = "最大班额";
    public const string LargeClasses = "大班额班数";
    public const string BuiltIn = "建成年份";
    public const string Setting = "城乡";
    public const string Founder = "举办者";

    /// <summary>In the template's order: what the indicators need, then what is optional.</summary>
    public static IReadOnlyList<TableColumn> All { get; } =
    [
        new(Code, false, "学校标识码", "学校（机构）代码", "学校（机构）标识码", "机构代码", "标识码", "代码", "学校编码", "学校编号", "学校代号", "编码"),
        new(Name, false, "学校（机构）名称", "校名", "名称", "学校全称", "学校", "学校简称"),
        new(Type, false, "学校类型", "办学类别", "学校类别", "学校办学类型", "办学类型名称", "类型", "类别"),
        new(PrimaryPupils, false, "小学学生数", "小学在校学生数", "小学生数", "小学在校生", "小学部在校生数", "小学部学生数", "小学人数", "小学阶段在校生数", "在校生数（小学）", "学生数（小学）", "在校学生数（小学）"),
        new(JuniorPupils, false, "初中学生数", "初中在校学生数", "初中生数", "初中在校生", "初中部在校生数", "初中部学生数", "初中人数", "初中阶段在校生数", "在校生数（初中）", "学生数（初中）", "在校学生数（初中）"),
        new(PrimaryQualified, false, Both("小学", "高于规定学历教师数", "高于规定学历教师", "高于规定学历专任教师数", "高于规定学历的教师数", "高学历教师数")),
        new(JuniorQualified, false, Both("初中", "高于规定学历教师数", "高于规定学历教师", "高于规定学历专任教师数", "高于规定学历的教师数", "高学历教师数")),
        new(PrimaryKey, false, Both("小学", "县级以上骨干教师数", "县级及以上骨干教师数", "县级以上骨干教师", "县级及以上骨干教师", "骨干教师数", "骨干教师")),
        new(JuniorKey, false, Both("初中", "县级以上骨干教师数", "县级及以上骨干教师数", "县级以上骨干教师", "县级及以上骨干教师", "骨干教师数", "骨干教师")),
        new(PrimarySportsAndArts, false, Both("小学", "体音美专任教师数", "体音美教师数", "音体美专任教师数", "音体美教师数", "体育、艺术专任教师数", "体育艺术（美术、音乐）专任教师数", "体育、音乐、美术专任教师数", "体艺专任教师数")),
        new(JuniorSportsAndArts, false, Both("初中", "体音美专任教师数", "体音美教师数", "音体美专任教师数", "音体美教师数", "体育、艺术专任教师数", "体育艺术（美术、音乐）专任教师数", "体育、音乐、美术专任教师数", "体艺专任教师数")),
        new(TeachingArea, false, "教学及辅助用房", "教学及教学辅助用房面积", "教学辅助用房面积", "教学及辅助用房建筑面积", "教学用房及辅助用房面积"),
        new(SportsArea, false, "体育运动场馆", "运动场馆面积", "体育场馆面积", "体育运动场（馆）面积", "体育运动场所面积"),
        new(Equipment, false, "教学仪器设备值", "教学仪器设备总值", "教学仪器设备资产值", "教学仪器设备资产总值", "教学设备值", "仪器设备值", "教学仪器设备值万元", "教学仪器设备值元"),
        new(MultimediaRooms, false, "网络多媒体教室数", "网络多媒体教室", "多媒体教室数", "多媒体教室间数"),
        new(Year, false, "年度", "学年度", "所属学年", "统计学年", "年份"),
        new(County, false, "县区", "区（县）", "县（市、区）", "区县（市）", "县市区", "所属区县", "所在区县", "县（区）", "所属县区", "行政区"),
        new(SeniorPupils, false, "高中学生数", "高中在校学生数", "高中生数", "高中在校生", "高中部在校生数", "高中部学生数", "普通高中在校生数", "在校生数（高中）"),
        new(IndoorSportsArea, false, "室内体育用房", "室内体育场馆面积", "体育用房面积", "其中室内体育用房面积"),
        new(Classes, false, "班数", "教学班数", "班级总数"),
        new(LargestClass, false, "最大班级人数", "最大班人数", "最大班额人数"),
        new(LargeClasses, false, "大班额数", "大班额班级数", "大班额个数"),
        new(BuiltIn, false, "建校年份", "建成时间", "建成年"),
        new(Setting, false, "城乡类型", "城乡类别", "城乡分类", "所在地城乡类型"),
        new(Founder, false, "举办者类型", "办学性质", "学校举办者"),
    ];

    /// <summary>Without these a table is no school table: a row must say what kind of school it is.</summary>
    public static IReadOnlyList<string> Needed { get; } = [Type];

    /// <summary>The columns of which each indicator is made; where none of an indicator's stand in the table, it cannot be computed.</summary>
    public static IReadOnlyList<(int Indicator, string Column, Level? Level)> OfIndicators { get; } =
    [
        (1, PrimaryQualified, Level.Primary), (1, JuniorQualified, Level.Junior), (2, PrimaryKey, Level.Primary), (2, JuniorKey, Level.Junior),
        (3, PrimarySportsAndArts, Level.Primary), (3, JuniorSportsAndArts, Level.Junior),
        (4, TeachingArea, null), (5, SportsArea, null), (6, Equipment, null), (7, MultimediaRooms, null),
    ];

    /// <summary>A level stands before or behind what is counted, with or without 部; word order is no difference.</summary>
    private static string[] Both(string level, params string[] counted) =>
        [.. counted.SelectMany(c => new[] { c + level, $"{c}{level}部", level + c, $"{level}部{c}" })];
}
