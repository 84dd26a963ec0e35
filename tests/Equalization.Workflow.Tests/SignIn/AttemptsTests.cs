using System.Net;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.SignIn;

public sealed class AttemptsTests
{
    [Fact]
    public async Task More_attempts_in_a_minute_than_the_setting_allows_are_turned_away_in_words()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city, builder => builder.Configuration["SignIn:TriesPerMinute"] = "3");
        using var visitor = site.Visitor();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Try(visitor)).StatusCode);
        }

        using var fourth = await Try(visitor);
        Assert.Equal(HttpStatusCode.TooManyRequests, fourth.StatusCode);
        Assert.Contains("操作过于频繁", await fourth.Content.ReadAsStringAsync(TestCity.Ct));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/Accounts/SignIn", TestCity.Ct)).StatusCode);
    }

    private static Task<HttpResponseMessage> Try(HttpClient client) =>
        TestSite.Post(client, "/Accounts/SignIn", "/Accounts/SignIn", ("Input.UserName", "nobody"), ("Input.Password", "no password"));
}
