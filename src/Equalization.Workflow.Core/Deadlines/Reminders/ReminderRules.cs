using System.Globalization;
using Equalization.Workflow.Core.AnnualTasks.Risks;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>
/// The content of a rule set or of a draft: rungs, the hours (China time, working days only) in which digests leave, and the working days that must
/// pass between two urges of one part.
/// </summary>
public sealed record ReminderRules(TimeOnly SendFrom, TimeOnly SendTo, int UrgeCooldownWorkingDays, IReadOnlyList<ReminderRung> Rungs)
{
    public const int FurthestOffset = 60;
    public const int MostRungs = 8;
    public const int LongestCooldown = 30;

    /// <summary>The rules that make sense; a ladder outside of these is refused.</summary>
    public static IReadOnlyList<(ReminderMoment Moment, ReminderRecipient[] Recipients)> Places { get; } =
    [
        (ReminderMoment.SignFor, [ReminderRecipient.Contact, ReminderRecipient.UnitHead, ReminderRecipient.Cooperating, ReminderRecipient.Leader, ReminderRecipient.Office]),
        (ReminderMoment.ReportDue, [ReminderRecipient.Contact, ReminderRecipient.UnitHead, ReminderRecipient.Cooperating, ReminderRecipient.Leader, ReminderRecipient.Office]),
        (ReminderMoment.PartDue, [ReminderRecipient.Contact, ReminderRecipient.UnitHead, ReminderRecipient.Cooperating, ReminderRecipient.Leader, ReminderRecipient.Office]),
        (ReminderMoment.HelpAnswer, [ReminderRecipient.Contact, ReminderRecipient.UnitHead, ReminderRecipient.Leader, ReminderRecipient.Office]),
        (ReminderMoment.ExtensionReply, [ReminderRecipient.Leader, ReminderRecipient.Office]),
        (ReminderMoment.ReviewWaiting, [ReminderRecipient.Leader, ReminderRecipient.Office]),
    ];

    /// <summary>Overdue notices are on for units, leader and office; key and high-risk tasks are told of earlier.</summary>
    public static ReminderRules Default { get; } = new(
        new TimeOnly(8, 30), new TimeOnly(17, 30), 3,
        [
            .. All(ReminderMoment.SignFor, ReminderRecipient.Contact, -1, 0, 1, 3),
            .. All(ReminderMoment.SignFor, ReminderRecipient.UnitHead, 1, 3),
            .. All(ReminderMoment.SignFor, ReminderRecipient.Cooperating, -1, 1),
            .. All(ReminderMoment.SignFor, ReminderRecipient.Office, 1),
            .. All(ReminderMoment.ReportDue, ReminderRecipient.Contact, -2, 0, 1, 5),
            .. All(ReminderMoment.ReportDue, ReminderRecipient.UnitHead, 0, 1, 5),
            .. All(ReminderMoment.ReportDue, ReminderRecipient.Cooperating, -2, 1),
            .. All(ReminderMoment.ReportDue, ReminderRecipient.Office, 5),
            .. Of(ReminderMoment.PartDue, ReminderRecipient.Contact, RiskClass.General, -10, -3, 0, 1, 5, 10),
            .. Of(ReminderMoment.PartDue, ReminderRecipient.Contact, RiskClass.Key, -20, -10, -5, -3, -1, 0, 1, 5),
            .. Of(ReminderMoment.PartDue, ReminderRecipient.Contact, RiskClass.HighRisk, -20, -10, -5, -3, -1, 0, 1, 3),
            .. Of(ReminderMoment.PartDue, ReminderRecipient.UnitHead, RiskClass.General, -3, 0, 1, 5, 10),
            .. Of(ReminderMoment.PartDue, ReminderRecipient.UnitHead, RiskClass.Key, -10, -3, 0, 1, 5, 10),
            .. Of(ReminderMoment.PartDue, ReminderRecipient.UnitHead, RiskClass.HighRisk, -10, -5, -3, 0, 1, 3, 5, 10),
            .. All(ReminderMoment.PartDue, ReminderRecipient.Cooperating, -3, 0, 1, 5),
            .. Of(ReminderMoment.PartDue, ReminderRecipient.Leader, RiskClass.General, 1, 10),
            .. Of(ReminderMoment.PartDue, ReminderRecipient.Leader, RiskClass.Key, -3, 1, 5, 10),
            .. Of(ReminderMoment.PartDue, ReminderRecipient.Leader, RiskClass.HighRisk, -5, 0, 1, 5, 10),
            .. All(ReminderMoment.PartDue, ReminderRecipient.Office, 1, 10),
            .. All(ReminderMoment.HelpAnswer, ReminderRecipient.Contact, -2, 0, 1, 5),
            .. All(ReminderMoment.HelpAnswer, ReminderRecipient.UnitHead, 0, 1, 5),
            .. All(ReminderMoment.HelpAnswer, ReminderRecipient.Leader, -2, 1),
            .. All(ReminderMoment.HelpAnswer, ReminderRecipient.Office, 1),
            .. All(ReminderMoment.ExtensionReply, ReminderRecipient.Office, -1, 0, 1, 5),
            .. All(ReminderMoment.ReviewWaiting, ReminderRecipient.Office, 3, 5, 10),
        ]);

