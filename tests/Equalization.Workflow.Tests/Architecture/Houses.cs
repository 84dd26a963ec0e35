namespace Equalization.Workflow.Tests.Architecture;

/// <summary>The four source projects, lowest first, and the slices of Core, leftmost first: DESIGN §3. Desks, what waits for whom, reads all of them and so stands last.</summary>
public static class Houses
{
    public const string Engine = "Equalization.Workflow.Engine";
    public const string Core = "Equalization.Workflow.Core";
    public const string Infrastructure = "Equalization.Workflow.Infrastructure";
    public const string Web = "Equalization.Workflow.Web";

    public static readonly IReadOnlyList<string> All = [Engine, Core, Infrastructure, Web];

    public static readonly IReadOnlyList<string> Slices =
    [
        "Tables", "Units", "Calendars", "Lights", "Audits", "Documents", "Notifications", "Rosters", "Deputies", "Jobs", "Processes", "Indicators", "Plans", "AnnualTasks", "Progress", "Instructions", "Requests", "Duplicates",
        "Ledgers", "Deadlines", "CalendarChanges", "Reviews", "Amendments", "Revisions", "Papers", "Clocks", "Snapshots", "Escalations", "Bulletins",
        "Interviews", "Accountabilities", "LookBacks", "Assessments", "Handovers", "Accreditations", "Explanations", "Batches", "Searches", "Desks",
    ];

    /// <summary>The slice of a full type name under a root namespace; null for the root's own types and for strangers.</summary>
    public static string? SliceOf(string fullName, string root)
    {
        if (!fullName.StartsWith(root + ".", StringComparison.Ordinal))
        {
            return null;
        }

        var rest = fullName[(root.Length + 1)..].Split('.');
        return rest.Length > 1 ? rest[0] : null;
    }
}
