using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Tests.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>A gap of one school in the story city: its ledger is kept by the lead unit, and the story's signed task is to close it.</summary>
internal static class StoryLedgers
{
    public const int Year = 2023;

    /// <summary>Half the teachers that the standard asks for.</summary>
    public const string ShortRow = "009,南湖小学,小学,1000,,21,,10,,9,,4500,7500,200,23";

    public static async Task<LedgerEntry> Gap(this StoryCity story)
    {
        if (await Find(story) is { } there)
        {
            return there;
        }

        var city = story.City;
        await city.TakeSchools(Year, ShortRow);
        await city.Get<GapRegisterService>().Register(city.Office, Year, SchoolDesk.County, TestCity.Ct);
        var gap = (await Find(story))!;
        await city.Get<SchoolKeepingService>().KeepBy(city.Office, gap.SchoolId!.Value, null, city.Unit(StoryCity.Lead).Id, TestCity.Ct);
        await city.Get<TieService>().Tie(city.Office, [gap.Id], (await story.Task(StoryCity.Signed)).Number, TestCity.Ct);
        return gap;
    }

    public static async Task<LedgerTie> Tie(this StoryCity story)
    {
        var gap = await story.Gap();
        return await story.City.Read(db => db.LedgerTies.AsNoTracking().SingleAsync(t => t.EntryId == gap.Id, TestCity.Ct));
    }

    private static Task<LedgerEntry?> Find(StoryCity story) => story.City.Read(db => (from e in db.LedgerEntries.AsNoTracking()
                                                                                     join s in db.Schools on e.SchoolId equals (Guid?)s.Id
                                                                                     where s.Code == "009" && e.State == LedgerState.Open
                                                                                     select e).FirstOrDefaultAsync(TestCity.Ct));
}
