using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

public sealed class TestCityTests
{
    [Fact]
    public async Task A_city_opens_in_the_morning_of_its_first_day_with_everybody_in_office()
    {
        await using var city = await TestCity.Create();

        Assert.Equal(new DateOnly(2018, 3, 1), city.Office.Day);
        Assert.Equal("周办事", city.As(Role.Office, TestCity.OfficeUnit, nth: 1).PersonName);
        Assert.All(CityPeople.Counties, county => Assert.Equal(county, city.Contact(county).UnitName));
        Assert.NotEqual(city.Jurisdiction.Id, city.AsNeighbour(Role.Contact, "市教育局").JurisdictionId);
        Assert.False(city.Departed.Membership.HoldsOn(city.Office.Day));
        Assert.Equal(320, await city.Read(db => db.CalendarDays.CountAsync(TestCity.Ct)));
    }

    [Fact]
    public async Task Every_service_and_query_of_core_can_be_had()
    {
        await using var city = await TestCity.Create();

        Assert.NotEmpty(CoreServices.All);
        Assert.All(CoreServices.All, type => Assert.NotNull(city.Services.GetService(type)));
    }

    [Fact]
    public async Task Two_cities_do_not_share_a_row()
    {
        await using var one = await TestCity.Create();
        await using var other = await TestCity.Create();

        await one.Lay(db => db.Add(new Unit(one.Jurisdiction.Id, "市统计局", UnitKind.Department)));

        Assert.True(await one.Read(db => db.Units.AnyAsync(u => u.Name == "市统计局", TestCity.Ct)));
        Assert.False(await other.Read(db => db.Units.AnyAsync(u => u.Name == "市统计局", TestCity.Ct)));
    }
}
