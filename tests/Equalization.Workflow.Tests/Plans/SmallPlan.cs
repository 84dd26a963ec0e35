using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans;

/// <summary>A short plan as the reader would hand it over, with places in its text: four measures, one unknown unit, one without any.</summary>
public static class SmallPlan
{
    public const string FileName = "行动计划.txt";

    public const string Text =
        "测试市行动计划\n一、主要措施\n"
        + "1.完善规划。修订布局规划。2020年底完成。(牵头单位:市教育局,配合单位:区县(市)政府、市发改委)\n"
        + "2.配齐设备。生均设备值达标。2019年达到2000元。(牵头单位:各区县(市)政府,配合单位:市某某局)\n"
        + "3.开展监测。每年发布报告。(负责单位:市教育局)\n"
        + "4.加强宣传。营造氛围。\n"
        + "附:联系电话";

    public static PlanDraft Plan(string? title = "测试市行动计划") => new(
        Text, title, "测教〔2018〕1号", "测试市政府", new DateOnly(2018, 5, 16), 2018, 2022, [],
        [
            Measure("1", "完善规划", "修订布局规划。2020年底完成。",
                [
                    Unit(DraftUnitRole.Lead, "市教育局"), Unit(DraftUnitRole.Cooperating, "区县(市)政府", collective: true),
                    Unit(DraftUnitRole.Cooperating, "市发改委"),
                ],
                [new DraftDeadline("2020年底", new DateOnly(2020, 12, 31), DeadlineKind.By, null, Find("2020年底"))], []),
            Measure("2", "配齐设备", "生均设备值达标。2019年达到2000元。",
                [Unit(DraftUnitRole.Lead, "各区县(市)政府", collective: true), Unit(DraftUnitRole.Cooperating, "市某某局")], [],
                [
                    new DraftTarget(
                        2019, "2019年达到2000元", "生均设备值", Comparator.AtLeast, 2000, null, "元", null, false, false, null, Find("2019年达到2000元")),
                ]),
            Measure("3", "开展监测", "每年发布报告。", [Unit(DraftUnitRole.Responsible, "市教育局", "负责单位", "(负责单位:")], [], []),
            Measure("4", "加强宣传", "营造氛围。", [], [], []),
        ],
        [new SkippedText(Find("附:联系电话"), "附件说明，不是措施。")]);

    public static SourceSpan Find(string words, string after = "")
    {
        var from = Text.IndexOf(after, StringComparison.Ordinal) + after.Length;
        return new SourceSpan(Text.IndexOf(words, from, StringComparison.Ordinal), words.Length);
    }

    private static DraftMeasure Measure(
        string number, string title, string body, DraftUnit[] units, DraftDeadline[] deadlines, DraftTarget[] targets)
    {
        var start = Text.IndexOf(number + "." + title, StringComparison.Ordinal);
        var span = new SourceSpan(start, Text.IndexOf('\n', start) - start);
        return new DraftMeasure(number, title, "一、主要措施", body, span, Find(title), units, deadlines, targets, [], [], []);
    }

    private static DraftUnit Unit(DraftUnitRole role, string name, string label = "牵头单位", string after = "", bool collective = false) =>
        new(role, name, name, collective, label, Find(name, after));
}
