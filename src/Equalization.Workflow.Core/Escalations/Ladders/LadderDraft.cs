namespace Equalization.Workflow.Core.Escalations.Ladders;

/// <summary>The next ladder as it is being written: proposed by the office, put in force by the administrator as part of the next rule set. One a jurisdiction.</summary>
public sealed class LadderDraft
{
    private LadderDraft()
    {
    }

    public LadderDraft(Guid jurisdictionId)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>As <see cref="LadderRules.Pack"/> writes it.</summary>
    public string Ladder { get; private set; } = "";

    public string Note { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refuses as <see cref="LadderRules.Checked"/> does, and without a reason (rules-note).</summary>
    public void Write(LadderRules rules, string? note, string by, DateTime at)
    {
        var right = rules.Checked();
        Note = note.Needed(300, "修改说明", new RuleBroken("rules-note", "请写明为什么修改规则，便于以后查考。") { Field = nameof(Note) });
        Ladder = right.Pack();
        (By, At) = (by, at);
    }
}
