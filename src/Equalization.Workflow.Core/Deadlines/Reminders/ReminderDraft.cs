namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>The next rule set as it is being written: the office proposes and rehearses it, the administrator puts it in force. One a jurisdiction.</summary>
public sealed class ReminderDraft
{
    private ReminderDraft()
    {
    }

    public ReminderDraft(Guid jurisdictionId)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public TimeOnly SendFrom { get; private set; }

    public TimeOnly SendTo { get; private set; }

    public int UrgeCooldownWorkingDays { get; private set; }

    public string Ladders { get; private set; } = "";

    public string Note { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }

    public int Version { get; private set; }

    public ReminderRules Rules => new(SendFrom, SendTo, UrgeCooldownWorkingDays, ReminderRules.Unpack(Ladders));

    /// <summary>Refuses as <see cref="ReminderRules.Checked"/> does, and without a reason (rules-note).</summary>
    public void Write(ReminderRules rules, string? note, string by, DateTime at)
    {
        var right = rules.Checked();
        Note = note.Needed(300, "修改说明", new RuleBroken("rules-note", "请写明为什么修改规则，便于以后查考。") { Field = nameof(Note) });
        SendFrom = right.SendFrom;
        SendTo = right.SendTo;
        UrgeCooldownWorkingDays = right.UrgeCooldownWorkingDays;
        Ladders = right.Pack();
        By = by;
        At = at;
    }
}
