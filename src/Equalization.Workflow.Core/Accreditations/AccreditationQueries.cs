using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations;

/// <summary>Where a stage of a round stands: passed, at turn, returned, not passed, or still ahead.</summary>
public enum StageStanding
{
    Ahead,
    AtTurn,
    Returned,
    Passed,
    NotPassed,
}

/// <summary>A cell of the matrix. IsLate: its day has passed before it was passed.</summary>
public sealed record StageCell(AccreditationStage Stage, StageStanding Standing, DateOnly? TargetOn, string? AsWritten, DateOnly? PassedOn, bool IsLate, string? Plan);

/// <summary>A county's newest round in the matrix.</summary>
public sealed record AccreditationRow(Guid Id, string County, int Round, AccreditationState State, AccreditationStage Stage, IReadOnlyList<StageCell> Cells, int OpenProblems);

/// <summary>An earlier or later round of the same county.</summary>
public sealed record RoundRow(Guid Id, int Round, AccreditationState State, AccreditationStage Stage, DateOnly OpenedOn, DateOnly? EndedOn);

/// <summary>A unit that may evaluate a county.</summary>
public sealed record CountyUnit(Guid Id, string Name);

/// <summary>What the reader may do now.</summary>
public sealed record AccreditationActs(bool Aim, bool Evaluate, bool Submit, bool Decide, bool Rectify, bool Withdraw, bool Find, bool Veto);

/// <summary>A county's round whole: stages, history, readiness by part, problems still open, other rounds.</summary>
public sealed record AccreditationView(
    Accreditation Accreditation, IReadOnlyList<StageCell> Cells, string? Unit, IReadOnlyList<AccreditationEntry> Entries, Readiness Readiness, int OpenProblems, int Problems,
    IReadOnlyList<RoundRow> Rounds, IReadOnlyList<CountyUnit> Units, AccreditationActs May);

