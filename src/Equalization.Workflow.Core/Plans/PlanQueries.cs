using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans;

/// <summary>A line of the list of plans. Measures are those of the version in force, else of the newest draft.</summary>
public sealed record PlanRow(
    Guid Id, string Title, string? DocumentNumber, string? Issuer, DateOnly? IssuedOn, int PeriodFrom, int PeriodTo, PlanState State, int Measures,
    int? InForceNumber, int? DraftNumber);

/// <summary>A version of a plan as listed.</summary>
public sealed record PlanVersionRow(
    Guid Id, int Number, PlanVersionState State, string SourceName, string? SourceSha256, DateTime? ConfirmedAt, string? ConfirmedBy, int Measures);

/// <summary>A plan's head with its versions, newest first, as far as the person may see them.</summary>
public sealed record PlanDetails(
    Guid Id, string Title, string? DocumentNumber, string? Issuer, DateOnly? IssuedOn, int PeriodFrom, int PeriodTo, PlanState State, int Version,
    bool MayWrite, IReadOnlyList<PlanVersionRow> Versions)
{
    public PlanVersionRow? InForce => Versions.FirstOrDefault(v => v.State == PlanVersionState.Confirmed);

    public PlanVersionRow? Draft => Versions.FirstOrDefault(v => v.State == PlanVersionState.Draft);

    public IEnumerable<int> Years => Enumerable.Range(PeriodFrom, PeriodTo - PeriodFrom + 1);
}

/// <summary>A unit of a measure on a screen; ListedName is null while it is not matched. Members counts those of a group, 1 for a unit.</summary>
public sealed record MeasureUnitRow(
    Guid Id, DraftUnitRole Role, int Position, string AsWritten, string FullName, bool IsCollective, Guid? ListId, string? ListedName, int Members, int Start);

/// <summary>A measure on a screen: the words, the units in order, and what is open in it.</summary>
public sealed record MeasureRow(
    Guid Id, int Version, int Position, string? Number, string Title, string Section, string Body, int Start, int Length, string? NoTaskReason,
    IReadOnlyList<MeasureUnitRow> Units, IReadOnlyList<DeadlineRow> Deadlines, IReadOnlyList<TargetRow> Targets, IReadOnlyList<int> Years,
    IReadOnlyList<Finding> Findings, Finding? WhyNot)
{
    public IEnumerable<MeasureUnitRow> In(DraftUnitRole role) => Units.Where(u => u.Role == role);
}

public sealed record DeadlineRow(Guid Id, string AsWritten, DeadlineKind Kind, DateOnly? Day, DateOnly? StartOn, int Start);

public sealed record TargetRow(
    Guid Id, int? Year, string AsWritten, string Metric, Comparator? Comparator, decimal? Value, decimal? Upper, string? Unit, bool Aspirational,
    bool RecursYearly, string? PerUnit, string? Basis, int Start);

/// <summary>A version with its source cut into marked runs, its measures in order, and the sums of the bar.</summary>
public sealed record PlanReview(
    PlanDetails Plan, Guid VersionId, int Number, PlanVersionState State, int Version, string SourceText, IReadOnlyList<SourceRun> Runs,
    IReadOnlyList<MeasureRow> Measures, IReadOnlyList<DraftTarget> Overall, IReadOnlyList<string> Doubts, int Coverage)
{
    public int Issuable => Measures.Count(m => m.WhyNot is null);

    /// <summary>What a person should look at, the same matter of several measures once: an unknown unit is settled for all of them together.</summary>
    public IReadOnlyList<OpenPoint> OpenPoints =>
    [
        .. Doubts.Select(d => new OpenPoint(new Finding(d, [], null, true), [])),
        .. Measures.SelectMany(m => m.Findings.Select(f => (Finding: f, Measure: m)))
            .GroupBy(x => x.Finding is { UnitId: null, Stored: false } ? $"{x.Measure.Id}" : $"{x.Finding.Format}|{string.Join('|', x.Finding.Arguments)}")
            .Select(g => new OpenPoint(g.First().Finding, [.. g.Select(x => x.Measure)])),
    ];
}

/// <summary>One matter to look at, and the measures it concerns: none for the plan as a whole.</summary>
public sealed record OpenPoint(Finding Finding, IReadOnlyList<MeasureRow> Measures);

/// <summary>A unit or group to choose from.</summary>
public sealed record UnitChoice(Guid Id, bool IsGroup, string Name, UnitKind? Kind);

