using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Equalization.Workflow.Core.Audits;

namespace Equalization.Workflow.Tests.Audits;

/// <summary>Chains that earlier releases wrote must still verify: the text under the hash may not change by a byte.</summary>
public sealed class AuditTextTests
{
    [Theory]
    [InlineData("签收任务")]
    [InlineData("𠮷林街道“报送”\\进展\"<&'+\t\u0001\u2028")]
    [InlineData("half a sign \uD842 and \uDFB7")]
    [InlineData("")]
    public void A_row_is_hashed_as_the_json_array_of_its_fields(string words)
    {
        var entry = new AuditEntry
        {
            JurisdictionId = Guid.Parse("0190f5a4-7c1e-7b1e-8a35-0242ac120002"),
            Sequence = 49_001,
            At = new DateTime(2022, 12, 31, 15, 59, 59, 7, DateTimeKind.Utc),
            Act = words,
            PersonId = Guid.Parse("0190f5a4-7c1e-7b1e-8a35-0242ac120003"),
            PersonName = words,
            Post = "联络员",
            UnitName = words,
            EntityKind = "TaskUnit",
            EntityId = "1,2",
            Change = "Modified",
            Values = $$"""{"State":[null,"{{words}}"]}""",
            PreviousHash = new string('a', 64),
        };
        object?[] fields =
        [
            entry.PreviousHash, entry.JurisdictionId, entry.Sequence, entry.At.Ticks, entry.Act, entry.PersonId, entry.PersonName, entry.Post, entry.UnitName,
            entry.EntityKind, entry.EntityId, entry.Change, entry.Values,
        ];
        var array = JsonSerializer.SerializeToUtf8Bytes(fields, new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(array)), AuditText.HashOf(entry));
    }
}
