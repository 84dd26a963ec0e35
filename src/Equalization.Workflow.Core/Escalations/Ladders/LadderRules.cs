using System.Globalization;
using System.Runtime.CompilerServices;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Escalations.Ladders;

/// <summary>
/// The ladder of a rule set: one rule for each rung and risk class. It is part of the rule set by which a task was issued, so a task keeps its
/// ladder whatever is put in force later.
/// </summary>
public sealed record LadderRules(IReadOnlyList<LadderRule> Rules)
{
    private const int Parts = 8;

    private static readonly ConditionalWeakTable<RuleSet, LadderRules> Known = [];

    /// <summary>ESCALATION.md §1 with the terms of §3 and §6; the closer a task is watched, the shorter.</summary>
    public static LadderRules Default { get; } = new([.. Of(RiskClass.General, 5, 10, 10, 10, 20), .. Of(RiskClass.Key, 3, 7, 5, 7, 15), .. Of(RiskClass.HighRisk, 2, 5, 3, 5, 10)]);

    /// <summary>The ladder of a rule set, read once a set, which never changes. Sets from before ladders were data get the default with the terms they name.</summary>
    public static LadderRules Of(RuleSet set) => Known.GetValue(set, Read);

    private static LadderRules Read(RuleSet set) => set.Ladder.Length > 0
        ? Unpack(set.Ladder)
        : new([.. Default.Rules.Select(r => r.Rung switch
        {
            Rung.Urge => r with { Term = set.UrgeTermWorkingDays, Signer = set.UrgeByItself ? LadderSigner.Program : LadderSigner.Office },
            Rung.Supervision => r with { Term = set.SupervisionTermWorkingDays },
            Rung.Letter or Rung.Bulletin or Rung.Interview or Rung.Accountability => r,
        })]);

    public LadderRule Of(Rung rung, RiskClass risk) => Rules.First(r => r.Rung == rung && r.Risk == risk);

    /// <summary>The lowest rung that runs for the class, at <paramref name="from"/> or above it; null past the top.</summary>
    public Rung? First(RiskClass risk, Rung from = Rung.Urge) =>
        Rules.Where(r => r.Risk == risk && r.Runs && r.Rung >= from).OrderBy(r => r.Rung).Select(r => (Rung?)r.Rung).FirstOrDefault();

    /// <summary>The lowest rung that runs above this one; null at the top.</summary>
    public Rung? Next(RiskClass risk, Rung above) => above == Rung.Accountability ? null : First(risk, above + 1);

    /// <summary>
    /// The same rules in their one order. Refuses a table that is not whole (ladder-whole), a class without a rung (ladder-none), days out of bounds
    /// (ladder-days) and a rung that would leave without a signature (ladder-signer).
    /// </summary>
    public LadderRules Checked()
    {
        var all = Rules.OrderBy(r => r.Risk).ThenBy(r => r.Rung).ToList();
        if (all.Count != Enum.GetValues<Rung>().Length * Enum.GetValues<RiskClass>().Length || all.DistinctBy(r => (r.Rung, r.Risk)).Count() != all.Count)
        {
            throw new RuleBroken("ladder-whole", "每个风险等级的每一级都要有一条规则。请补齐后再保存。");
        }

        foreach (var risk in Enum.GetValues<RiskClass>().Where(r => First(r) is null))
        {
            throw new RuleBroken("ladder-none", "每个风险等级至少启用一级。请至少勾选一级。") { Field = FieldOf(Rung.Urge, risk, nameof(LadderRule.Runs)) };
        }

        all.ForEach(Check);
        return new LadderRules(all);
    }

    /// <summary>As stored: General.Urge:1,1,1,5,Program,0,0,0;…</summary>
    public string Pack() => string.Join(';', Rules.Select(r => string.Create(CultureInfo.InvariantCulture,
        $"{r.Risk}.{r.Rung}:{(r.Runs ? 1 : 0)},{r.AfterSilence},{r.AfterAnswer},{r.Term},{r.Signer},{(r.TellsLeader ? 1 : 0)},{r.RepeatEvery},{r.RepeatMost}")));

    public static LadderRules Unpack(string packed) => new(
    [
        .. packed.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var (place, cells) = (line.Split(':')[0].Split('.'), line.Split(':')[1].Split(','));
            if (cells.Length != Parts)
            {
                throw new FormatException("A ladder has eight values a rung: " + line);
            }

            return new LadderRule(
                Enum.Parse<Rung>(place[1]), Enum.Parse<RiskClass>(place[0]), cells[0] == "1", Number(cells[1]), Number(cells[2]), Number(cells[3]),
                Enum.Parse<LadderSigner>(cells[4]), cells[5] == "1", Number(cells[6]), Number(cells[7]));
        }),
    ]);

    /// <summary>The field of a form in which a value is written.</summary>
    public static string FieldOf(Rung rung, RiskClass risk, string value) => $"Cells[{risk}.{rung}].{value}";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void Check(LadderRule rule)
    {
        Within(rule, rule.AfterSilence, 1, LadderRule.MostDays, nameof(rule.AfterSilence));
        Within(rule, rule.AfterAnswer, 1, LadderRule.MostDays, nameof(rule.AfterAnswer));
        Within(rule, rule.Term, rule.AsksForAnswer ? 1 : 0, rule.AsksForAnswer ? LadderRule.MostDays : 0, nameof(rule.Term));
        Within(rule, rule.RepeatEvery, 0, rule.AsksForAnswer ? LadderRule.MostDays : 0, nameof(rule.RepeatEvery));
        Within(rule, rule.RepeatMost, 0, rule.AsksForAnswer ? LadderRule.MostRepeats : 0, nameof(rule.RepeatMost));
        if (rule.Signer == LadderSigner.Program && rule.Rung != Rung.Urge)
        {
            throw new RuleBroken("ladder-signer", "只有催办可以由系统自动发出，其他各级须由人签发。请改选签发人。")
            {
                Field = FieldOf(rule.Rung, rule.Risk, nameof(rule.Signer)),
            };
        }
    }

    private static void Within(LadderRule rule, int value, int least, int most, string name)
    {
        if (value < least || value > most)
        {
            throw new RuleBroken("ladder-days", "此处应填 {0} 至 {1}，请改填。", least, most) { Field = FieldOf(rule.Rung, rule.Risk, name) };
        }
    }

    private static IEnumerable<LadderRule> Of(RiskClass risk, int urge, int supervision, int afterAnswer, int interview, int accountability) =>
    [
        new(Rung.Urge, risk, true, 1, 1, urge, LadderSigner.Program, false, 0, 0),
        new(Rung.Supervision, risk, true, 1, 1, supervision, LadderSigner.Office, false, 0, 0),
        new(Rung.Letter, risk, true, 1, afterAnswer, supervision, LadderSigner.Leader, true, 0, 0),
        new(Rung.Bulletin, risk, true, 1, afterAnswer, 0, LadderSigner.Office, true, 0, 0),
        new(Rung.Interview, risk, true, interview, interview, 0, LadderSigner.Leader, true, 0, 0),
        new(Rung.Accountability, risk, true, accountability, accountability, 0, LadderSigner.Leader, true, 0, 0),
    ];
}
