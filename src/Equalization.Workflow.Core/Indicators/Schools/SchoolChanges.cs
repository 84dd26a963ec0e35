using System.Globalization;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>What an entry by hand changes, as a <see cref="SchoolCorrection"/> keeps it: one line a value, its column, before and after with tabs between.</summary>
public static class SchoolChanges
{
    public const string Origin = "数据来源";
    public const string TellsIndoorSports = "室内体育用房单独填报";
    public const string MoreTeachers = "另计体音美教师数";
    public const string MoreArea = "另计体育场地面积";

    internal static IReadOnlyList<string> Of(SchoolValues? before, SchoolValues after, DataOrigin? originBefore, DataOrigin originAfter)
    {
        var numbers = after.Numbers.Select(n => (n.Key, Before: Shown(before?.Numbers[n.Key]), After: Shown(n.Value)));
        var words = after.Words.Select(w => (w.Key, Before: before?.Words[w.Key] ?? "", After: w.Value ?? ""));
        (string Key, string Before, string After)[] others =
        [
            (MoreTeachers, Said(before?.MoreTeachers), Said(after.MoreTeachers)),
            (MoreArea, Said(before?.MoreArea), Said(after.MoreArea)),
            (TellsIndoorSports, Said(before is { TellsIndoorSports: true }), Said(after.TellsIndoorSports)),
            (Origin, Said(originBefore), Said(originAfter)),
        ];
        return [.. numbers.Concat(words).Concat(others).Where(c => c.Before != c.After).Select(c => $"{c.Key}\t{c.Before}\t{c.After}")];
    }

    private static string Said(Allowance? more) => more is null ? "" : $"{Shown(more.Amount)}（{more.Reason}）";

    private static string Said(bool isTold) => isTold ? "是" : "否";

    private static string Said(DataOrigin? origin) => origin switch
    {
        DataOrigin.Statistics => "事业统计",
        DataOrigin.Reported => "学校上报",
        null => "",
    };

    private static string Shown(decimal? value) => value?.ToString("0.########", CultureInfo.InvariantCulture) ?? "";
}