/// <summary>Reads plans. Units see versions that are or were in force, not drafts; other jurisdictions see nothing.</summary>
public sealed class PlanQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Newest first.</summary>
    public async Task<(IReadOnlyList<PlanRow> Rows, int Total)> List(Actor actor, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var plans = db.Plans.Where(p => p.JurisdictionId == actor.JurisdictionId);
        if (!PlanPermissions.MayRead(actor, actor.JurisdictionId, true))
        {
            Permission.Require(PlanPermissions.MayRead(actor, actor.JurisdictionId, false));
            plans = plans.Where(p => p.State != PlanState.Draft);
        }

        var total = await plans.CountAsync(ct);
        var rows = await plans
            .OrderByDescending(p => p.PeriodFrom).ThenByDescending(p => p.Id)
            .Skip((page - 1) * size).Take(size)
            .Select(p => new
            {
                Plan = p,
                InForce = db.PlanVersions.Where(v => v.PlanId == p.Id && v.State == PlanVersionState.Confirmed).Max(v => (int?)v.Number),
                Draft = db.PlanVersions.Where(v => v.PlanId == p.Id && v.State == PlanVersionState.Draft).Max(v => (int?)v.Number),
            })
            .Select(x => new PlanRow(
                x.Plan.Id, x.Plan.Title, x.Plan.DocumentNumber, x.Plan.Issuer, x.Plan.IssuedOn, x.Plan.PeriodFrom, x.Plan.PeriodTo, x.Plan.State,
                db.Measures.Count(m => db.PlanVersions.Any(v => v.Id == m.PlanVersionId && v.PlanId == x.Plan.Id && v.Number == (x.InForce ?? x.Draft))),
                x.InForce, x.Draft))
            .ToListAsync(ct);
        var reads = PlanPermissions.MayRead(actor, actor.JurisdictionId, true);
        return (reads ? rows : [.. rows.Select(r => r with { DraftNumber = null })], total);
    }

    /// <summary>Refuses (not-found) a plan of another jurisdiction, and a draft to the units.</summary>
    public async Task<PlanDetails> Details(Actor actor, Guid planId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await DetailsIn(db, actor, planId, ct);
    }

    /// <summary>
    /// A version with its source and measures; without an id the one in force, else the newest draft. Refuses (not-found) what the person
    /// may not see.
    /// </summary>
    public async Task<PlanReview> Review(Actor actor, Guid planId, Guid? versionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var plan = await DetailsIn(db, actor, planId, ct);
        var chosen = versionId is null ? plan.InForce ?? plan.Versions.FirstOrDefault() : plan.Versions.FirstOrDefault(v => v.Id == versionId);
        var version = chosen is null ? null : await db.PlanVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == chosen.Id, ct);
        version = Permission.Found(version, _ => true);
        var measures = await Load(db, version.Id, ct);
        var names = await Names(db, actor.JurisdictionId, ct);
        var skipped = PlanRemarks.Skipped(version.Skipped);
        var overall = PlanRemarks.Overall(version.Overall);
        var runs = SourceRuns.Of(version.SourceText, measures, overall, skipped);
        return new PlanReview(
            plan, version.Id, version.Number, version.State, version.Version, version.SourceText, runs, [.. measures.Select(m => Row(m, plan, names))],
            overall, version.Doubts.Split('\n', StringSplitOptions.RemoveEmptyEntries), SourceRuns.Coverage(version.SourceText, runs));
    }

    /// <summary>One measure with what is open in it. Refuses (not-found) what the person may not see.</summary>
    public async Task<MeasureRow> Measure(Actor actor, Guid measureId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Measures.AsNoTracking().AsSplitQuery()
            .Include(m => m.Units).Include(m => m.Deadlines).Include(m => m.Targets)
            .SingleOrDefaultAsync(m => m.Id == measureId, ct);
        var version = found is null
            ? null
            : await db.PlanVersions.Where(v => v.Id == found.PlanVersionId).Select(v => new { v.PlanId, v.State }).SingleAsync(ct);
        var measure = Permission.Found(
            found, m => PlanPermissions.MayRead(actor, m.JurisdictionId, version!.State == PlanVersionState.Draft));
        var plan = await DetailsIn(db, actor, version!.PlanId, ct);
        return Row(measure, plan, await Names(db, actor.JurisdictionId, ct));
    }

    /// <summary>Units and groups to choose from, groups first, each in Chinese order.</summary>
    public async Task<IReadOnlyList<UnitChoice>> Choices(Actor actor, CancellationToken ct)
    {
        Permission.Require(PlanPermissions.MayWrite(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var groups = await db.UnitGroups.Where(g => g.JurisdictionId == actor.JurisdictionId)
            .Select(g => new UnitChoice(g.Id, true, g.Name, null)).ToListAsync(ct);
        var units = await db.Units
            .Where(u => u.JurisdictionId == actor.JurisdictionId && (u.EndedOn == null || u.EndedOn >= actor.Day))
            .OrderBy(u => u.SortKey)
            .Select(u => new UnitChoice(u.Id, false, u.Name, u.Kind))
            .ToListAsync(ct);
        return [.. groups.OrderBy(g => SortKeys.Of(g.Name), StringComparer.Ordinal), .. units];
    }

    private static async Task<PlanDetails> DetailsIn(WorkflowDb db, Actor actor, Guid planId, CancellationToken ct)
    {
        var plan = Permission.Found(
            await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId, ct),
            p => PlanPermissions.MayRead(actor, p.JurisdictionId, p.State == PlanState.Draft));
        var versions = await db.PlanVersions.Where(v => v.PlanId == planId).OrderByDescending(v => v.Number)
            .Select(v => new PlanVersionRow(
                v.Id, v.Number, v.State, v.SourceName, v.SourceSha256, v.ConfirmedAt, v.ConfirmedBy, db.Measures.Count(m => m.PlanVersionId == v.Id)))
            .ToListAsync(ct);
        return new PlanDetails(
            plan.Id, plan.Title, plan.DocumentNumber, plan.Issuer, plan.IssuedOn, plan.PeriodFrom, plan.PeriodTo, plan.State, plan.Version,
            PlanPermissions.MayWrite(actor, plan.JurisdictionId),
            [.. versions.Where(v => PlanPermissions.MayRead(actor, plan.JurisdictionId, v.State == PlanVersionState.Draft))]);
    }

    private static async Task<List<Measure>> Load(WorkflowDb db, Guid versionId, CancellationToken ct) =>
        await db.Measures.AsNoTracking().AsSplitQuery()
            .Include(m => m.Units).Include(m => m.Deadlines).Include(m => m.Targets)
            .Where(m => m.PlanVersionId == versionId)
            .OrderBy(m => m.Position)
            .ToListAsync(ct);

    private static async Task<Dictionary<Guid, (string Name, int Members)>> Names(WorkflowDb db, Guid jurisdictionId, CancellationToken ct)
    {
        var units = await db.Units.Where(u => u.JurisdictionId == jurisdictionId).Select(u => new { u.Id, u.Name }).ToListAsync(ct);
        var groups = await db.UnitGroups.Where(g => g.JurisdictionId == jurisdictionId)
            .Select(g => new { g.Id, g.Name, Members = g.Members.Count }).ToListAsync(ct);
        var names = units.ToDictionary(u => u.Id, u => (u.Name, 1));
        groups.ForEach(g => names[g.Id] = (g.Name, g.Members));
        return names;
    }

    private static MeasureRow Row(Measure m, PlanDetails plan, Dictionary<Guid, (string Name, int Members)> names) => new(
        m.Id, m.Version, m.Position, m.Number, m.Title, m.Section, m.Body, m.SourceStart, m.SourceLength, m.NoTaskReason,
        [.. m.Units.OrderBy(u => u.Role).ThenBy(u => u.Position).Select(u => Row(u, names))],
        [.. m.Deadlines.OrderBy(d => d.SourceStart).Select(d => new DeadlineRow(d.Id, d.AsWritten, d.Kind, d.Day, d.StartOn, d.SourceStart))],
        [.. m.Targets.OrderBy(t => t.Position).Select(t => new TargetRow(
            t.Id, t.Year, t.AsWritten, t.Metric, t.Comparator, t.Value, t.Upper, t.Unit, t.Aspirational, t.RecursYearly, t.PerUnit, t.Basis, t.SourceStart))],
        [.. plan.Years.Where(m.RunsIn)],
        MeasureCheck.Findings(m), MeasureCheck.WhyNot(m));

    private static MeasureUnitRow Row(MeasureUnit unit, Dictionary<Guid, (string Name, int Members)> names)
    {
        var id = unit.UnitId ?? unit.GroupId;
        var listed = id is { } known && names.TryGetValue(known, out var found) ? found : ((string Name, int Members)?)null;
        return new MeasureUnitRow(
            unit.Id, unit.Role, unit.Position, unit.AsWritten, unit.FullName, unit.IsCollective, id, listed?.Name, listed?.Members ?? 0, unit.SourceStart);
    }
}
