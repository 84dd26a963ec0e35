using System.Net;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Web;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Equalization.Workflow.Tests.SignIn;

public sealed class SampleGateTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5180")]
    [InlineData("http://localhost:5180;https://[::1]:5181")]
    public void The_sample_may_load_into_an_empty_file_on_this_machine(string urls) => Assert.True(Gate(urls).MayLoad(databaseIsEmpty: true));

    [Theory]
    [InlineData("http://0.0.0.0:5180")]
    [InlineData("http://*:5180")]
    [InlineData("http://127.0.0.1:5180;http://192.168.1.5:5180")]
    [InlineData("http://ledger.example.cn")]
    public void The_sample_may_not_be_where_others_can_reach_it(string urls)
    {
        Assert.False(Gate(urls).MayLoad(databaseIsEmpty: true));
        Assert.False(Gate(urls).MaySignIn(IPAddress.Loopback));
    }

    [Fact]
    public void An_endpoint_of_the_framework_counts_as_an_address() =>
        Assert.False(Gate(configure: c => c["Kestrel:Endpoints:Http:Url"] = "http://0.0.0.0:80").MayLoad(databaseIsEmpty: true));

    [Fact]
    public void The_sample_never_loads_in_production() => Assert.False(Gate(environment: "Production").MayLoad(databaseIsEmpty: true));

    [Fact]
    public void The_sample_never_loads_into_SQL_Server() => Assert.False(Gate(change: s => s.Database.Provider = "SqlServer").MayLoad(databaseIsEmpty: true));

    [Fact]
    public void The_sample_never_loads_behind_a_proxy() => Assert.False(Gate(change: s => s.Proxy.Addresses = ["127.0.0.1"]).MayLoad(databaseIsEmpty: true));

    [Fact]
    public void The_sample_never_loads_over_data() => Assert.False(Gate().MayLoad(databaseIsEmpty: false));

    [Fact]
    public void The_sample_does_not_load_when_told_not_to() => Assert.False(Gate(change: s => s.Sample.Load = false).MayLoad(databaseIsEmpty: true));

    [Fact]
    public void A_sample_sign_in_is_for_callers_on_this_machine()
    {
        Assert.True(Gate().MaySignIn(IPAddress.IPv6Loopback));
        Assert.False(Gate().MaySignIn(IPAddress.Parse("192.168.1.7")));
        Assert.False(Gate().MaySignIn(null));
    }

    private static SampleGate Gate(
        string urls = "http://127.0.0.1:5180", string environment = "Development", Action<Settings>? change = null, Action<IConfiguration>? configure = null)
    {
        var settings = new Settings { Urls = urls, Database = new DatabaseSettings { Provider = "Sqlite" } };
        change?.Invoke(settings);
        var configuration = new ConfigurationManager();
        configure?.Invoke(configuration);
        var host = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        return new SampleGate(settings, configuration, host.Environment);
    }
}
