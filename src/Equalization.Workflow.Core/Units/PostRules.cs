namespace Equalization.Workflow.Core.Units;

/// <summary>
/// What must hold of a post or of a leader's charge before it is given, judged from values alone: a form and an import ask the same. Field: the input of
/// <see cref="Appointment"/> that the refusal belongs to.
/// </summary>
public static class PostRules
{
    public const int LongestName = 50;
    public const int LongestPost = 60;
    public const int LongestMobile = 30;

    /// <summary>The roles that may be given in a unit of this kind, the likeliest first.</summary>
    public static IReadOnlyList<Role> RolesIn(UnitKind kind) => kind switch
    {
        UnitKind.Office => [Role.Office, Role.Admin, Role.Leader, Role.Auditor],
        UnitKind.Leadership => [Role.Leader, Role.Auditor, Role.Contact, Role.UnitHead],
        UnitKind.Department or UnitKind.CountyGovernment => [Role.Contact, Role.UnitHead, Role.Auditor, Role.Admin],
        UnitKind.School => [Role.Contact, Role.UnitHead],
    };

    /// <summary>Refuses a unit that has ended by the first day (unit-ended) and a role that does not fit the unit (role-unit).</summary>
    public static void RequireFit(Unit unit, Role role, DateOnly fromOn)
    {
        if (unit.EndedOn is { } ended && ended < fromOn)
        {
            throw new RuleBroken("unit-ended", "该单位已于 {0} 撤销，不能登记此后的任职。", ended) { Field = nameof(Appointment.FromOn) };
        }

        if (!RolesIn(unit.Kind).Contains(role))
        {
            throw new RuleBroken("role-unit", "这一角色不能设在该类单位：办公室人员设在领导小组办公室，领导设在领导机构。请改选角色或单位。") { Field = nameof(Appointment.Role) };
        }
    }

    /// <summary>Refuses a post for oneself (own-post).</summary>
    public static void RequireAnother(Actor actor, Guid personId)
    {
        if (personId == actor.PersonId)
        {
            throw new RuleBroken("own-post", "不能给自己登记岗位。请由另一位有权限的人员办理。") { Field = nameof(Appointment.PersonId) };
        }
    }

    /// <summary>Of the posts a person has in the jurisdiction. Refuses the same post twice (post-held), and office and administrator in one (separate-duties).</summary>
    public static void RequireSeparateDuties(IEnumerable<Membership> posts, Guid unitId, Role role, string post, DateOnly fromOn)
    {
        var held = posts.Where(m => m.ToOn is null || m.ToOn >= fromOn).ToList();
        if (held.Exists(m => m.UnitId == unitId && m.Role == role && m.Post == post))
        {
            throw new RuleBroken("post-held", "此人已在该单位担任这一职务，不必重复登记。") { Field = nameof(Appointment.Post) };
        }

        var other = role switch { Role.Office => Role.Admin, Role.Admin => Role.Office, _ => (Role?)null };
        if (other is not null && held.Exists(m => m.Role == other))
        {
            throw new RuleBroken("separate-duties", "办公室与系统管理员不能由同一人担任。请先登记其中一个岗位离任，或另选人员。") { Field = nameof(Appointment.Role) };
        }
    }

    /// <summary>Refuses a charge for a post that is not a leader's (not-leader) and the same charge twice (portfolio-held).</summary>
    public static void RequireCharge(Membership post, IEnumerable<Portfolio> held, Guid unitId, DateOnly fromOn)
    {
        if (post.Role != Role.Leader)
        {
            throw new RuleBroken("not-leader", "只有领导岗位可以分管单位，请重新选择。") { Field = nameof(Portfolio.MembershipId) };
        }

        if (held.Any(p => p.MembershipId == post.Id && p.UnitId == unitId && (p.ToOn is null || p.ToOn >= fromOn)))
        {
            throw new RuleBroken("portfolio-held", "这位领导已在分管该单位，不必重复登记。") { Field = nameof(Portfolio.MembershipId) };
        }
    }
}
