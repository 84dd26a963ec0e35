using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.LookBacks;

/// <summary>One drawing: the list of a period's write-offs, the seed, and how many were drawn. One a jurisdiction and period; it is never drawn again.</summary>
public sealed class LookBackDraw
{
    private LookBackDraw()
    {
    }

    public LookBackDraw(LookBackRules rules, ReportPeriod period, IReadOnlyList<string> numbers, string seed, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = rules.JurisdictionId;
        RulesNumber = rules.Number;
        PeriodCode = period.Code;
        FirstDay = period.FirstDay;
        LastDay = period.LastDay;
        List = string.Join('\n', numbers);
        ListHash = LookBackSample.HashOf(List);
        ListSize = numbers.Count;
        Seed = seed;
        SampleSize = rules.SizeOf(numbers.Count);
        DrawnBy = by;
        DrawnAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public int RulesNumber { get; private set; }

    public string PeriodCode { get; private set; } = "";

    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    /// <summary>Numbers of the write-offs, one a line.</summary>
    public string List { get; private set; } = "";

    /// <summary>SHA-256 of the list.</summary>
    public string ListHash { get; private set; } = "";

    public int ListSize { get; private set; }

    public string Seed { get; private set; } = "";

    public int SampleSize { get; private set; }

    public string DrawnBy { get; private set; } = "";

    public DateTime DrawnAt { get; private set; }

    public IReadOnlyList<string> Numbers => List.Length == 0 ? [] : List.Split('\n');

    /// <summary>What seed and list give, computed anew.</summary>
    public IReadOnlyList<string> Drawn => LookBackSample.Draw(Seed, Numbers, SampleSize);

    /// <summary>Whether the list has its hash, and seed and list give the numbers that are on record as drawn.</summary>
    public bool Matches(IEnumerable<string> onRecord) => ListHash == LookBackSample.HashOf(List) && Drawn.ToHashSet().SetEquals(onRecord);
}
