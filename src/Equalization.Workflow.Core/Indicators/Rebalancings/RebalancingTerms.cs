using System.Text.Encodings.Web;
using System.Text.Json;
using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Core.Indicators.Rebalancings;

/// <summary>Which coefficient of which county and school year is to be brought under its limit.</summary>
public sealed record RebalancingTopic(int Year, string County, Level Level, int Indicator)
{
    /// <summary>Teachers are moved between schools; of everything else more is added.</summary>
    public bool MovesTeachers => CountyTransfers.CountsTeachers(Indicator);
}

/// <summary>What a person sets for the search. Schools are told by their codes.</summary>
public sealed record RebalancingTerms
{
    /// <summary>More than this is no plan that a county would carry out, and makes the search long.</summary>
    public const int MostExtraMoves = 200;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Percent of a school's teachers that may leave it.</summary>
    public int MayGive { get; init; } = 20;

    /// <summary>Teachers that every school keeps.</summary>
    public int Keeps { get; init; } = 1;

    /// <summary>Moves, or additions, beyond the least, spent on bringing more schools over their line.</summary>
    public int Extra { get; init; }

    public bool WithinGroups { get; init; }

    /// <summary>What is added at a time, as the data counts it: ㎡, 元, rooms.</summary>
    public decimal Step { get; init; } = 1;

    /// <summary>Schools that neither give nor receive.</summary>
    public IReadOnlyList<string> Fixed { get; init; } = [];

    /// <summary>The group (片区) of each school that has one.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; init; } = new Dictionary<string, string>();

    internal string Pack() => JsonSerializer.Serialize(this, Json);

    internal static RebalancingTerms Unpack(string packed) => JsonSerializer.Deserialize<RebalancingTerms>(packed, Json) ?? throw new JsonException("The terms of a search are null.");
}
