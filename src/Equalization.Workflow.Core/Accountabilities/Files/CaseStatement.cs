namespace Equalization.Workflow.Core.Accountabilities.Files;

/// <summary>What the unit stated (陈述申辩), as it stood; one that came after its term is kept and marked late.</summary>
[KeptToCase]
public sealed class CaseStatement
{
    public const int LongestText = 4000;

    private CaseStatement()
    {
    }

    internal CaseStatement(AccountabilityCase about, string? text, DateOnly? dueOn, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = about.JurisdictionId;
        CaseId = about.Id;
        Text = text.Needed(LongestText, "陈述申辩", new RuleBroken("statement", "请写明陈述申辩的内容。放弃陈述申辩的，不需要提交。") { Field = "Text" });
        IsLate = dueOn is { } due && ChinaTime.DayOf(now) > due;
        (By, At) = (by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid CaseId { get; private set; }

    public string Text { get; private set; } = "";

    public bool IsLate { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
