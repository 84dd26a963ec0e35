using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Revisions;

/// <summary>What of a task a proposal is about, as plain values of the day it was made; null what it is not about.</summary>
public sealed record RevisionFacts
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public TaskText? Text { get; init; }

    public UnitName? Lead { get; init; }

    /// <summary>The cooperating units that take part.</summary>
    public IReadOnlyList<UnitName>? Cooperating { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>For a task to be issued: who leads it, one task each.</summary>
    public IReadOnlyList<UnitName>? Leads { get; init; }

    /// <summary>Of a task that is to end.</summary>
    public TaskState? State { get; init; }

    /// <summary>Why the edition's measure cannot be carried out as it stands, in words for the office: a unit that is not on the list.</summary>
    public string? Obstacle { get; init; }

    /// <summary>The edition's units as written, where they could not all be found on the list.</summary>
    public string? AsWritten { get; init; }

    [JsonIgnore]
    public IEnumerable<Guid> Concerned => new[] { Lead }.OfType<UnitName>().Concat(Cooperating ?? []).Concat(Leads ?? []).Select(u => u.Id);

    public static RevisionFacts Read(string json) => JsonSerializer.Deserialize<RevisionFacts>(json, Options) ?? new RevisionFacts();

    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>Whether the task is still, in all that this says, what it was.</summary>
    public bool HoldsOf(AnnualTask task) =>
        (Text is null || Text == task.Text)
        && (Lead is null || Lead.Id == task.LeadUnitId)
        && (State is null || (State == TaskState.UnderReview) == (task.State == TaskState.UnderReview))
        && (DueOn is null || DueOn == task.CurrentDueOn)
        && (Cooperating is null || Cooperating.Select(u => u.Id).ToHashSet().SetEquals(CooperatingOf(task)));

    /// <summary>The cooperating units that take part in a task now.</summary>
    public static IEnumerable<Guid> CooperatingOf(AnnualTask task) => task.Units.Where(u => u is { Role: UnitRole.Cooperating, TakesPart: true }).Select(u => u.UnitId);
}
