using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Core.Accreditations.Problems;

/// <summary>Notices about a problem.</summary>
internal static class ProblemNotices
{
    public static void Tell(WorkflowDb db, AccreditationProblem problem, IEnumerable<Guid> people, string format, params object[] arguments) =>
        db.Notify(people.Distinct(), NoticeKind.AccreditationProblem, nameof(AccreditationProblem), problem.Id, null, format, arguments);
}
