namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>A version of a jurisdiction's reminder rules. Never edited: the highest number is in force, the others stay to be cited.</summary>
public sealed class ReminderRuleSet
{
    private ReminderRuleSet()
    {
    }

    public ReminderRuleSet(Guid jurisdictionId, int number, ReminderRules rules, string note, string by, DateTime at)
    {
        var right = rules.Checked();
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Number = number;
        SendFrom = right.SendFrom;
        SendTo = right.SendTo;
        UrgeCooldownWorkingDays = right.UrgeCooldownWorkingDays;
        Ladders = right.Pack();
        Note = note;
        By = by;
        At = at;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>1 for the first; the highest is in force.</summary>
    public int Number { get; private set; }

    public TimeOnly SendFrom { get; private set; }

    public TimeOnly SendTo { get; private set; }

    public int UrgeCooldownWorkingDays { get; private set; }

    /// <summary>As <see cref="ReminderRules.Pack"/> writes it.</summary>
    public string Ladders { get; private set; } = "";

    /// <summary>Why it was made.</summary>
    public string Note { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }

    public ReminderRules Rules => new(SendFrom, SendTo, UrgeCooldownWorkingDays, ReminderRules.Unpack(Ladders));

    /// <summary>The first set of a jurisdiction.</summary>
    public static ReminderRuleSet Default(Guid jurisdictionId, DateTime at) => new(jurisdictionId, 1, ReminderRules.Default, "默认规则", "系统", at);
}
