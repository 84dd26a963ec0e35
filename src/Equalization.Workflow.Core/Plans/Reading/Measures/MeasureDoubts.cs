using Equalization.Workflow.Core.Plans.Reading.Bodies;

namespace Equalization.Workflow.Core.Plans.Reading.Measures;

/// <summary>What a person should look at in a measure before anything is issued from it.</summary>
internal static class MeasureDoubts
{
    private const int LongTitle = 60;

    public static IEnumerable<string> Of(DraftMeasure measure)
    {
        if (measure.Title is null)
        {
            yield return "这一条的序号和标题在原文中已丢失，请补写。";
        }
        else if (measure.Number is null && measure.Rule == ReadingRules.MeasureClosed)
        {
            yield return "这一段没有序号，按段末的责任单位列为一条，请核对标题。";
        }
        else if (measure.Title.Length > LongTitle)
        {
            yield return "标题过长，可能与正文连在一起，请截短。";
        }

        var leads = measure.Units.Count(unit => unit.Role == DraftUnitRole.Lead);
        var responsible = measure.Units.Where(unit => unit.Role == DraftUnitRole.Responsible).ToList();
        if (measure.Units.Count == 0)
        {
            yield return "原文没有写责任单位，请补填牵头单位，否则不能下达任务。";
        }
        else if (leads == 0 && responsible.Count == 1)
        {
            var label = responsible[0].Label.Length > 0 ? responsible[0].Label : "责任单位";
            yield return $"只写了{label}“{responsible[0].ResolvedName}”，没有写牵头单位，请确认是否由其牵头。";
        }
        else if (leads == 0)
        {
            yield return $"列了 {measure.Units.Count} 个单位，没有写牵头单位，请指定一个牵头。";
        }

        foreach (var unit in measure.Units)
        {
            if (unit.ResolvedName != unit.Name)
            {
                yield return $"“{unit.Name}”省略了前缀，按“{unit.ResolvedName}”理解，请核对。";
            }

            if (!UnitNames.EndsLikeUnit(unit.Name))
            {
                yield return $"“{unit.Name}”不像单位名称，请核对。";
            }
        }

        if (measure.ListIsOpen)
        {
            yield return "单位名单以“等”结尾，还有未写明的单位，请补全。";
        }

        foreach (var deadline in measure.Deadlines)
        {
            if (deadline is { Kind: DeadlineKind.By, Day: null })
            {
                yield return $"时间“{deadline.AsWritten}”定不出日期，请填写。";
            }
            else if (deadline is { Inferred: { } reason, StartOn: null })
            {
                yield return $"时间“{deadline.AsWritten}”：{reason}请核对。";
            }

            if (deadline.Doubt is { } doubt)
            {
                yield return $"时间“{deadline.AsWritten}”{doubt}";
            }
        }

        foreach (var doubt in measure.Targets.Select(target => target.Doubt).OfType<string>().Distinct())
        {
            yield return doubt;
        }
    }
}
