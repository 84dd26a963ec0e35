using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Handovers;

/// <summary>Brings a second contact into the lead unit, to whom the first may hand over.</summary>
internal static class Successors
{
    public static async Task<Actor> In(TestCity city)
    {
        var unit = city.Unit(StoryCity.Lead);
        var post = await city.Get<PeopleService>().Appoint(
            city.Admin, new Appointment(unit.Id, null, "接任者", null, null, Role.Contact, "联络员", StoryCity.Today), TestCity.Ct);
        var person = await city.Read(db => Task.FromResult(db.Memberships.Single(m => m.Id == post).PersonId));
        return new Actor(person, "接任者", post, "联络员", unit.Id, unit.Name, Role.Contact, city.Jurisdiction.Id, StoryCity.Today);
    }
}
