namespace Equalization.Workflow.Core.Units;

/// <summary>
/// That somebody acts in another's post (AB岗) from a first day to a last day, both included. It ends by itself; whoever set it or is concerned may
/// withdraw it before. What the deputy does bears both names.
/// </summary>
public sealed class Deputy
{
    public const int LongestReason = 200;

    private Deputy()
    {
    }

    public Deputy(Membership post, Guid personId, DateOnly fromOn, DateOnly toOn, string reason, string setBy, DateTime setAt)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = post.JurisdictionId;
        MembershipId = post.Id;
        PersonId = personId;
        FromOn = fromOn;
        ToOn = toOn;
        Reason = reason;
        SetBy = setBy;
        SetAt = setAt;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>The post that is acted in.</summary>
    public Guid MembershipId { get; private set; }

    /// <summary>Who acts in it.</summary>
    public Guid PersonId { get; private set; }

    public DateOnly FromOn { get; private set; }

    public DateOnly ToOn { get; private set; }

    public string Reason { get; private set; } = "";

    public string SetBy { get; private set; } = "";

    public DateTime SetAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnBy { get; private set; }

    public int Version { get; private set; }

    /// <summary>Withdrawn is withdrawn at once, not at the day's end.</summary>
    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && FromOn <= day && day <= ToOn;

    /// <summary>The post as the deputy has it, for the term: whoever stands in is reminded as the holder is.</summary>
    public Membership InHand(Membership post)
    {
        var inHand = new Membership(post.JurisdictionId, PersonId, post.UnitId, post.Role, post.Post, FromOn);
        inHand.End(ToOn);
        return inHand;
    }

    /// <summary>Refuses one that has been withdrawn or is over (deputy-over).</summary>
    public void Withdraw(string by, DateTime at, DateOnly today)
    {
        if (WithdrawnAt is not null || ToOn < today)
        {
            throw new RuleBroken("deputy-over", "这项代理已经结束，不必撤回。");
        }

        WithdrawnAt = at;
        WithdrawnBy = by;
    }
}
