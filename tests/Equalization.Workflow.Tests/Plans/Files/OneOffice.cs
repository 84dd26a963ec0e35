using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Tests.Plans.Reading;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans.Files;

/// <summary>Real office files made in the test, and what a draft of them says.</summary>
internal static class OneOffice
{
    public static void Needed() => Assert.SkipUnless(Office.IsThere, Office.IsAbsent);

    public static void CalcNeeded() => Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);

    public static async Task<PlanDraft> Draft(byte[] source, string from, string to, bool withHidden = false) =>
        (await PlanFiles.Read("方案." + to, await Office.Saved(source, from, to), withHidden)).Read();

    public static async Task<string> Text(byte[] source, string to = "docx") => (await PlanFiles.Read("方案." + to, await Office.Saved(source, "fodt", to))).Text;

    /// <summary>Measures with their units and days, one a line; where they stand in the file is left out.</summary>
    public static string[] Measures(this PlanDraft draft) =>
    [
        .. draft.Measures.Select(measure => $"{measure.Number} {measure.Title} 牵头:{string.Join('、', measure.Lead())} 配合:{string.Join('、', measure.Cooperating())}{string.Concat(measure.Responsible().Select(unit => " 责任:" + unit))} "
            + string.Join('、', measure.Deadlines.Select(deadline => $"{deadline.Kind} {deadline.Day:yyyy-MM-dd}"))),
    ];

    public static string[] Skipped(this PlanDraft draft, string reason) =>
        [.. draft.Skipped.Where(skip => skip.Reason.Contains(reason, StringComparison.Ordinal)).Select(skip => draft.At(skip.Span).Trim())];
}
