using Equalization.Workflow.Core.Accountabilities.Steps;
using Equalization.Workflow.Core.Accreditations.Steps;
using Equalization.Workflow.Core.AnnualTasks.Steps;
using Equalization.Workflow.Core.Bulletins.Steps;
using Equalization.Workflow.Core.Deadlines.Steps;
using Equalization.Workflow.Core.Escalations.Steps;
using Equalization.Workflow.Core.Instructions.Steps;
using Equalization.Workflow.Core.Interviews.Steps;
using Equalization.Workflow.Core.Progress.Steps;
using Equalization.Workflow.Core.Requests.Steps;
using Equalization.Workflow.Core.Reviews.Steps;

namespace Equalization.Workflow.Web;

/// <summary>The product's own activities that a definition may name, one line each in the slices' order.</summary>
public static class Activities
{
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(TaskSubject),
        typeof(CheckSignFor),
        typeof(NextSignTerm),
        typeof(LapseSignFor),
        typeof(CheckWork),
        typeof(PassDueDay),
        typeof(NextReport),
        typeof(BookSilence),
        typeof(CheckHelp),
        typeof(TellHelpOwner),
        typeof(LapseHelp),
        typeof(TellInstruction),
        typeof(CheckInstruction),
        typeof(RemindInstruction),
        typeof(LapseInstruction),
        typeof(TellRequest),
        typeof(CheckRequest),
        typeof(RemindRequest),
        typeof(LapseRequest),
        typeof(CheckExtension),
        typeof(TellExtension),
        typeof(LapseReply),
        typeof(TellReviewers),
        typeof(CheckReview),
        typeof(LapseReview),
        typeof(OpenEscalation),
        typeof(CheckSettled),
        typeof(UrgeLead),
        typeof(ProposeSupervision),
        typeof(CheckSupervision),
        typeof(LapseSupervision),
        typeof(CheckBulletin),
        typeof(EndFactCheck),
        typeof(CheckInterview),
        typeof(TellUnrecorded),
        typeof(EndMinutesCheck),
        typeof(TellFollowUps),
        typeof(CheckAccountability),
        typeof(CheckHandOns),
        typeof(EndStatement),
        typeof(LapseCaseTerm),
        typeof(SettleCase),
        typeof(CheckLadder),
        typeof(ProposeRung),
        typeof(CheckAccreditation),
        typeof(TellAccreditation),
    ];
}
