using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Searches.Filters;

/// <summary>Keeps a person's saved filters. They belong to the person, whatever post is acted in; each list still shows only what that post may see.</summary>
public sealed class SavedFilterService(Transact transact)
{
    /// <summary>
    /// Saves it, in place of an older one of that name on that list. Refuses no name (filter-name), what is no narrowed list (filter-address,
    /// filter-too-long), and one more
    /// than a person keeps (filters-full).
    /// </summary>
    public Task<Guid> Save(Actor actor, string? name, string? path, string? query, CancellationToken ct) =>
        transact.Run(actor, "保存筛选", async (db, act) =>
        {
            var saved = new SavedFilter(actor.PersonId, name, path, query, act.At);
            var mine = await db.SavedFilters.Where(f => f.PersonId == actor.PersonId).ToListAsync(ct);
            if (mine.Find(saved.IsNamedAs) is { } older)
            {
                older.Replace(saved);
                return older.Id;
            }

            if (mine.Count >= SavedFilter.Most)
            {
                throw new RuleBroken("filters-full", "每人最多保存 {0} 个筛选。请先删除不再使用的。", SavedFilter.Most);
            }

            db.Add(saved);
            return saved.Id;
        }, ct);

    /// <summary>Refuses another's as not found.</summary>
    public Task Delete(Actor actor, Guid filterId, CancellationToken ct) =>
        transact.Run(actor, "删除筛选", async (db, _) =>
        {
            db.Remove(Permission.Found(await db.SavedFilters.SingleOrDefaultAsync(f => f.Id == filterId, ct), f => f.PersonId == actor.PersonId));
        }, ct);
}
