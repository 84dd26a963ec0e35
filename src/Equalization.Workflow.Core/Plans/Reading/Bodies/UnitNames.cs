namespace Equalization.Workflow.Core.Plans.Reading.Bodies;

/// <summary>What the name of a public body looks like. Word lists to be extended; none names a place.</summary>
internal static class UnitNames
{
    private const int LongestName = 40;
    private const string Levels = "省市州盟县区旗镇乡";

    private static readonly string[] Endings =
    [
        "局", "委", "办", "厅", "部", "院", "处", "科", "队", "站", "所", "中心", "公司", "集团", "政府", "单位", "部门", "街道", "街办", "办公室",
        "委员会", "管委会", "村委会", "居委会", "指挥部", "领导小组", "专班", "残联", "妇联", "文联", "科协", "工商联", "工会", "联合会", "协会", "学会", "红十字会",
        "基金会", "银行", "学校", "大学", "学院", "中学", "小学", "幼儿园", "校", "党校", "馆", "台", "报社", "法院", "检察院", "人大", "政协",
        "督导室", "研究室", "教研室", "室", "园区", "开发区", "管理区", "新区", "高新区", "乡镇", "镇", "乡", "县级市", "各县", "各区", "各市", "区县",
        "银保监分局", "团委", "机关", "机构", "企业", "社区", "村", "党组", "支队", "大队", "海关", "消防", "供电", "署", "司", "组", "股", "促进会", "分行", "支行",
    ];

    /// <summary>Words whose last sign is an office's and that are none.</summary>
    private static readonly string[] NoEndings = ["布局", "格局", "结局", "干部", "控股", "参股", "入股", "持股"];

    /// <summary>Parts of a town, and places in general.</summary>
    private static readonly string[] NoCounties = ["学区", "片区", "校区", "园区", "社区", "街区", "小区", "辖区", "景区", "库区"];

    /// <summary>东山区 and 越城区 are counties; these are not.</summary>
    private static readonly string[] Districts = ["城区", "老城区", "主城区", "中心城区", "市区", "山区", "边远山区", "地区", "农村地区", "城市", "大城市"];

    private static readonly string[] CollectiveEndings =
    [
        "有关单位", "相关单位", "有关部门", "相关部门", "职能部门", "成员单位", "责任单位", "牵头单位", "直属单位", "学校及单位",
    ];

    private static readonly string[] Vertical =
    [
        "团市委", "团县委", "团区委", "团省委", "团州委", "共青团", "银保监", "人民银行", "人行", "海关", "国网", "供电", "烟草", "邮政", "中国",
        "国家", "省属", "中央", "自治区", "自治州", "驻", "军分区", "武警",
    ];

    /// <summary>The same with their place before them: 宁化银保监分局.</summary>
    private static readonly string[] VerticalWithPlace = ["银保监", "金融监管", "海关", "供电公司", "分行", "支行"];

    /// <summary>Offices by their field of work alone: 发改、财政等部门.</summary>
    private static readonly string[] Fields =
    [
        "教育", "发改", "发展改革", "发展和改革", "财政", "人社", "人力资源社会保障", "人力资源和社会保障", "编办", "机构编制", "住建", "住房城乡建设", "住房和城乡建设", "自然资源", "规划",
        "国土", "国土资源", "公安", "卫健", "卫生健康", "卫生", "民政", "司法", "审计", "统计", "市场监管", "交通", "交通运输", "水利", "农业农村", "文旅", "文化", "文化和旅游", "文化旅游",
        "体育", "应急", "应急管理", "消防", "城管", "城市管理", "生态环境", "环保", "科技", "工信", "商务", "税务", "宣传", "组织", "网信", "大数据", "政法", "妇联", "残联", "团委", "共青团",
        "工会", "医保", "乡村振兴", "退役军人", "信访", "督导", "教育督导", "纪检", "纪检监察", "监察", "金融", "广电", "林业", "气象",
    ];

    /// <summary>Words that begin with the sign of a level and are none: 市市场监管局 has its level, 市场监管局 has not.</summary>
    private static readonly string[] NoLevels = ["市场", "市政公用", "市政园林", "市容", "乡村", "县域", "区域", "镇街", "城市", "城镇", "社区", "园区", "乡镇", "城乡", "街区"];

    /// <summary>A pair of brackets at the end (区县(市), 市委编办(市编办)) belongs to the name and is looked through.</summary>
    public static bool EndsLikeUnit(string name)
    {
        var plain = WithoutBrackets(name);
        if (plain.Length is < 2 or > LongestName || plain.AsSpan().IndexOfAny("。！？；!?;:：—") >= 0)
        {
            return false;
        }

        if (NoEndings.Any(word => plain.EndsWith(word, StringComparison.Ordinal)))
        {
            return false;
        }

        return Endings.Any(ending => plain.EndsWith(ending, StringComparison.Ordinal)) || IsCountyWord(name) || NamesCounty(plain);
    }

