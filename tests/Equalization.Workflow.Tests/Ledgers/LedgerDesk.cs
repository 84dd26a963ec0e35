using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Ledgers;

/// <summary>Short ways to the ledger of gaps of one county.</summary>
internal static class LedgerDesk
{
    /// <summary>A primary school of 1,000 pupils at every threshold, but for so many qualified teachers (42 are asked for).</summary>
    public static string School(string code, string qualified = "42") => $"{code},第{code}小学,小学,1000,,{qualified},,10,,9,,4500,7500,200,23";

    public static Task<Registration> Register(this TestCity city, int year) => city.Get<GapRegisterService>().Register(city.Office, year, SchoolDesk.County, TestCity.Ct);

    public static async Task<Registration> Register(this TestCity city, int year, params string[] rows)
    {
        await city.TakeSchools(year, rows);
        return await city.Register(year);
    }

    public static async Task<IReadOnlyList<GapRow>> Gaps(this TestCity city, GapFilter? filter = null) =>
        (await city.Get<GapQueries>().Page(city.Office, filter ?? new GapFilter { Kind = GapKind.Indicator }, 1, 100, TestCity.Ct)).Rows;

    public static async Task<LedgerEntry> Gap(this TestCity city, GapKind kind = GapKind.Indicator) =>
        await city.Read(db => db.LedgerEntries.AsNoTracking().OrderByDescending(e => e.OpenedAt).ThenByDescending(e => e.Number).FirstAsync(e => e.Kind == kind, TestCity.Ct));

    public static Task<GapView> Look(this TestCity city, Guid id) => city.Get<GapQueries>().One(city.Office, id, TestCity.Ct);

    public static async Task<string> WriteOff(this TestCity city, Guid id) => await city.Get<LedgerService>().WriteOff(city.Office, id, (await city.Look(id)).Version, TestCity.Ct);

    /// <summary>As a form made now posts it.</summary>
    public static async Task<int?> KeepingVersion(this TestCity city, Guid school) => (await city.Get<GapQueries>().OfSchool(city.Office, school, TestCity.Ct)).KeepingVersion;

    public static Task<int> Tie(this TestCity city, string number, params Guid[] gaps) => city.Get<TieService>().Tie(city.Office, gaps, number, TestCity.Ct);
}
