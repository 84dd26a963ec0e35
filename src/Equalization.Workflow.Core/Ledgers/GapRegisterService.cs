using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Ledgers.Findings;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>What a registration did: gaps opened, open gaps whose history grew or was put right, gaps that were not opened because a later year decides, and figures that are not known.</summary>
public sealed record Registration(int Opened, int Booked, int Left, int Unknown);

/// <summary>A gap that a person found, as the office enters it. SchoolId is null for the county's own.</summary>
public sealed record FoundGap(Guid? SchoolId, string? County, GapKind Kind, int Indicator, Level? Level, GapSource Source, int YearFound, string? Text);

/// <summary>Puts gaps into the ledger: those that the school data shows, and those that people found.</summary>
public sealed class GapRegisterService(Transact transact)
{
    /// <summary>
    /// Registers a county's gaps of a school year. A gap that stands open is not registered twice: the year's figure joins its history. A school with later data is
    /// judged by that, a closed one no more, and a gap that was decided on this year or a later one is not opened again. Refuses all but the office (not-allowed) and a year without
    /// data (ledger-no-data).
    /// </summary>
    public Task<Registration> Register(Actor actor, int year, string? county, CancellationToken ct) => transact.Run(actor, "登记差距", async (db, act) =>
    {
        Permission.Require(LedgerPermissions.MayDecide(act.Actor, act.Actor.JurisdictionId));
        var facts = (await CountyFacts.Load(db, act.Actor.JurisdictionId, [county?.Trim() ?? ""], year, ct)).SingleOrDefault()
            ?? throw new RuleBroken("ledger-no-data", "{0}没有 {1}—{2} 学年的学校数据，不能登记差距。请先导入数据，或选择其他学年。", county ?? "", year, year + 1);
        var state = await RegisterState.Load(db, act.Actor.JurisdictionId, facts, ct);
        var counter = await db.TakeCounter(act, ct);
        var opened = new List<LedgerEntry>();
        var (booked, left, unknown) = (0, 0, 0);
        foreach (var finding in facts.All)
        {
            unknown += finding.Verdict == Verdict.Unknown ? 1 : 0;
            if (state.Standing.TryGetValue(finding.Key.Text, out var entry))
            {
                booked += db.Read(entry, state.Readings.GetValueOrDefault(entry.Id), finding, act.At) ? 1 : 0;
                state.Follow(entry);
            }
            else if (finding.Verdict == Verdict.Fail && state.IsDecidedLater(finding))
            {
                left++;
            }
            else if (finding.Verdict == Verdict.Fail)
            {
                var gap = new LedgerEntry(act.Actor.JurisdictionId, counter.NextGap(), finding, act.Actor.Signature(), act.At);
                db.Add(gap);
                db.Read(gap, there: null, finding, act.At);
                opened.Add(gap);
            }
        }

        await db.TellOfNewGaps(act, [.. opened.Where(g => g.SchoolId is not null).Select(g => g.SchoolId!.Value)], ct);
        return new Registration(opened.Count, booked, left, unknown);
    }, ct);

    /// <summary>
    /// Enters what self-evaluation or inspection found and answers with its id. Refuses all but the office (not-allowed), a school or county that is not
    /// registered (ledger-subject), no source of a person's (ledger-source), no year (school-year), an indicator without number or level (ledger-indicator), a gap that
    /// stands (ledger-stands) and as <see cref="LedgerEntry"/>.
    /// </summary>
    public Task<Guid> Enter(Actor actor, FoundGap found, CancellationToken ct) => transact.Run(actor, "登记发现的问题", async (db, act) =>
    {
        Permission.Require(LedgerPermissions.MayDecide(act.Actor, act.Actor.JurisdictionId));
        FoundGapRules.Require(found);
        var key = await KeyOf(db, act.Actor, found, ct);
        if (key.Kind != GapKind.Other && await db.LedgerEntries.Where(e => e.JurisdictionId == act.Actor.JurisdictionId && e.StandingKey == key.Text).Select(e => e.Number).FirstOrDefaultAsync(ct) is { } standing)
        {
            throw new RuleBroken("ledger-stands", "这项差距已在台账中，编号 {0}。请打开那一项办理。", standing);
        }

        var newest = (await NewestFindings.Of(db, act.Actor.JurisdictionId, [key], ct)).GetValueOrDefault(key.Text);
        var finding = newest?.Year == found.YearFound ? newest : null;
        var counter = await db.TakeCounter(act, ct);
        var entry = new LedgerEntry(act.Actor.JurisdictionId, counter.NextGap(), key, found.Source, found.YearFound, found.Text, finding, act.Actor.Signature(), act.At);
        db.Add(entry);
        if (finding is not null)
        {
            db.Read(entry, there: null, finding, act.At);
        }

        return entry.Id;
    }, ct);

    private static async Task<GapKey> KeyOf(WorkflowDb db, Actor actor, FoundGap found, CancellationToken ct)
    {
        var county = found.SchoolId is { } id
            ? await db.Schools.Where(s => s.Id == id && s.JurisdictionId == actor.JurisdictionId).Select(s => s.County).SingleOrDefaultAsync(ct)
            : await db.Schools.Where(s => s.JurisdictionId == actor.JurisdictionId && s.County == found.County).Select(s => s.County).FirstOrDefaultAsync(ct);
        var isMeasured = found.Kind is GapKind.Indicator or GapKind.Coefficient;
        return new(
            found.SchoolId, county ?? throw new RuleBroken("ledger-subject", "没有找到所选的学校或区县。请从列表中选择。") { Field = nameof(found.SchoolId) },
            found.Kind, isMeasured ? found.Indicator : 0, isMeasured ? found.Level : null);
    }
}

/// <summary>What a gap entered by a person must say, before anything is looked up.</summary>
internal static class FoundGapRules
{
    public static void Require(FoundGap found)
    {
        if (found.Source == GapSource.Computed)
        {
            throw new RuleBroken("ledger-source", "请选择问题来源：自评或督导检查。") { Field = nameof(found.Source) };
        }

        if (!SchoolYear.IsYear(found.YearFound))
        {
            throw new RuleBroken("school-year", "这不是年份。请写成 2023 或 2023-2024。") { Field = nameof(found.YearFound) };
        }

        if (found.Kind == GapKind.Coefficient != found.SchoolId is null && found.Kind != GapKind.Other)
        {
            throw new RuleBroken("ledger-kind", "差异系数是区县的差距，其余是学校的差距。请改选学校或类别。") { Field = nameof(found.Kind) };
        }

        if (found.Kind is GapKind.Indicator or GapKind.Coefficient && (found.Indicator <= 0 || found.Level is not (Level.Primary or Level.Junior)))
        {
            throw new RuleBroken("ledger-indicator", "请选择指标和学段。") { Field = nameof(found.Indicator) };
        }
    }
}