/// <summary>Reads accreditations.</summary>
public sealed class AccreditationQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Each county's newest round that the reader sees, in the counties' Chinese order.</summary>
    public async Task<Paged<AccreditationRow>> Matrix(Actor actor, int number, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var newest = db.Accreditations.Where(AccreditationPermissions.SeenBy(actor))
            .Where(a => !db.Accreditations.Any(o => o.JurisdictionId == a.JurisdictionId && o.County == a.County && o.Round > a.Round));
        var rounds = await newest.AsNoTracking().Include(a => a.Terms).AsSplitQuery().OrderBy(a => a.SortKey).ThenBy(a => a.Id).Skip((number - 1) * size).Take(size).ToListAsync(ct);
        var ids = rounds.ConvertAll(a => a.Id);
        var open = await db.AccreditationProblems.Where(p => ids.Contains(p.AccreditationId) && p.State != ProblemState.Closed)
            .GroupBy(p => p.AccreditationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var plans = await Plans(db, rounds.SelectMany(a => a.Terms), ct);
        return new Paged<AccreditationRow>(
            [.. rounds.Select(a => new AccreditationRow(a.Id, a.County, a.Round, a.State, a.Stage, Cells(a, plans, actor.Day), open.GetValueOrDefault(a.Id)))],
            await newest.CountAsync(ct), number, size);
    }

    /// <summary>Refuses what may not be seen (not-found).</summary>
    public async Task<AccreditationView> One(Actor actor, Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = Permission.Found(
            await db.Accreditations.AsNoTracking().Include(a => a.Terms).Include(a => a.Entries).AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, ct),
            a => AccreditationPermissions.MaySee(actor, a));
        var states = await db.AccreditationProblems.Where(p => p.AccreditationId == id).GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var rounds = await db.Accreditations.Where(AccreditationPermissions.SeenBy(actor)).Where(a => a.County == found.County).OrderByDescending(a => a.Round)
            .Select(a => new RoundRow(a.Id, a.Round, a.State, a.Stage, a.Entries.Min(e => e.On), a.EndedOn)).ToListAsync(ct);
        var unit = await db.Units.Where(u => u.Id == found.UnitId).Select(u => u.Name).SingleOrDefaultAsync(ct);
        var may = Acts(actor, found);
        return new AccreditationView(
            found, Cells(found, await Plans(db, found.Terms, ct), actor.Day), unit, [.. found.Entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id)],
            await ReadinessQueries.Of(db, found, null, actor.Day, ct), states.Where(s => s.Key != ProblemState.Closed).Sum(s => s.Count), states.Sum(s => s.Count), rounds,
            may.Aim ? await Units(db, actor, ct) : [], may);
    }

    /// <summary>Counties of the school data that have no round under way, and the units that may evaluate. Refuses all but the office (not-allowed).</summary>
    public async Task<(IReadOnlyList<string> Counties, IReadOnlyList<CountyUnit> Units)> Form(Actor actor, CancellationToken ct)
    {
        Permission.Require(AccreditationPermissions.MayOpen(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = db.Accreditations.Where(a => a.JurisdictionId == actor.JurisdictionId && (a.State == AccreditationState.UnderWay || a.State == AccreditationState.Rectifying));
        var counties = await db.Schools.Where(s => s.JurisdictionId == actor.JurisdictionId && !open.Any(a => a.County == s.County)).Select(s => s.County).Distinct().ToListAsync(ct);
        return ([.. counties.OrderBy(SortKeys.Of, StringComparer.Ordinal)], await Units(db, actor, ct));
    }

    private static async Task<IReadOnlyList<CountyUnit>> Units(WorkflowDb db, Actor actor, CancellationToken ct) =>
        await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && u.Kind != UnitKind.Office && u.Kind != UnitKind.Leadership && u.Kind != UnitKind.School
                                  && (u.EndedOn == null || u.EndedOn >= actor.Day))
            .OrderBy(u => u.Kind == UnitKind.CountyGovernment ? 0 : 1).ThenBy(u => u.SortKey).Select(u => new CountyUnit(u.Id, u.Name)).ToListAsync(ct);

    private static async Task<Dictionary<Guid, string>> Plans(WorkflowDb db, IEnumerable<StageTerm> terms, CancellationToken ct)
    {
        var ids = terms.Select(t => t.PlanId).OfType<Guid>().Distinct().ToList();
        return await db.Plans.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title, ct);
    }

    private static AccreditationActs Acts(Actor actor, Accreditation a)
    {
        var (mayDecide, atTurn, isSelf) = (AccreditationPermissions.MayDecide(actor, a), a.State == AccreditationState.UnderWay, a.Stage == AccreditationStage.CountySelf);
        var maySubmit = AccreditationPermissions.MaySubmit(actor, a);
        return new(
            Aim: mayDecide && a.IsOpen, Evaluate: a.IsEvaluating && AccreditationPermissions.MayEvaluate(actor, a), Submit: atTurn && isSelf && maySubmit,
            Decide: atTurn && !isSelf && mayDecide, Rectify: a.State == AccreditationState.Rectifying && maySubmit, Withdraw: mayDecide && a.IsOpen, Find: mayDecide && a.IsOpen,
            Veto: mayDecide && a.IsOpen);
    }

    private static List<StageCell> Cells(Accreditation a, Dictionary<Guid, string> plans, DateOnly today) =>
    [
        .. a.Terms.OrderBy(t => t.Stage).Select(t => new StageCell(
            t.Stage, Standing(a, t), t.TargetOn, t.AsWritten, t.PassedOn, a.IsOpen || t.PassedOn is not null ? t.IsLate(today) : t.IsLate(a.EndedOn ?? today),
            t.PlanId is { } plan ? plans.GetValueOrDefault(plan) : null)),
    ];

    private static StageStanding Standing(Accreditation a, StageTerm term) => (term.PassedOn, term.Stage == a.Stage, a.State) switch
    {
        ({ }, _, _) => StageStanding.Passed,
        (_, true, AccreditationState.UnderWay) => StageStanding.AtTurn,
        (_, true, AccreditationState.Rectifying) => StageStanding.Returned,
        (_, true, AccreditationState.NotPassed) => StageStanding.NotPassed,
        _ => StageStanding.Ahead,
    };
}
