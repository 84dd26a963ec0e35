using System.Security.Cryptography;
using System.Text.Json;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>
/// SHA-256 over what a definition means: members sorted, white space and everything left out that only concerns drawing, the tool or the
/// moment of publishing.
/// Moving a box in the designer changes no hash; changing a port does.
/// </summary>
internal static class DefinitionHash
{
    private static readonly HashSet<string> LeftOut = ["$schema", "metadata", "vertices", "createdAt", "toolVersion", "nodeId", "isLatest", "isPublished"];

    public static string Of(JsonElement definition)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, definition);
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(Means).OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static bool Means(JsonProperty member) => member.Value.ValueKind != JsonValueKind.Null && !LeftOut.Contains(member.Name);
}
