namespace Equalization.Workflow.Core.Units;

/// <summary>What a person may do in a unit. Screens and permissions ask for it; DESIGN §1 says what each opens first.</summary>
public enum Role
{
    Office,
    Contact,
    UnitHead,
    Leader,
    Auditor,
    Admin,
}

/// <summary>A person's post in a unit with a role, from a first day to a last day (both included; no last day while it lasts).</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    public Membership(Guid jurisdictionId, Guid personId, Guid unitId, Role role, string post, DateOnly fromOn)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        PersonId = personId;
        UnitId = unitId;
        Role = role;
        Post = post.Trim();
        FromOn = fromOn;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid UnitId { get; private set; }

    public Role Role { get; private set; }

    /// <summary>The post's name as it stands on paper, such as 基础教育科科长.</summary>
    public string Post { get; private set; } = "";

    public DateOnly FromOn { get; private set; }

    public DateOnly? ToOn { get; private set; }

    public int Version { get; private set; }

    public bool HoldsOn(DateOnly day) => FromOn <= day && (ToOn is null || day <= ToOn);

    /// <summary>Refuses a last day before the first (membership-dates).</summary>
    public void End(DateOnly lastDay)
    {
        if (lastDay < FromOn)
        {
            throw new RuleBroken("membership-dates", "离任日期不能早于任职日期 {0}，请改填。", FromOn) { Field = nameof(ToOn) };
        }

        ToOn = lastDay;
    }
}

/// <summary>That a leader's post answers for a unit (分管), from a first day to a last day, both included.</summary>
public sealed class Portfolio
{
    private Portfolio()
    {
    }

    public Portfolio(Guid jurisdictionId, Guid membershipId, Guid unitId, DateOnly fromOn)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        MembershipId = membershipId;
        UnitId = unitId;
        FromOn = fromOn;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>The leader's membership.</summary>
    public Guid MembershipId { get; private set; }

    public Guid UnitId { get; private set; }

    public DateOnly FromOn { get; private set; }

    public DateOnly? ToOn { get; private set; }

    /// <summary>Refuses a last day before the first (portfolio-dates).</summary>
    public void End(DateOnly lastDay)
    {
        if (lastDay < FromOn)
        {
            throw new RuleBroken("portfolio-dates", "分管结束日期不能早于开始日期 {0}，请改填。", FromOn) { Field = nameof(ToOn) };
        }

        ToOn = lastDay;
    }
}
