using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Jobs;

public sealed class JobLeaderServiceTests
{
    private const string One = "machine/1/abcd";
    private const string Two = "machine/2/efgh";

    private static readonly DateTime Noon = new(2018, 3, 1, 4, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Of_two_that_ask_at_once_one_leads()
    {
        await using var city = await TestCity.Create();

        var leads = await Task.WhenAll(Take(city, One, Noon), Take(city, Two, Noon));

        Assert.Single(leads, yes => yes);
    }

    [Fact]
    public async Task A_lease_that_is_renewed_stays_and_one_that_has_lapsed_is_taken_over()
    {
        await using var city = await TestCity.Create();
        Assert.True(await Take(city, One, Noon));
        Assert.True(await Take(city, One, Noon.AddSeconds(20)));

        Assert.False(await Take(city, Two, Noon.AddSeconds(49)));
        Assert.True(await Take(city, Two, Noon.AddSeconds(50)));
        Assert.False(await Take(city, One, Noon.AddSeconds(51)));
    }

    [Fact]
    public async Task A_lease_given_up_is_free_at_once_and_nobody_gives_up_anothers()
    {
        await using var city = await TestCity.Create();
        await Take(city, One, Noon);

        await city.Get<JobLeaderService>().Release(Two, Noon, TestCity.Ct);
        Assert.False(await Take(city, Two, Noon));
        await city.Get<JobLeaderService>().Release(One, Noon, TestCity.Ct);
        Assert.True(await Take(city, Two, Noon));
    }

    [Fact]
    public async Task A_lease_taken_by_a_clock_that_ran_a_day_ahead_holds_nobody_up()
    {
        await using var city = await TestCity.Create();
        await Take(city, One, Noon.AddDays(1));

        Assert.True(await Take(city, Two, Noon));
    }

    private static Task<bool> Take(TestCity city, string process, DateTime now) => city.Get<JobLeaderService>().Take(process, now, Lease, TestCity.Ct);
}
