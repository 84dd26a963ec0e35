using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Editions;

/// <summary>Which measure of the former version, by its position, a measure of the draft continues.</summary>
public sealed record PairInput(Guid MeasureId, int Version, int FormerPosition);

/// <summary>Corrects which measures of a draft continue which of the version before. Refuses a confirmed version (plan-confirmed) and a stale form.</summary>
public sealed class EditionService(Transact transact)
{
    /// <summary>
    /// Says that a measure of the draft continues one of the version before; another that did no longer does. Refuses a position that the
    /// version before has not (pair-position).
    /// </summary>
    public async Task Pair(Actor actor, PairInput input, CancellationToken ct) =>
        await transact.Run(actor, "配对措施", async (db, _) =>
        {
            var (draft, measure) = await DraftAccess.Measure(db, actor, input.MeasureId, input.Version, ct);
            var former = await EditionQueries.Former(db, draft).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(ct);
            var origin = await db.Measures.Where(m => m.PlanVersionId == former && m.Position == input.FormerPosition)
                .Select(m => (Guid?)m.OriginId).SingleOrDefaultAsync(ct)
                ?? throw new RuleBroken("pair-position", "现行版没有第 {0} 条措施，请按现行版的顺序填写序号。", input.FormerPosition) { Field = nameof(PairInput.FormerPosition) };
            foreach (var other in await db.Measures.Where(m => m.PlanVersionId == draft.Id && m.OriginId == origin && m.Id != measure.Id).ToListAsync(ct))
            {
                other.Continue(other.Id);
            }

            measure.Continue(origin);
        }, ct);

    /// <summary>Says that a measure of the draft is a new one, whatever it looks like.</summary>
    public async Task Part(Actor actor, Guid measureId, int postedVersion, CancellationToken ct) =>
        await transact.Run(actor, "取消措施配对", async (db, _) =>
        {
            var (_, measure) = await DraftAccess.Measure(db, actor, measureId, postedVersion, ct);
            measure.Continue(measure.Id);
        }, ct);
}
