using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Benchmarks.Crash;

internal sealed record CrashWriteInput(string Mark);

/// <summary>A step as the product's are: an audited row, a notice and a mail. Nothing in the database forbids any of them a second time.</summary>
internal sealed class CrashWrite(Actor actor) : CustomActivity<CrashWriteInput, Nothing>("Crash.Write")
{
    protected override Task<Answer<Nothing>> Run(CrashWriteInput input, Step step, CancellationToken ct)
    {
        var db = (WorkflowDb)step.Db;
        db.ActIn(actor.JurisdictionId, step.Now);
        Leave(db, actor, $"{input.Mark}-{step.CorrelationId}");
        return Task.FromResult(new Answer<Nothing>(Ports.DoneName, Nothing.Value));
    }

    public static void Leave(WorkflowDb db, Actor actor, string key)
    {
        db.Add(new Person(key));
        db.Notify([actor.MembershipId], NoticeKind.TaskIssued, "AnnualTask", actor.JurisdictionId, null, "{0}", key);
        db.PostPlain(new MailTo(null, $"{key}@crash.test", "收件人"), key, "正文");
    }
}
