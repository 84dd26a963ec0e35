using Equalization.Workflow.Tests.Databases.Silent;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Databases;

/// <summary>
/// Every public method of every service and query class, on the provider of SQL Server, with execution suppressed. What it proves: each
/// query translates, each parameter has a value, rows are read back. What it does not: that a server takes the text; for that, set
/// EQUALIZATION_SQLSERVER.
/// </summary>
public sealed class SilentServerTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Case> Cases =
    [
        .. TaskCases.All,
        .. LadderCases.All,
        .. PaperCases.All,
        .. BulletinCases.All,
        .. InterviewCases.All,
        .. AccountabilityCases.All,
        .. AssessmentCases.All,
        .. ProgressCases.All,
        .. TaskFileCases.All,
        .. PlanCases.All,
        .. UnitCases.All,
        .. SchoolCases.All,
        .. LedgerCases.All,
        .. HandoverCases.All,
        .. MailCases.All,
        .. JobCases.All,
        .. CalendarCases.All,
        .. ProcessCases.All,
        .. ReminderCases.All,
        .. LookBackCases.All,
        .. AccreditationCases.All,
        .. InstructionCases.All,
        .. AmendmentCases.All,
        .. RevisionCases.All,
        .. RecurrenceCases.All,
        .. SearchCases.All,
        .. RequestCases.All,
        .. DuplicateCases.All,
    ];

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Fact]
    public void Every_public_method_has_a_case() => Assert.Empty(WithoutCase(CoreServices.All, Cases));

    [Fact]
    public void A_method_without_a_case_is_found() =>
        Assert.Equal(["Forgetful.Load"], WithoutCase([typeof(Forgetful)], [Case.Of<Forgetful>(nameof(Forgetful.Save), _ => TaskCases.Now())]));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_call_asks_of_SQL_Server_what_it_asks_of_SQLite(string name)
    {
        await using var story = await StoryCity.Create();
        var one = Cases.Single(c => c.Name == name);

        var server = await Calls.MakeTwice(story.City, one, await one.Arguments(story));

        Assert.NotEmpty(server.Commands);
        Assert.Equal(0, server.Unread);
        output.WriteLine($"{name}: {server.Commands.Count} commands");
    }

    public static TheoryData<string> Steps => [.. StepCases.Inputs.Keys];

    [Fact]
    public void Every_activity_has_a_case() => Assert.Empty(StepCases.WithoutCase);

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_asks_of_SQL_Server_what_it_asks_of_SQLite(string name)
    {
        await using var story = await StoryCity.Create();
        var input = await StepCases.Inputs[name](story);

        var server = await Calls.MakeTwice(story.City, services => StepCases.Run(services, name, input, story.City.Office));

        Assert.NotEmpty(server.Commands);
        Assert.Equal(0, server.Unread);
    }

    [Fact]
    public async Task The_service_tests_run_on_the_live_server_that_is_named()
    {
        Assert.SkipWhen(TestDatabase.Server is null, TestDatabase.ServerIsAbsent);
        await using var city = await TestCity.Create();

        Assert.True(await city.Read(db => Task.FromResult(db.Database.IsSqlServer())));
    }

    private static IEnumerable<string> WithoutCase(IEnumerable<Type> services, IEnumerable<Case> cases) =>
        services.SelectMany(Case.MethodsOf).Where(m => !cases.Any(c => c.Covers(m)))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}");

    private sealed class Forgetful
    {
        public static Forgetful Make() => new();

        public int Load() => GetHashCode();

        public int Save() => GetHashCode();
    }
}
