using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans.Reading;

/// <summary>Short plans around the one thing that a test is about.</summary>
internal static class Samples
{
    /// <summary>A plan of two years with one measure; the text is everything after its number.</summary>
    public static string Plan(params ReadOnlySpan<string> measures)
    {
        var items = new List<string>();
        foreach (var measure in measures)
        {
            items.Add($"{items.Count + 1}.{measure}");
        }

        return $"某市义务教育优质均衡发展实施方案\n(2021-2022)\n一、指导思想\n坚持教育优先发展。\n二、主要措施\n(一)优化布局。\n{string.Join('\n', items)}\n三、保障措施\n1.加强领导。各单位要高度重视。\n";
    }

    public static DraftMeasure Measure(string text) => Assert.Single(PlanReader.Read(Plan(text)).Measures);

    public static string[] Lead(this DraftMeasure measure) => measure.Named(DraftUnitRole.Lead);

    public static string[] Cooperating(this DraftMeasure measure) => measure.Named(DraftUnitRole.Cooperating);

    public static string[] Responsible(this DraftMeasure measure) => measure.Named(DraftUnitRole.Responsible);

    public static string At(this PlanDraft draft, SourceSpan span) => draft.Text.Substring(span.Start, span.Length);

    /// <summary>Everything the reader found, without the places it found it in: two files of one plan give the same.</summary>
    public static string Content(this PlanDraft draft) => string.Join('\n',
    [
        $"{draft.Title}|{draft.DocumentNumber}|{draft.Issuer}|{draft.IssuedOn:yyyy-MM-dd}|{draft.PeriodFrom}-{draft.PeriodTo}",
        .. draft.Overall.Select(Line),
        .. draft.Measures.SelectMany(measure => (string[])
        [
            $"{measure.Number}|{measure.Title}|{measure.Section}|{measure.Body}",
            .. measure.Units.Select(unit => $"{unit.Role} {unit.Name} {unit.ResolvedName} {unit.Label}"),
            .. measure.Deadlines.Select(deadline => $"{deadline.AsWritten} {deadline.Day:yyyy-MM-dd} {deadline.Kind}"),
            .. measure.Targets.Select(Line),
            .. measure.Doubts,
        ]),
    ]);

    private static string Line(DraftTarget target) =>
        $"{target.Year} {target.AsWritten} {target.Comparator} {target.Value} {target.Upper} {target.Unit}";

    private static string[] Named(this DraftMeasure measure, DraftUnitRole role) =>
        [.. measure.Units.Where(unit => unit.Role == role).Select(unit => unit.ResolvedName)];
}
