using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>What an edition asks of tasks is the office's to decide.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Revisions =>
    [
        new("GET /Plans/Revisions", ReviewOffice, s => OnRevision(s, RevisionKind.DueDay, "")),
        new("POST /Plans/Revisions?handler=Accept", ReviewOffice, s => OnRevision(s, RevisionKind.DueDay, "?handler=Accept"), s => Posted(s, RevisionKind.DueDay)),
        new("POST /Plans/Revisions?handler=Keep", ReviewOffice, s => OnRevision(s, RevisionKind.Withdrawal, "?handler=Keep"), s => Posted(s, RevisionKind.Withdrawal)),
        // Many at once are refused one by one in the answer; another city's office has nothing of this version.
        new("POST /Plans/Revisions?handler=AcceptAll", ReviewOffice, s => OnRevision(s, RevisionKind.Issue, "?handler=AcceptAll"), s => Posted(s, RevisionKind.Issue)),
        new("POST /Plans/Revisions?handler=KeepAll", ReviewOffice, s => OnRevision(s, RevisionKind.Lead, "?handler=KeepAll"), s => Posted(s, RevisionKind.Lead)),
    ];

    private static async Task<string> OnRevision(StoryCity story, RevisionKind kind, string rest) =>
        $"/Plans/Versions/{(await story.Revision(kind)).PlanVersionId}/Revisions{rest}";

    private static async Task<(string Name, string Value)[]> Posted(StoryCity story, RevisionKind kind)
    {
        var proposal = await story.Revision(kind);
        return
        [
            ("Input.ProposalId", $"{proposal.Id}"), ("Input.Version", $"{proposal.Version}"), ("Input.Picked", $"{proposal.Id}:{proposal.Version}"), ("Input.Reason", "任务按原要求办理。"),
        ];
    }
}