    /// <summary>教育, 发改: an office only where the list says that it names departments.</summary>
    public static bool IsField(string name) => Fields.Contains(name);

    /// <summary>公安和自然资源等部门: what follows 和 is a second field, with the word departments at once behind it.</summary>
    public static bool BeginsWithField(string name) =>
        Fields.Any(field => name.StartsWith(field, StringComparison.Ordinal) && name.AsSpan(field.Length) is var rest && (rest.StartsWith("等", StringComparison.Ordinal) || rest.StartsWith("部门", StringComparison.Ordinal)));

    /// <summary>Signs that end a place or a kind of work as well as a unit: 市城乡, 市住建, 市中小学校.</summary>
    public static bool IsHalfName(char last) => last is '乡' or '镇' or '区' or '县' or '市' or '校' or '学' or '村' or '组' or '台' or '科' or '处';

    /// <summary>Stands for several units, which a person names.</summary>
    public static bool IsCollective(string name) =>
        (name.Contains('各') && name.Length > 1)
        || name.StartsWith("全体", StringComparison.Ordinal)
        || IsCountyWord(name)
        || CollectiveEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The sign a following unit inherits when it has none: 市 of 市编办, 市委 of 市委组织部; null if there is none.</summary>
    public static string? LevelOf(string name)
    {
        if (name.Length < 3 || IsCollective(name) || IsVertical(name) || !Levels.Contains(name[0]) || StartsWithoutLevel(name))
        {
            return null;
        }

        if (Levels.Contains(name[1]) && !StartsWithoutLevel(name[1..]))
        {
            return null;
        }

        return name[1] == '委' && name.EndsWith('部') ? name[..2] : name[..1];
    }

    /// <summary>The name with the level of the unit before, where it was dropped.</summary>
    public static string Resolve(string name, string? level)
    {
        if (level is null || LevelOf(name) is not null || IsCollective(name) || IsVertical(name) || NamesPlace(name) || !EndsLikeUnit(name))
        {
            return name;
        }

        return (level.Length == 2 && !name.EndsWith('部') ? level[..1] : level) + name;
    }

    /// <summary>Begins with a place (越秀区…, 长沙市…) or with a level sign of its own.</summary>
    public static bool NamesPlace(string name)
    {
        foreach (var word in NoLevels)
        {
            name = name.Replace(word, "", StringComparison.Ordinal);
        }

        return name.AsSpan(0, Math.Min(name.Length, 6)).IndexOfAny(Levels) >= 0;
    }

    private static bool StartsWithoutLevel(string name) => NoLevels.Any(word => name.StartsWith(word, StringComparison.Ordinal));

    public static bool IsVertical(string name) =>
        Vertical.Any(word => name.StartsWith(word, StringComparison.Ordinal)) || VerticalWithPlace.Any(word => name.Contains(word, StringComparison.Ordinal));

    /// <summary>区县(市), 县(市、区), 各县&lt;市、区&gt;人民政府: one word for every county under a city.</summary>
    public static bool IsCountyWord(string name)
    {
        var bracket = name.AsSpan().IndexOfAny('(', '<', '〈');
        bracket = bracket >= 0 ? bracket : name.AsSpan().IndexOfAny('（', '＜');
        if (bracket is < 1 or > 4 || bracket + 1 >= name.Length)
        {
            return false;
        }

        var stem = name[..bracket].TrimStart('各');
        return stem.Length is >= 1 and <= 2 && stem.All(Levels.Contains) && Levels.Contains(name[bracket + 1]);
    }

    /// <summary>思茅区, 宁洱县: a short name that is a place and so stands for its government.</summary>
    public static bool NamesCounty(string plain) => plain.Length is >= 2 and <= 5 && "县区市州旗".Contains(plain[^1])
        && "我全本该外邻".IndexOf(plain[0]) < 0 && !Districts.Contains(plain) && !NoCounties.Any(word => plain.EndsWith(word, StringComparison.Ordinal));

    private static string WithoutBrackets(string name)
    {
        var depth = 0;
        var plain = new System.Text.StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is '(' or '<' or '〈' or '（' or '＜' or '[' or '〔' or '【')
            {
                depth++;
            }
            else if (c is ')' or '>' or '〉' or '）' or '＞' or ']' or '〕' or '】')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (depth == 0)
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
