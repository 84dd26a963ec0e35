namespace Equalization.Workflow.Core.Plans;

/// <summary>
/// Something a person should look at: a Chinese format and its arguments. UnitId is the measure's unit it concerns; Stored says that it is
/// a sentence kept with the measure, which a person may accept as it stands.
/// </summary>
public sealed record Finding(string Format, IReadOnlyList<object> Arguments, Guid? UnitId, bool Stored)
{
    public static Finding Of(string format, params object[] arguments) => new(format, arguments, null, false);
}

/// <summary>What is open in a measure before tasks can be issued from it.</summary>
public static class MeasureCheck
{
    /// <summary>Everything to look at: what follows from the units, then the sentences kept with the measure.</summary>
    public static IReadOnlyList<Finding> Findings(Measure measure)
    {
        var all = new List<Finding>();
        foreach (var unit in measure.Units.Where(u => !u.IsMatched).OrderBy(u => u.Role).ThenBy(u => u.Position))
        {
            all.Add(unit.IsCollective
                ? Finding.Of("“{0}”是集体单位，没有对应的单位分组，请指定成员。", unit.AsWritten) with { UnitId = unit.Id }
                : Finding.Of("“{0}”不在单位列表中，请匹配已有单位或新建单位。", unit.FullName) with { UnitId = unit.Id });
        }

        if (measure.NoTaskReason is null && !measure.Leads.Any())
        {
            all.Add(measure.Units.Count == 0
                ? Finding.Of("没有责任单位，不能下达任务。请补充牵头单位，或写明不下达的原因。")
                : Finding.Of("没有写明牵头单位，请从下列单位中确定一个牵头单位。"));
        }

        all.AddRange(measure.DoubtLines.Select(line => new Finding(line, [], null, true)));
        return all;
    }

    /// <summary>Why no task can be issued from it; null when it can. A unit that is not matched would be left out in silence, so it stands in the way.</summary>
    public static Finding? WhyNot(Measure measure)
    {
        if (measure.NoTaskReason is { } reason)
        {
            return Finding.Of("不下达任务：{0}", reason);
        }

        if (measure.Units.Count == 0)
        {
            return Finding.Of("没有责任单位");
        }

        if (!measure.Leads.Any())
        {
            return Finding.Of("没有牵头单位");
        }

        return measure.Leads.Concat(measure.Cooperating).FirstOrDefault(u => !u.IsMatched) is { } unknown
            ? Finding.Of("单位“{0}”未对应到单位列表", unknown.AsWritten) with { UnitId = unknown.Id }
            : null;
    }
}
