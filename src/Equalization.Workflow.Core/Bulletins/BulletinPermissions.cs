using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>Who sees, writes, checks and publishes a bulletin; asked on the loaded bulletin.</summary>
public static class BulletinPermissions
{
    public static bool MayDraft(Actor actor) => actor.Role == Role.Office && !actor.IsSystem;

    public static bool MayWrite(Actor actor, Bulletin bulletin) => actor.IsOffice(bulletin.JurisdictionId);

    public static bool MayReadRules(Actor actor) => actor.Role is Role.Admin or Role.Office or Role.Auditor && !actor.IsSystem;

    public static bool MayPutRulesInForce(Actor actor) => actor.Role == Role.Admin && !actor.IsSystem;

    /// <summary>A named unit answers its own lines, as long as they stand.</summary>
    public static bool MayCheck(Actor actor, BulletinLine line) => line.DroppedAt is null && actor.JurisdictionId == line.JurisdictionId && actor.WorksFor(line.UnitId);
}

/// <summary>Sight, as a filter for lists and single bulletins alike.</summary>
public static class BulletinSight
{
    /// <summary>
    /// Whoever reads the whole ledger sees all. A unit sees what is published to it or to the public, and from the fact check on what names it;
    /// others' lines stay hidden until publication.
    /// </summary>
    public static IQueryable<Bulletin> SeenBy(this IQueryable<Bulletin> bulletins, WorkflowDb db, Actor actor)
    {
        var own = bulletins.Where(b => b.JurisdictionId == actor.JurisdictionId);
        if (actor.ReadsAll(actor.JurisdictionId))
        {
            return own;
        }

        return actor.Role is Role.Contact or Role.UnitHead
            ? own.Where(b => (b.State == BulletinState.Published
                              && (b.Range == BulletinRange.Public || db.BulletinReceipts.Any(r => r.BulletinId == b.Id && r.UnitId == actor.UnitId)))
                             || ((b.State == BulletinState.FactCheck || b.State == BulletinState.Deciding || b.State == BulletinState.Signed)
                                 && b.Lines.Any(l => l.UnitId == actor.UnitId)))
            : own.Where(_ => false);
    }
}
