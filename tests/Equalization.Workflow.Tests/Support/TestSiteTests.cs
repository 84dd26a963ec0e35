using System.Net;

namespace Equalization.Workflow.Tests.Support;

public sealed class TestSiteTests
{
    [Fact]
    public async Task Somebody_signs_in_through_the_form_and_reaches_a_page_with_its_style()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var office = await site.SignedIn(city.Office);
        using var visitor = site.Visitor();

        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/Board", TestCity.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/Board", TestCity.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/lib/tabler.min.css", TestCity.Ct)).StatusCode);
    }
}