    /// <summary>The offsets of a ladder in order, none when nobody is reminded.</summary>
    public IReadOnlyList<int> Offsets(ReminderLadder ladder) =>
        [.. Rungs.Where(r => r.Moment == ladder.Moment && r.Recipient == ladder.Recipient && r.Risk == ladder.Risk).Select(r => r.Offset).Order()];

    /// <summary>
    /// The same rules in their one order. Refuses hours that are no span of an hour at least (send-window), a cool-down outside 1 to 30
    /// (urge-cooldown), a ladder that is none (ladder), an offset too far or with the wrong sign (offset), too many rungs (offset).
    /// </summary>
    public ReminderRules Checked()
    {
        if (SendTo < SendFrom.AddHours(1) || SendTo.ToTimeSpan() < SendFrom.ToTimeSpan() + TimeSpan.FromHours(1))
        {
            throw new RuleBroken("send-window", "发送时段至少一小时，且结束时间应晚于开始时间。请改填，例如 08:30 至 17:30。") { Field = nameof(SendTo) };
        }

        if (UrgeCooldownWorkingDays is < 1 or > LongestCooldown)
        {
            throw new RuleBroken("urge-cooldown", "催办间隔应为 1 至 {0} 个工作日，请改填。", LongestCooldown) { Field = nameof(UrgeCooldownWorkingDays) };
        }

        var rungs = Rungs.Distinct().OrderBy(r => r.Moment).ThenBy(r => r.Recipient).ThenBy(r => r.Risk).ThenBy(r => r.Offset).ToList();
        foreach (var ladder in rungs.GroupBy(r => new ReminderLadder(r.Moment, r.Recipient, r.Risk)))
        {
            Check(ladder.Key, [.. ladder.Select(r => r.Offset)]);
        }

        return this with { Rungs = rungs };
    }

    /// <summary>The rungs as stored: PartDue.Contact.General:-3,0,1;…</summary>
    public string Pack() => string.Join(';', Rungs.GroupBy(r => new ReminderLadder(r.Moment, r.Recipient, r.Risk))
        .Select(l => $"{l.Key.Moment}.{l.Key.Recipient}.{l.Key.Risk}:{string.Join(',', l.Select(r => r.Offset.ToString(CultureInfo.InvariantCulture)))}"));

    public static IReadOnlyList<ReminderRung> Unpack(string packed) =>
    [
        .. packed.Split(';', StringSplitOptions.RemoveEmptyEntries).SelectMany(ladder =>
        {
            var (place, offsets) = (ladder.Split(':')[0].Split('.'), ladder.Split(':')[1]);
            return offsets.Split(',').Select(o => new ReminderRung(
                Enum.Parse<ReminderMoment>(place[0]), Enum.Parse<ReminderRecipient>(place[1]), Enum.Parse<RiskClass>(place[2]),
                int.Parse(o, CultureInfo.InvariantCulture)));
        }),
    ];

    /// <summary>The offsets as people write them: whole numbers with any separators, a minus for before. Refuses what is no number (offset-number).</summary>
    public static IEnumerable<ReminderRung> Read(ReminderLadder ladder, string? written) =>
        (written ?? "").Split([',', '，', '、', ';', '；', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(word => int.TryParse(word.Replace('－', '-').Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset)
            ? new ReminderRung(ladder.Moment, ladder.Recipient, ladder.Risk, offset)
            : throw new RuleBroken("offset-number", "“{0}”不是整数。请填写工作日数，期限前用负数，例如 -3、0、5。", word) { Field = FieldOf(ladder) })
        .ToList();

    /// <summary>The field of a form in which a ladder is written.</summary>
    public static string FieldOf(ReminderLadder ladder) => $"Ladders[{ladder.Moment}.{ladder.Recipient}.{ladder.Risk}]";

    private static void Check(ReminderLadder ladder, IReadOnlyList<int> offsets)
    {
        var field = FieldOf(ladder);
        if (!Places.Any(p => p.Moment == ladder.Moment && p.Recipients.Contains(ladder.Recipient)))
        {
            throw new RuleBroken("ladder", "这一时点不提醒该对象，请删除这一行的天数。") { Field = field };
        }

        if (offsets.Count > MostRungs)
        {
            throw new RuleBroken("offset", "一行最多 {0} 次提醒，现有 {1} 次。请删减，以免重复打扰。", MostRungs, offsets.Count) { Field = field };
        }

        if (offsets.Any(o => Math.Abs(o) > FurthestOffset))
        {
            throw new RuleBroken("offset", "提醒时间最多为前后 {0} 个工作日，请改填。", FurthestOffset) { Field = field };
        }

        if (ladder.Moment == ReminderMoment.ReviewWaiting && offsets.Any(o => o < 1))
        {
            throw new RuleBroken("offset", "待审核从收到办结申请之后算起，请填 1 或以上的天数。") { Field = field };
        }
    }

    private static IEnumerable<ReminderRung> Of(ReminderMoment moment, ReminderRecipient recipient, RiskClass risk, params int[] offsets) =>
        offsets.Select(o => new ReminderRung(moment, recipient, risk, o));

    private static IEnumerable<ReminderRung> All(ReminderMoment moment, ReminderRecipient recipient, params int[] offsets) =>
        Enum.GetValues<RiskClass>().SelectMany(risk => Of(moment, recipient, risk, offsets));
}
