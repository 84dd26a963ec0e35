using System.Globalization;

namespace Equalization.Workflow.Core.Indicators.Standards;

/// <summary>
/// A standard as data: thresholds, limits, ratios and exclusions, each with its source. A school year is judged with the set that holds for it. A place may be
/// stricter (<see cref="Stricter"/>), never laxer.
/// </summary>
public sealed class StandardSet
{
    private readonly Dictionary<(string Rule, string Subject, Level? Level), StandardRule> byName;
    private readonly Dictionary<(int Indicator, Level Level), decimal> thresholds;
    private readonly Dictionary<Level, decimal> limits;
    private readonly Dictionary<SchoolType, IReadOnlyDictionary<Level, decimal>> ratios;
    private readonly Dictionary<SchoolType, StandardRule> exclusions;

    public StandardSet(IReadOnlyList<StandardRule> rules)
    {
        Rules = rules;
        byName = rules.Where(r => r.Rule != "allowance").ToDictionary(r => (r.Rule, r.Subject, r.Level));
        Code = Text("set", "code");
        Name = Text("set", "name");
        FromYear = (int)Number("set", "from");
        Indicators = [.. rules.Where(r => r.Rule == "indicator").Select(r => new IndicatorRule((int)Parse(r.Subject), r.Name, Parse(r.Value), r.Unit)).OrderBy(i => i.Number)];
        thresholds = Indicators.SelectMany(i => Levels.Judged.Select(l => (Key: (i.Number, l), Value: Number("threshold", $"{i.Number}", l)))).ToDictionary(t => t.Key, t => t.Value);
        limits = Levels.Judged.ToDictionary(l => l, l => Number("limit", "", l));
        ratios = rules.Where(r => r.Rule == "ratio").GroupBy(TypeOf)
            .ToDictionary(g => g.Key, g => (IReadOnlyDictionary<Level, decimal>)g.ToDictionary(r => r.Level!.Value, r => Parse(r.Value)));
        exclusions = rules.Where(r => r.Rule == "exclude").ToDictionary(TypeOf);
        if (Indicators.Count > 0)
        {
            LeastReached = (int)Number("school", "reached");
            Floor = Number("school", "floor");
            Method = Enum.Parse<CoefficientMethod>(Text("coefficient", "method"), ignoreCase: true);
        }
    }

    public IReadOnlyList<StandardRule> Rules { get; }

    public string Code { get; }

    public string Name { get; }

    /// <summary>The first school year it holds for, by the year in which that begins.</summary>
    public int FromYear { get; }

    public IReadOnlyList<IndicatorRule> Indicators { get; }

    /// <summary>How many indicators must reach their thresholds for a school to pass.</summary>
    public int LeastReached { get; }

    /// <summary>The share of its threshold that every other indicator must reach.</summary>
    public decimal Floor { get; }

    public CoefficientMethod Method { get; }

    public decimal Threshold(int indicator, Level level) => thresholds[(indicator, level)];

    /// <summary>The largest coefficient of variation that passes.</summary>
    public decimal Limit(Level level) => limits[level];

    /// <summary>By what a pupil of each level counts where levels share a school; null for schools of one level.</summary>
    public IReadOnlyDictionary<Level, decimal>? Ratios(SchoolType type) => ratios.GetValueOrDefault(type);

    /// <summary>Whether all schools of the type are left out of the sums.</summary>
    public bool Excludes(SchoolType type) => exclusions.TryGetValue(type, out var rule) && rule.Value == "all";

    /// <summary>Schools of the type with fewer pupils than this are left out of the sums; null for no such rule.</summary>
    public decimal? LeastPupils(SchoolType type) => exclusions.TryGetValue(type, out var rule) && rule.Value != "all" ? Parse(rule.Value) : null;

    /// <summary>Whether a small rural school of so many pupils may count teachers of sports and arts from elsewhere (indicator 3).</summary>
    public bool AllowsMoreTeachers(decimal pupils) => Rules.Where(r => r is { Rule: "allowance", Subject: "3" })
        .All(r => r.Comparison == "less-than" ? pupils < Parse(r.Value) : pupils >= Parse(r.Value));

    /// <summary>A value by its name; the level's own goes before the one for all. Throws <see cref="FormatException"/> when the set has none.</summary>
    public decimal Number(string rule, string subject = "", Level? level = null) => Parse(Text(rule, subject, level));

    /// <summary>
    /// The set with stricter values of a place in their stead. Refuses a laxer one (standard-laxer), a value that is no number (standard-number), a share
    /// above one (standard-fraction) and one that the set does not have (standard-unknown).
    /// </summary>
    public StandardSet Stricter(IEnumerable<StandardRule> local)
    {
        var own = local.ToDictionary(r => (r.Rule, r.Subject, r.Level));
        foreach (var rule in own.Values)
        {
            RequireStricter(rule);
        }

        return new StandardSet([.. Rules.Select(r => own.GetValueOrDefault((r.Rule, r.Subject, r.Level), r))]);
    }

    /// <summary>What a value is of: a threshold bears no name of its own but its indicator's.</summary>
    public string NameOf(StandardRule rule) => rule.Name.Length > 0 ? rule.Name : Rules.FirstOrDefault(r => r.Rule == "indicator" && r.Subject == rule.Subject)?.Name ?? rule.Rule;

    private static decimal Parse(string value) => decimal.Parse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static SchoolType TypeOf(StandardRule rule) => SchoolTypes.Of(rule.Subject) ?? throw new FormatException($"{rule.Rule} {rule.Subject}: no such type of school");

    private void RequireStricter(StandardRule rule)
    {
        if (!byName.TryGetValue((rule.Rule, rule.Subject, rule.Level), out var national))
        {
            throw new RuleBroken("standard-unknown", "标准中没有“{0}”这一项。请从标准表中选择。", rule.Name);
        }

        if (!decimal.TryParse(rule.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            throw new RuleBroken("standard-number", "“{0}”要填数字。请只写数字，不写单位。", NameOf(national)) { Field = "Value" };
        }

        var isLaxer = national.Comparison switch
        {
            "at-least" or "more-than" => value < Parse(national.Value),
            "at-most" or "less-than" => value > Parse(national.Value),
            _ => true,
        };
        if (isLaxer)
        {
            throw new RuleBroken("standard-laxer", "地方标准只能严于国家标准，“{0}”现为 {1}。请填写更严的数值。", NameOf(national), national.Value) { Field = "Value" };
        }

        if (value > 1 && national.Unit.Length == 0 && Parse(national.Value) <= 1)
        {
            throw new RuleBroken("standard-fraction", "“{0}”是比例，应在 0 和 1 之间，现为 {1}。请把百分数写成小数，例如 90% 写成 0.9。", NameOf(national), national.Value) { Field = "Value" };
        }
    }

    private string Text(string rule, string subject, Level? level = null) =>
        byName.TryGetValue((rule, subject, level), out var own) || byName.TryGetValue((rule, subject, null), out own)
            ? own.Value
            : throw new FormatException($"The standard has no value for {rule} {subject} {level}.");
}
