using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Ledgers;
using Equalization.Workflow.Tests.Support;
using static Equalization.Workflow.Tests.Rosters.RosterDesk;

namespace Equalization.Workflow.Tests.Accreditations;

/// <summary>A problem of an accreditation and a gap of the ledger that are the same shortfall.</summary>
public sealed class ProblemGapTests
{
    private const string Unit = "芙蓉区政府";

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_joined_gap_is_shown_at_the_problem_and_the_problem_at_the_gap()
    {
        await using var city = await TestCity.Create();
        var (problem, gap) = await Found(city);
        await Join(city, problem, gap.Number);

        var joined = Assert.Single(await city.Get<ProblemGapQueries>().OfProblem(city.Contact(Unit), problem, Ct));
        Assert.Equal((gap.Id, "第001小学", 2.1m, LedgerState.Open, false), (joined.EntryId, joined.School, joined.Value, joined.State, joined.SeesGap));
        Assert.Equal(problem, Assert.Single(await city.Get<ProblemGapQueries>().OfGap(city.Leader, gap.Id, Ct)).Id);
        Assert.Empty(await city.Get<ProblemGapQueries>().OfGap(city.Contact("市编办"), gap.Id, Ct));
        await Refuses(RuleBroken.NotFound, () => city.Get<ProblemGapQueries>().OfProblem(city.Contact("市编办"), problem, Ct));

        await city.Get<ProblemGapService>().Part(city.Office, problem, await Version(city, problem), gap.Id, Ct);
        Assert.Empty(await city.Get<ProblemGapQueries>().OfProblem(city.Office, problem, Ct));
        Assert.Null((await city.Get<Core.Audits.AuditQueries>().Verify(city.Jurisdiction.Id, Ct)).BrokenAt);
    }

    [Fact]
    public async Task Only_the_office_joins_and_only_a_gap_of_the_county_once()
    {
        await using var city = await TestCity.Create();
        var (problem, gap) = await Found(city);
        await Refuses("problem-gap", () => Join(city, problem, "差2001-0001"));
        await Refuses("problem-gap", () => Join(city, problem, null));
        await Refuses("problem-gap-parted", async () => await city.Get<ProblemGapService>().Part(city.Office, problem, await Version(city, problem), gap.Id, Ct));
        await Refuses(RuleBroken.NotAllowed, async () => await city.Get<ProblemGapService>().Join(city.Contact(Unit), problem, await Version(city, problem), gap.Number, Ct));
        var elsewhere = await city.OpenRound("天心区", "天心区政府");
        var other = await city.Get<ProblemService>().Find(city.Office, elsewhere, new ProblemInput("班额超标。", null, city.Unit(Unit).Id, city.Clock.Today().AddDays(10), null), Ct);
        await Refuses("problem-gap", () => Join(city, other, gap.Number));
        await Join(city, problem, $" {gap.Number} ");
        await Refuses("problem-gap-joined", () => Join(city, problem, gap.Number));
        await Refuses(RuleBroken.Stale, async () => await city.Get<ProblemGapService>().Part(city.Office, problem, await Version(city, problem) + 1, gap.Id, Ct));
        await city.Get<ProblemService>().Rectify(city.Office, problem, await Version(city, problem), "已补充教师。", Ct);
        await city.Get<ProblemService>().Close(city.Office, problem, await Version(city, problem), "属实。", Ct);

        await Refuses("problem-closed", async () => await city.Get<ProblemGapService>().Part(city.Office, problem, await Version(city, problem), gap.Id, Ct));
    }

    private static async Task<(Guid Problem, LedgerEntry Gap)> Found(TestCity city)
    {
        await city.Register(2016, LedgerDesk.School("001", "21"));
        var round = await city.OpenRound(SchoolDesk.County, Unit);
        return (await city.Get<ProblemService>().Find(city.Office, round, new ProblemInput("教师学历不达标。", "第001小学", city.Unit(Unit).Id, city.Clock.Today().AddDays(10), null), Ct), await city.Gap());
    }

    private static async Task Join(TestCity city, Guid problem, string? number) => await city.Get<ProblemGapService>().Join(city.Office, problem, await Version(city, problem), number, Ct);

    private static async Task<int> Version(TestCity city, Guid problem) => (await city.Get<ProblemQueries>().One(city.Office, problem, Ct)).Problem.Version;
}
