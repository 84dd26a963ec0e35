using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Contents;

namespace Equalization.Workflow.Core.Amendments;

/// <summary>Withdrawal: 撤回. Hold: 中止, the clock stands still. Resumption: 恢复, it runs again. ExtensionUndone and WriteOffUndone put a wrong decision right. The last three end a task for others.</summary>
public enum AmendmentKind
{
    Withdrawal,
    Hold,
    Resumption,
    ExtensionUndone,
    WriteOffUndone,
    ContentAmended,
    LeadMoved,
    Split,
    Merged,
    Reissued,
    DueMoved,
    CooperatingChanged,
}

/// <summary>What of a task a decision touched, as plain values; null where it was not touched.</summary>
public sealed record AmendedFacts
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public TaskState? State { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? HeldSince { get; init; }

    /// <summary>The body waited for while it is held.</summary>
    public string? AwaitedBody { get; init; }

    /// <summary>Working days held, by which the days to come moved.</summary>
    public int? WorkingDays { get; init; }

    /// <summary>Who asked for the completion that the decision ended.</summary>
    public string? CompletionAskedBy { get; init; }

    /// <summary>The day asked for in the extension that the decision ended.</summary>
    public DateOnly? ExtensionAskedTo { get; init; }

    public Guid? LeadUnitId { get; init; }

    /// <summary>The lead unit's name as it stood.</summary>
    public string? Lead { get; init; }

    /// <summary>Names of the cooperating units.</summary>
    public string? Cooperating { get; init; }

    /// <summary>Number of the text that held (<see cref="TaskContent"/>).</summary>
    public int? Content { get; init; }

    /// <summary>Numbers of the tasks that go on for it.</summary>
    public string? Successors { get; init; }

    /// <summary>Number of the write-off that the decision revoked.</summary>
    public string? WriteOff { get; init; }

    public static AmendedFacts Read(string json) => JsonSerializer.Deserialize<AmendedFacts>(json, Options) ?? new AmendedFacts();

    public string Write() => JsonSerializer.Serialize(this, Options);
}

/// <summary>
/// One decision of the office that changes what was issued, with what the task was before and after it. Never edited and never deleted: what was wrong is put
/// right by another.
/// </summary>
public sealed class Amendment
{
    public const int LongestReason = 1000;
    public const int LongestBody = 100;

    private Amendment()
    {
    }

    /// <summary>Refuses an empty reason (amendment-reason).</summary>
    public Amendment(AnnualTask task, AmendmentKind kind, string? reason, DateOnly fromOn, Guid byId, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = task.JurisdictionId;
        TaskId = task.Id;
        Kind = kind;
        Reason = reason.Needed(LongestReason, "理由", new RuleBroken("amendment-reason", "请写明理由和依据，各单位都将看到。") { Field = nameof(Reason) });
        (FromOn, ById, By, At) = (fromOn, byId, by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    public AmendmentKind Kind { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The first day for which it holds; a hold may begin before it was decided.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary><see cref="AmendedFacts"/> as JSON.</summary>
    public string Before { get; private set; } = "{}";

    public string After { get; private set; } = "{}";

    public Guid ById { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>Puts down what it changed, once, in the act itself.</summary>
    internal void Changes(AmendedFacts before, AmendedFacts after) => (Before, After) = (before.Write(), after.Write());
}
