namespace Equalization.Workflow.Core.Plans;

/// <summary>Draft: being checked, nothing may be issued. InForce: confirmed by the office. Ended: its period is over or it was replaced.</summary>
public enum PlanState
{
    Draft,
    InForce,
    Ended,
}

/// <summary>An action plan (行动计划, 实施方案). Its measures hang on its versions; the version in force is the one tasks are issued from.</summary>
public sealed class Plan
{
    private Plan()
    {
    }

    public Plan(Guid jurisdictionId, string title, int periodFrom, int periodTo)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Describe(title, null, null, null, periodFrom, periodTo);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public string Title { get; private set; } = "";

    public string? DocumentNumber { get; private set; }

    public string? Issuer { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    /// <summary>First year of the period, included.</summary>
    public int PeriodFrom { get; private set; }

    /// <summary>Last year of the period, included.</summary>
    public int PeriodTo { get; private set; }

    public PlanState State { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refuses an empty title (plan-title) and a period that ends before it begins or leaves 2000–2099 (plan-period).</summary>
    public void Describe(string title, string? documentNumber, string? issuer, DateOnly? issuedOn, int periodFrom, int periodTo)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new RuleBroken("plan-title", "方案名称不能为空，请填写文件标题。") { Field = nameof(Title) };
        }

        if (periodFrom > periodTo || periodFrom < 2000 || periodTo > 2099)
        {
            throw new RuleBroken("plan-period", "方案年限 {0} 至 {1} 不成立，请填写起止年份，起始年份不晚于结束年份。", periodFrom, periodTo)
            {
                Field = nameof(PeriodFrom),
            };
        }

        Title = title.Trim();
        DocumentNumber = documentNumber?.Trim();
        Issuer = issuer?.Trim();
        IssuedOn = issuedOn;
        PeriodFrom = periodFrom;
        PeriodTo = periodTo;
    }

    public void BringIntoForce() => State = PlanState.InForce;

    public void End() => State = PlanState.Ended;
}
