using System.Globalization;

namespace Equalization.Workflow.Core.Lights;

/// <summary>A share from 0 to 100 with at most two decimals, kept as whole hundredths so that databases compare it exactly.</summary>
public readonly record struct Percent : IComparable<Percent>
{
    public static readonly Percent Zero = new(0);

    public static readonly Percent Full = new(10000);

    private Percent(int hundredths) => Hundredths = hundredths;

    public int Hundredths { get; }

    public decimal Value => Hundredths / 100m;

    /// <summary>Refuses a value outside 0–100 or with more than two decimals (percent).</summary>
    public static Percent Of(decimal value)
    {
        var hundredths = value * 100m;
        if (hundredths != decimal.Truncate(hundredths) || hundredths < 0 || hundredths > 10000)
        {
            throw new RuleBroken("percent", "完成比例“{0}”不成立，请填写 0 到 100 之间的数，最多两位小数。", value) { Field = "Percent" };
        }

        return new Percent((int)hundredths);
    }

    public static Percent FromHundredths(int hundredths) => new(Math.Clamp(hundredths, 0, 10000));

    public int CompareTo(Percent other) => Hundredths.CompareTo(other.Hundredths);

    public override string ToString() => Value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
