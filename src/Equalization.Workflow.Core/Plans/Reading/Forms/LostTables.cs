using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>
/// A table whose cell borders are lost, all in one run of text. It gives nothing: which unit belongs to which task would be a guess.
/// </summary>
internal static class LostTables
{
    private const int ShortestRun = 60;
    private const string Problem = "这里是一张表，但各栏的分界已丢失，无法判断任务与单位的对应关系，没有读取。请用原表重新导入。";

    public static IEnumerable<PlanTable> In(SourceView view, List<TextLine> lines)
    {
        foreach (var line in lines)
        {
            var header = view.Folded.IndexOf("序号", line.Start, Math.Min(line.Length, 200), StringComparison.Ordinal);
            if (line.Length < ShortestRun || header < 0)
            {
                continue;
            }

            for (var i = header + 2; i < Math.Min(line.End, header + 40); i++)
            {
                if (view[i] == '|')
                {
                    break;
                }

                if (UnitLabels.Column(view.Name(i, Math.Min(line.End, i + 8))) is { } kind && kind is not (LabelKind.Deadline or LabelKind.Person))
                {
                    yield return new PlanTable(line.Start, line.End, [], Problem);
                    break;
                }
            }
        }
    }
}
