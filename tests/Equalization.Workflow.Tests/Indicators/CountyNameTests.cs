using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>A county is one however its name is spaced out.</summary>
public sealed class CountyNameTests
{
    [Theory]
    [InlineData("甲 县", "甲县")]
    [InlineData(" 甲\u3000县 ", "甲县")]
    [InlineData("甲县", "甲县")]
    [InlineData("East County", "East County")]
    [InlineData(null, "")]
    public void Blanks_between_the_characters_are_no_part_of_the_name(string? written, string name) => Assert.Equal(name, CountyName.Of(written));

    [Fact]
    public async Task Rows_whose_county_is_spaced_out_are_of_the_same_county()
    {
        await using var city = await TestCity.Create();
        await city.TakeSchools(await city.BringTable(
            city.Office, 2023, SchoolDesk.Head + ",区县", "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23,甲 县", "002,第二小学,小学,1000,,42,,10,,9,,4500,7500,200,23,甲县"));

        Assert.Equal(("甲县", 2), (await city.Get<CountyQueries>().Years(city.Office, TestCity.Ct)).Select(y => (y.County, y.Schools)).Single());
    }
}
