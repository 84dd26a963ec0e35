using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Web.Sample;

/// <summary>The people of the sample city: who acts for which unit, as actors of any day.</summary>
internal sealed class SampleCast(Guid jurisdictionId)
{
    private readonly Dictionary<(Guid UnitId, Role Role), (Person Person, Membership Post, string UnitName)> posts = [];

    public Guid JurisdictionId { get; } = jurisdictionId;

    public IReadOnlyList<Guid> Departments { get; set; } = [];

    public IReadOnlyList<Guid> Counties { get; set; } = [];

    public Guid OfficeId { get; set; }

    public Guid LeadershipId { get; set; }

    public void Enter(Unit unit, Role role, Person person, Membership post) => posts.TryAdd((unit.Id, role), (person, post, unit.Name));

    public Actor Office(DateOnly day) => Of(OfficeId, Role.Office, day);

    public Actor Head(Guid unitId, DateOnly day) => Of(unitId, Role.UnitHead, day);

    public Actor Contact(Guid unitId, DateOnly day) => Of(unitId, Role.Contact, day);

    private Actor Of(Guid unitId, Role role, DateOnly day)
    {
        var (person, post, unitName) = posts[(unitId, role)];
        return new Actor(person.Id, person.Name, post.Id, post.Post, unitId, unitName, role, JurisdictionId, day);
    }
}
