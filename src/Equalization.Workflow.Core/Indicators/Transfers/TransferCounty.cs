namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>The schools of a problem as checked numbers in their order.</summary>
internal sealed class TransferCounty
{
    /// <summary>Units of one school; sums of two of them are still within an int.</summary>
    public const int MostAmount = 1_000_000_000;

    private const int MostPupils = 10_000_000;

    /// <summary>Refuses a school twice (school-twice), pupils that cannot be divided by (pupils) and units out of range (amount).</summary>
    /// <param name="withinGroups">Units stay within a school's group; a school without one takes no part.</param>
    /// <param name="step">How many units a shift of one is.</param>
    public TransferCounty(IReadOnlyList<TransferSchool> schools, bool withinGroups = false, int step = 1)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var school in schools)
        {
            Check(school, seen);
        }

        Schools = schools;
        Pupils = [.. schools.Select(s => s.Pupils)];
        Amounts = [.. schools.Select(s => s.Amount)];
        WithinGroups = withinGroups;
        Step = step;
        Circles = [.. schools.Select(s => withinGroups ? s.Group ?? "" : "")];
        Givable = [.. schools.Select(s => TakesPart(s) ? Math.Min(s.MayGive, Math.Max(0, s.Amount - s.Keeps)) : 0)];
        Receivable = [.. schools.Select(s => TakesPart(s) ? Math.Min(s.MayReceive, step == 1 ? int.MaxValue : (MostAmount - s.Amount) / step) : 0)];
    }

    public int Step { get; }

    public bool WithinGroups { get; }

    /// <summary>For each school the name of the circle within which it gives and receives.</summary>
    public string[] Circles { get; }

    public IReadOnlyList<TransferSchool> Schools { get; }

    public int[] Pupils { get; }

    public int[] Amounts { get; }

    public int[] Givable { get; }

    public int[] Receivable { get; }

    public int Count => Pupils.Length;

    /// <summary>Whether the school is over its line with so many units.</summary>
    public bool IsOver(int school, int amount) => Schools[school].Need is { } need && amount >= need;

    /// <summary>What a school holds with a shift.</summary>
    public int Held(int school, int shift) => Amounts[school] + (shift * Step);

    public int Over(IReadOnlyList<int> shifts) => Enumerable.Range(0, Count).Count(i => IsOver(i, Held(i, shifts[i])));

    /// <summary>The same schools with nothing but whole units to hinder them.</summary>
    public TransferCounty Unbound() =>
        new([.. Schools.Select(s => s with { MayGive = int.MaxValue, MayReceive = int.MaxValue, Keeps = 0 })]);

    /// <summary>The same schools without groups.</summary>
    public TransferCounty Ungrouped() => new(Schools);

    public IReadOnlyList<Shift> Shifts(IReadOnlyList<int> shifts) =>
    [
        .. Schools.Select((s, i) => new Shift(s.Code, s.Amount, Held(i, shifts[i]), IsOver(i, s.Amount), IsOver(i, Held(i, shifts[i])))),
    ];

    private bool TakesPart(TransferSchool school) => !WithinGroups || school.Group is not null;

    private static void Check(TransferSchool school, HashSet<string> seen)
    {
        if (!seen.Add(school.Code))
        {
            throw new RuleBroken("school-twice", "学校“{0}”出现两次。请删去重复的一行后再测算。", school.Code) { Field = "Code" };
        }

        if (school.Pupils is <= 0 or > MostPupils)
        {
            throw new RuleBroken("pupils", "学校“{0}”的学生数 {1} 不能用于测算。请填写大于零的学生数，或将该校排除。", school.Code, school.Pupils);
        }

        if (school.Amount is < 0 or > MostAmount || school.Keeps < 0 || school.MayGive < 0 || school.MayReceive < 0)
        {
            throw new RuleBroken("amount", "学校“{0}”的数量或限额不在允许范围内。请填写不小于零的整数。", school.Code);
        }
    }
}
