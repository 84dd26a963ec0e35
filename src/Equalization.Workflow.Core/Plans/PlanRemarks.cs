using System.Text.Encodings.Web;
using System.Text.Json;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans;

/// <summary>What a plan version keeps as JSON beside its measures: text that became nothing, and targets of the plan as a whole.</summary>
public static class PlanRemarks
{
    /// <summary>The reason under which the stretch of a deleted measure stands.</summary>
    public const string DeletedReason = "对应的措施已从草稿中删除。";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Pack(IEnumerable<SkippedText> skipped) => JsonSerializer.Serialize(skipped, Json);

    public static string Pack(IEnumerable<DraftTarget> overall) => JsonSerializer.Serialize(overall, Json);

    public static IReadOnlyList<SkippedText> Skipped(string packed) => JsonSerializer.Deserialize<List<SkippedText>>(packed, Json) ?? [];

    public static IReadOnlyList<DraftTarget> Overall(string packed) => JsonSerializer.Deserialize<List<DraftTarget>>(packed, Json) ?? [];
}
