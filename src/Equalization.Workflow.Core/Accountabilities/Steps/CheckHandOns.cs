using Equalization.Workflow.Core.Accountabilities.HandOns;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Core.Accountabilities.Steps;

/// <summary>
/// What a case whose terms have all ended still waits for. Transfer: the body in charge of what the decision does not deal with has to get it. Filing: the
/// office above has to get the decision. Done: neither, or somebody owes an answer first.
/// </summary>
public sealed class CheckHandOns() : CaseStep<Nothing>("Equalization.CheckHandOns", "Transfer", "Filing", "Done")
{
    protected override async Task<Answer<Nothing>> Run(AccountabilityCase about, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var clocks = CaseClock.Of(about, await CaseReceipts.Of(db, about, ct), await db.TermsOf(about, ct), ChinaTime.DayOf(now));
        var owed = CaseClock.RightsRun(clocks) ? null : await HandOnDuty.Of(db, about, ct);
        return new(owed?.ToString() ?? "Done", Nothing.Value);
    }
}
