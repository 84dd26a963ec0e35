using System.Text.Json;
using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Runtime;

internal enum StimulusKind
{
    /// <summary>Begins the instance.</summary>
    Start,

    /// <summary>Resumes bookmarks: an event, a timer, the end of a child.</summary>
    Resume,

    /// <summary>Runs an activity again whose Fault stopped the instance.</summary>
    Rerun,
}

/// <summary>What sets a burst going. Kept as JSON by an incident, so that a retry can apply it again.</summary>
internal sealed record Stimulus(StimulusKind Kind, string Cause)
{
    public IReadOnlyList<Guid> Bookmarks { get; init; } = [];

    public JsonElement? Payload { get; init; }

    public int Frame { get; init; }

    public string? ActivityId { get; init; }

    public static Stimulus Resume(string cause, object? payload, params IReadOnlyList<Guid> bookmarks) => new(StimulusKind.Resume, cause)
    {
        Bookmarks = bookmarks,
        Payload = payload is null ? null : (JsonElement?)DataTypes.Convert(Plain(payload), typeof(JsonElement)),
    };

    public string Write() => JsonSerializer.Serialize(this, Json.Options);

    public static Stimulus Read(string json) => JsonSerializer.Deserialize<Stimulus>(json, Json.Options)!;

    // A text is a value here, not a piece of JSON to be parsed.
    private static object Plain(object payload) => payload is string text ? JsonSerializer.SerializeToElement(text, Json.Options) : payload;
}
