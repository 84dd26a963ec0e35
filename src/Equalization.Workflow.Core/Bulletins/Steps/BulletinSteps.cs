using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Bulletins.Steps;

/// <summary>Which bulletin a step is about.</summary>
public sealed record BulletinInput(Guid BulletinId);

/// <summary>
/// A step about one bulletin; the act speaks for its jurisdiction. A bulletin can have thousands of lines: a step that decides on them loads them itself.
/// </summary>
public abstract class BulletinStep<TOutput>(string type, params IReadOnlyList<string> outcomes) : DomainStep<BulletinInput, TOutput>(type, outcomes)
    where TOutput : notnull
{
    protected sealed override async Task<Answer<TOutput>> Run(BulletinInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var bulletin = await db.Bulletins.SingleAsync(b => b.Id == input.BulletinId, ct);
        db.ActIn(bulletin.JurisdictionId, now);
        return await Run(bulletin, db, now, ct);
    }

    protected abstract Task<Answer<TOutput>> Run(Bulletin bulletin, WorkflowDb db, DateTime now, CancellationToken ct);
}

/// <param name="CheckEndsAt">End of the last day on which the units answer; null outside the fact check.</param>
public sealed record CheckTerm(DateTimeOffset? CheckEndsAt);

/// <summary>
/// Draft: the office writes. FactCheck: the units' term runs, or has just ended. Deciding: the
/// office answers objections and signs. Signed: to be published. Published, Dropped: the end.
/// </summary>
public sealed class CheckBulletin()
    : BulletinStep<CheckTerm>("Equalization.CheckBulletin", "Draft", "FactCheck", "Deciding", "Signed", "Published", "Dropped")
{
    protected override Task<Answer<CheckTerm>> Run(Bulletin bulletin, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        DateTimeOffset? endsAt = bulletin is { State: BulletinState.FactCheck, CheckDueOn: { } due } ? ChinaTime.EndOf(due) : null;
        var outcome = bulletin.State switch
        {
            BulletinState.Draft => "Draft",
            BulletinState.FactCheck => "FactCheck",
            BulletinState.Deciding => "Deciding",
            BulletinState.Signed => "Signed",
            BulletinState.Published => "Published",
            BulletinState.Dropped => "Dropped",
        };
        return Task.FromResult(new Answer<CheckTerm>(outcome, new CheckTerm(endsAt)));
    }
}

/// <summary>How the fact check came out, in lines.</summary>
public sealed record CheckResult(int Confirmed, int Objected, int Told);

/// <summary>Ends the fact check: lines without an answer count as told, and the office hears how it came out.</summary>
public sealed class EndFactCheck() : BulletinStep<CheckResult>("Equalization.EndFactCheck")
{
    protected override async Task<Answer<CheckResult>> Run(Bulletin bulletin, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        await db.Entry(bulletin).Collection(b => b.Lines).LoadAsync(ct);
        var ends = bulletin.State == BulletinState.FactCheck;
        bulletin.EndCheck(now);
        var result = new CheckResult(Count(CheckState.Confirmed), Count(CheckState.Objected), Count(CheckState.Told));
        if (!ends)
        {
            return new("Done", result);
        }

        db.Notify(await Recipients.Office(db, bulletin.JurisdictionId, ChinaTime.DayOf(now), ct), NoticeKind.BulletinChecked, nameof(Bulletin), bulletin.Id, null,
            "“{0}”核实结束：确认 {1} 条，异议 {2} 条，逾期未答复按已告知处理 {3} 条。请答复异议并签发。", bulletin.Title, result.Confirmed, result.Objected, result.Told);
        return new("Done", result);

        int Count(CheckState state) => bulletin.Standing.Count(l => l.Check == state);
    }
}
