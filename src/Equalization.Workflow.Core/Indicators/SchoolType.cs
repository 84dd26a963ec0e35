using System.Text;

namespace Equalization.Workflow.Core.Indicators;

/// <summary>What a school is (办学类型), as far as the standard tells kinds apart.</summary>
public enum SchoolType
{
    Primary,
    Junior,
    NineYear,

    /// <summary>完全中学: junior and senior. Only the junior part is judged.</summary>
    Complete,
    TwelveYear,
    TeachingPoint,
    Special,
    Vocational,
}

/// <summary>The words for school types, and the levels each type teaches.</summary>
public static class SchoolTypes
{
    private static readonly Dictionary<SchoolType, string[]> Words = new()
    {
        [SchoolType.Primary] = ["小学", "完全小学", "完小", "中心小学", "中心校", "普通小学", "小学校", "村小", "村小学", "初级小学"],
        [SchoolType.Junior] = ["初级中学", "初中", "普通初中", "初级中学校", "独立初中", "初中学校"],
        [SchoolType.NineYear] = ["九年一贯制学校", "九年一贯制", "九年制学校", "九年一贯", "9年一贯制学校", "9年一贯制", "九年制"],
        [SchoolType.Complete] = ["完全中学", "完中", "完全中学校"],
        [SchoolType.TwelveYear] = ["十二年一贯制学校", "十二年一贯制", "十二年制学校", "十二年一贯", "12年一贯制学校", "12年一贯制", "十二年制"],
        [SchoolType.TeachingPoint] = ["教学点", "小学教学点", "村教学点"],
        [SchoolType.Special] = ["特殊教育学校", "特殊教育", "特教学校", "特校"],
        [SchoolType.Vocational] = ["职业学校", "中等职业学校", "职业高中", "职业初中", "职业高级中学", "职高", "中职学校", "职业中学", "中专", "技工学校"],
    };

    private static readonly Dictionary<string, SchoolType> Types =
        Words.SelectMany(w => w.Value.Select(v => (v, w.Key))).ToDictionary(w => w.v, w => w.Key);

    /// <summary>The words of the template, for refusals.</summary>
    public static string All { get; } = string.Join("、", Words.Values.Select(w => w[0]));

    public static string WordOf(SchoolType type) => Words[type][0];

    /// <summary>The type a cell names; null for a word that names none.</summary>
    public static SchoolType? Of(string written) =>
        Types.TryGetValue(string.Concat(written.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)), out var type) ? type : null;

    /// <summary>The levels of which the standard judges a school of that type. Special and vocational schools are listed under what they teach.</summary>
    public static IReadOnlyList<Level> JudgedLevels(SchoolType type) => type switch
    {
        SchoolType.Primary or SchoolType.TeachingPoint => [Level.Primary],
        SchoolType.Junior or SchoolType.Complete or SchoolType.Vocational => [Level.Junior],
        SchoolType.NineYear or SchoolType.TwelveYear or SchoolType.Special => [Level.Primary, Level.Junior],
    };
}
