using Equalization.Workflow.Core.Indicators.Schools;

namespace Equalization.Workflow.Core.Accreditations;

/// <summary>
/// One county's way to recognition (优质均衡认定), one round: four stages, each passed on a day, returned with problems or not passed. A county has one round under way
/// at most; those before it are its history.
/// </summary>
public sealed class Accreditation
{
    public const int LongestWords = 2000;

    private readonly List<StageTerm> terms = [];
    private readonly List<AccreditationEntry> entries = [];

    private Accreditation()
    {
    }

    /// <summary>Refuses a county without a name (accreditation-county).</summary>
    internal Accreditation(Guid jurisdictionId, string? county, Guid? unitId, int round, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        County = county.Needed(School.LongestCounty, "区县", new RuleBroken("accreditation-county", "请填写区县名称，与学校数据中的写法一致。") { Field = nameof(County) });
        SortKey = SortKeys.Of(County);
        (UnitId, Round) = (unitId, round);
        terms.AddRange(AccreditationStages.All.Select(stage => new StageTerm(this, stage)));
        Enter(EntryKind.Opened, ChinaTime.DayOf(now), new EntryWords(null), by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>As the schools' data call it.</summary>
    public string County { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    /// <summary>Whose people fill in the self-evaluation; null where the county has no unit here, then the office does.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>1 for the county's first try.</summary>
    public int Round { get; private set; }

    public AccreditationState State { get; private set; }

    /// <summary>The stage that is at turn, or the one at which the round ended.</summary>
    public AccreditationStage Stage { get; private set; }

    /// <summary>Last day of the rectification, included; null unless it was returned.</summary>
    public DateOnly? RectifyDueOn { get; private set; }

    /// <summary>The rectification's term of which everybody was told that it has passed.</summary>
    public DateOnly? RectifyLateFor { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<StageTerm> Terms => terms;

    public IReadOnlyList<AccreditationEntry> Entries => entries;

    public bool IsOpen => State is AccreditationState.UnderWay or AccreditationState.Rectifying;

    /// <summary>The self-evaluation may be written: before it is handed in, and while returned work is put right.</summary>
    public bool IsEvaluating => State == AccreditationState.Rectifying || (State == AccreditationState.UnderWay && Stage == AccreditationStage.CountySelf);

    public StageTerm Term(AccreditationStage stage) => terms.Single(t => t.Stage == stage);

    /// <summary>Sets the days of all stages and who evaluates. Refuses after the end (accreditation-over) and a stage due before the one that goes before it (stage-order).</summary>
    internal void Aim(IReadOnlyDictionary<AccreditationStage, StageAim> aims, Guid? unitId, string by, DateTime now)
    {
        MustBeOpen();
        var days = AccreditationStages.All.Select(s => aims.TryGetValue(s, out var aim) ? aim.On : null).OfType<DateOnly>().ToList();
        if (days.Zip(days.Skip(1)).Any(pair => pair.Second < pair.First))
        {
            throw new RuleBroken("stage-order", "后一阶段的目标日期不能早于前一阶段，请核对各阶段日期。") { Field = "Targets" };
        }

        UnitId = unitId;
        var moved = false;
        foreach (var term in terms.Where(t => t.PassedOn is null))
        {
            var aim = aims.GetValueOrDefault(term.Stage) ?? new StageAim(null);
            moved |= term.Aim(aim.On, aim.AsWritten, aim.PlanId);
        }

        if (moved && entries.Count > 1)
        {
            Enter(EntryKind.Retargeted, ChinaTime.DayOf(now), new EntryWords(null), by, now);
        }
    }

    /// <summary>The present stage is passed. Refuses what is not under way (stage-not-open) and a day that cannot be (stage-day).</summary>
    internal void Pass(DateOnly? on, EntryWords words, string by, DateTime now)
    {
        var day = Decide(on, now);
        Term(Stage).Pass(day);
        Enter(EntryKind.Passed, day, words, by, now);
        if (AccreditationStages.After(Stage) is { } next)
        {
            Stage = next;
            return;
        }

        (State, EndedOn) = (AccreditationState.Recognised, day);
    }

    /// <summary>Back to the county. Refuses without words (stage-words) or a term from that day on (rectify-day), and as <see cref="Pass"/>.</summary>
    internal void Return(DateOnly? on, string? words, DateOnly? dueOn, string by, DateTime now)
    {
        var day = Decide(on, now);
        var said = Said(words);
        RectifyDueOn = dueOn is { } due && due >= day ? due : throw new RuleBroken("rectify-day", "请填写整改期限，不早于退回之日。") { Field = nameof(RectifyDueOn) };
        Enter(EntryKind.Returned, day, new EntryWords(said), by, now);
        State = AccreditationState.Rectifying;
    }

    /// <summary>The round ends here. Refuses without words (stage-words) and as <see cref="Pass"/>.</summary>
    internal void Fail(DateOnly? on, string? words, string by, DateTime now)
    {
        var day = Decide(on, now);
        Enter(EntryKind.NotPassed, day, new EntryWords(Said(words)), by, now);
        (State, EndedOn) = (AccreditationState.NotPassed, day);
    }

    /// <summary>The county has put right what the stage returned: the stage is at turn again. Refuses what was not returned (not-rectifying) and no words (stage-words).</summary>
    internal void Rectify(EntryWords words, string by, DateTime now)
    {
        if (State != AccreditationState.Rectifying)
        {
            throw new RuleBroken("not-rectifying", "没有待报告的整改，可能已由他人报告。请刷新后查看。");
        }

        Enter(EntryKind.Rectified, ChinaTime.DayOf(now), words with { Words = Said(words.Words) }, by, now);
        (State, RectifyDueOn, RectifyLateFor) = (AccreditationState.UnderWay, null, null);
    }

    /// <summary>Ends the round without a result. Refuses after the end (accreditation-over) and without words (stage-words).</summary>
    internal void Withdraw(string? words, string by, DateTime now)
    {
        MustBeOpen();
        var day = ChinaTime.DayOf(now);
        Enter(EntryKind.Withdrawn, day, new EntryWords(Said(words)), by, now);
        (State, EndedOn) = (AccreditationState.Withdrawn, day);
    }

    internal void TellRectifyLate() => RectifyLateFor = RectifyDueOn;

    private static string Said(string? words) =>
        words.Needed(LongestWords, "意见", new RuleBroken("stage-words", "请写明意见：结论、主要问题和要求。") { Field = "Words" });

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new RuleBroken("accreditation-over", "这一轮认定已经结束。需要再次申报的，请新开一轮。");
        }
    }

    /// <summary>The day of a stage's result: not before the stage that went before it, not in the future.</summary>
    private DateOnly Decide(DateOnly? on, DateTime now)
    {
        if (State != AccreditationState.UnderWay)
        {
            throw new RuleBroken("stage-not-open", "本阶段不在待办理状态：可能正在整改，或者这一轮已经结束。请刷新后查看。");
        }

        var before = terms.Where(t => t.PassedOn is not null).Max(t => t.PassedOn);
        return on is { } day && day <= ChinaTime.DayOf(now) && (before is null || day >= before)
            ? day
            : throw new RuleBroken("stage-day", "请填写作出结论的日期：不早于上一阶段，不晚于今天。") { Field = "On" };
    }

    private void Enter(EntryKind kind, DateOnly on, EntryWords words, string by, DateTime now) => entries.Add(new AccreditationEntry(this, kind, on, words, by, now));
}

/// <summary>By which day a stage is to be passed, and the plan that says so in which words.</summary>
public sealed record StageAim(DateOnly? On, string? AsWritten = null, Guid? PlanId = null);
