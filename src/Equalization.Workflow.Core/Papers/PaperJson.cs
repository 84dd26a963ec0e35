using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Equalization.Workflow.Core.Papers;

/// <summary>A paper's values as they are kept in the database: JSON with Chinese written plainly.</summary>
public static class PaperJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(PaperDocument paper) => JsonSerializer.Serialize(paper, Options);

    public static PaperDocument Read(string json) =>
        JsonSerializer.Deserialize<PaperDocument>(json, Options) ?? throw new JsonException("A paper's JSON is null.");
}
