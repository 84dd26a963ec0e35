namespace Equalization.Workflow.Core.Units;

/// <summary>
/// Who acts: a person in one of their posts on a day. Made from a membership that holds that day, so an ended membership makes
/// no actor. Every service takes one; permissions are asked of it against the loaded object.
/// </summary>
public sealed record Actor(
    Guid PersonId,
    string PersonName,
    Guid MembershipId,
    string Post,
    Guid UnitId,
    string UnitName,
    Role Role,
    Guid JurisdictionId,
    DateOnly Day)
{
    /// <summary>Whose post it is when the person acts in it as a deputy; PersonName then bears both names, so that every trail does.</summary>
    public Deputised? For { get; init; }

    public bool IsDeputy => For is not null;

    /// <summary>The program itself: the night job, the loader of the sample city. Holds no role and so passes no permission.</summary>
    public static Actor System(Guid jurisdictionId, DateOnly day) =>
        new(Guid.Empty, "系统", Guid.Empty, "定时任务", Guid.Empty, "", Role.Auditor, jurisdictionId, day);

    public bool IsSystem => PersonId == Guid.Empty;

    /// <summary>Name, unit and post, as documents sign: 王芳（长沙市教育局基础教育处处长）, 张三（代李四，长沙市教育局局长）.</summary>
    public string Signature() => For is { } held ? $"{held.DeputyName}（代{held.HolderName}，{UnitName}{Post}）" : $"{PersonName}（{UnitName}{Post}）";

    public bool IsOffice(Guid jurisdictionId) => Role == Role.Office && JurisdictionId == jurisdictionId;

    /// <summary>Contact or head of this very unit.</summary>
    public bool WorksFor(Guid unitId) => UnitId == unitId && Role is Role.Contact or Role.UnitHead;

    public bool Heads(Guid unitId) => UnitId == unitId && Role == Role.UnitHead;

    /// <summary>Reads everything of the jurisdiction's ledger, whatever the unit.</summary>
    public bool ReadsAll(Guid jurisdictionId) =>
        JurisdictionId == jurisdictionId && Role is Role.Office or Role.Leader or Role.Auditor && !IsSystem;
}

/// <summary>The two names of a post held by one and acted in by another.</summary>
public sealed record Deputised(Guid HolderId, string HolderName, string DeputyName)
{
    /// <summary>As the trail names whoever acts: 张三（代李四）.</summary>
    public string Both => $"{DeputyName}（代{HolderName}）";
}
