using System.Globalization;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Indicators;

namespace Equalization.Workflow.Web.Pages.Accreditations;

/// <summary>The self-evaluation as it is typed. Rates are typed in percent; digits may be full width, and a percent sign may stand behind them.</summary>
public sealed class EvaluationForm
{
    public int Version { get; set; }

    public int Year { get; set; }

    public List<ItemRow> Items { get; set; } = [];

    public List<GroupRow> Groups { get; set; } = [];

    public static EvaluationForm Of(EvaluationView shown) => new()
    {
        Version = shown.Version,
        Year = shown.Readiness.Year,
        Items = [.. shown.Readiness.Lines.Where(l => !l.IsComputed).Select(ItemRow.Of)],
        Groups = [.. shown.Groups.Select(name => GroupRow.Of(name, shown.Readiness.Recognition.Groups.FirstOrDefault(g => g.Name == name)))],
    };

    /// <summary>Refuses what is no number (evaluation-number).</summary>
    public EvaluationInput Read(IReadOnlyList<EvaluationLine> lines)
    {
        var known = lines.ToDictionary(l => l.Code);
        return new EvaluationInput(
            Year,
            Items.Select((item, at) => (item, at)).Where(i => i.item.Code is { } code && known.ContainsKey(code)).DistinctBy(i => i.item.Code)
                .ToDictionary(i => i.item.Code!, i => i.item.Read(known[i.item.Code!], $"Items[{i.at}]")),
            [.. Groups.Select((g, at) => new SurveyInput(g.Name ?? "", g.Asked, g.Answered, g.Satisfied) { Field = $"Groups[{at}]" })]);
    }

    public sealed class ItemRow
    {
        public string? Code { get; set; }

        public Verdict? Verdict { get; set; }

        public string? Value { get; set; }

        public string? Words { get; set; }

        public static ItemRow Of(JudgedLine line) => new()
        {
            Code = line.Line.Code,
            Verdict = line.IsStated ? line.Verdict : null,
            Value = line.Value is { } value ? (line.Line.IsShare ? value * 100 : value).ToString("0.########", CultureInfo.InvariantCulture) : null,
            Words = line.Words,
        };

        public ItemInput Read(EvaluationLine line, string field)
        {
            var digits = Value?.Normalize(NormalizationForm.FormKC).Trim().TrimEnd('%').Trim();
            if (string.IsNullOrEmpty(digits))
            {
                return new ItemInput(Verdict, null, Words) { Field = field };
            }

            return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? new ItemInput(Verdict, line.IsShare ? number / 100 : number, Words) { Field = field }
                : throw new RuleBroken("evaluation-number", "“{0}”的数值应不小于 0，小数最多 6 位，请改填。", line.Name) { Field = field };
        }
    }

    public sealed class GroupRow
    {
        public string? Name { get; set; }

        public int? Asked { get; set; }

        public int? Answered { get; set; }

        public int? Satisfied { get; set; }

        public static GroupRow Of(string name, SurveyGroup? group) => new() { Name = name, Asked = group?.Asked, Answered = group?.Answered, Satisfied = group?.Satisfied };
    }
}
