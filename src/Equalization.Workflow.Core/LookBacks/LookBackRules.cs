using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.LookBacks;

/// <summary>How many of a period's write-offs are looked at again (回头看), as versioned data; a draw keeps the number it was made under.</summary>
public sealed class LookBackRules
{
    public const int LongestNote = 300;

    private LookBackRules()
    {
    }

    /// <summary>Refuses a share outside 1–100 (look-back-share), a negative least count (look-back-least), no term (look-back-term).</summary>
    public LookBackRules(Guid jurisdictionId, int number, ReportCycle cycle, int sharePercent, int least, int termWorkingDays, string? note, string by, DateTime now)
    {
        if (sharePercent is < 1 or > 100)
        {
            throw new RuleBroken("look-back-share", "抽取比例 {0}% 不成立，请填写 1 到 100 之间的整数。", sharePercent) { Field = nameof(SharePercent) };
        }

        if (least is < 0 or > 1000)
        {
            throw new RuleBroken("look-back-least", "最少项数 {0} 不成立，请填写 0 到 1000 之间的整数。", least) { Field = nameof(Least) };
        }

        if (termWorkingDays is < 1 or > 250)
        {
            throw new RuleBroken("look-back-term", "复核时限 {0} 不成立，请填写 1 到 250 之间的工作日数。", termWorkingDays) { Field = nameof(TermWorkingDays) };
        }

        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Number = number;
        Cycle = cycle;
        SharePercent = sharePercent;
        Least = least;
        TermWorkingDays = termWorkingDays;
        Note = note.Within(LongestNote, "说明", nameof(Note)) ?? "";
        By = by;
        CreatedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>1 for the first; the highest is in force.</summary>
    public int Number { get; private set; }

    /// <summary>The period whose write-offs are one list.</summary>
    public ReportCycle Cycle { get; private set; }

    /// <summary>Of the list, rounded up.</summary>
    public int SharePercent { get; private set; }

    /// <summary>At least so many, or the whole list where it is shorter.</summary>
    public int Least { get; private set; }

    /// <summary>Working days after the draw in which the office looks again.</summary>
    public WorkingDays TermWorkingDays { get; private set; }

    public string Note { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    /// <summary>Version 1: of each quarter's write-offs a tenth, at least one, within twenty working days.</summary>
    public static LookBackRules Default(Guid jurisdictionId, DateTime now) => new(jurisdictionId, 1, ReportCycle.Quarter, 10, 1, 20, "默认规则", "系统", now);

    public int SizeOf(int list) => Math.Min(list, Math.Max(Least, ((list * SharePercent) + 99) / 100));
}
