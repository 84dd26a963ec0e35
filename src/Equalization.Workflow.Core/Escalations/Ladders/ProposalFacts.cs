using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Core.Escalations.Ladders;

/// <summary>The last urge of the unit in this matter.</summary>
public sealed record UrgeFact(DateOnly On, bool IsAnswered);

/// <summary>A rung that left before: its paper, where it has one, with the answer to it.</summary>
public sealed record PaperFact(Rung Rung, string? Number, DateOnly On, DateOnly? AnswerDueOn, DateOnly? AnsweredOn, int Returns);

/// <summary>Who let the ladder go on from this higher rung, and why.</summary>
public sealed record StartFact(string By, string Because);

/// <summary>
/// All that a proposal rests on, as values: the rule with its version, days, working days and who held them, what was done before the instant. Kept
/// with the proposal; its sentence, the draft and the annexes of the paper are made from it, and it can be read again from the database
/// (<see cref="LadderFacts"/>).
/// </summary>
/// <param name="Overdue">Working days after the passed day up to that of the sheet.</param>
/// <param name="Sheet">The lead unit's, with the clauses that applied.</param>
public sealed record ProposalFacts(
    LadderRule Rule, DateOnly FirstDueOn, DateOnly DueOn, int DueMoves, int Overdue, UrgeFact? Urge, IReadOnlyList<PaperFact> Papers, StartFact? Start, WhySheet Sheet)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly JsonSerializerOptions Stored = new(Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutText } },
    };

    /// <summary>The facts in one sentence after another, in the words of their day.</summary>
    public string Sentence()
    {
        var facts = new List<string> { TextArguments.Fill("{0} 牵头的任务 {1} 期限 {2} 已过，逾期 {3} 个工作日", Sheet.Unit, Sheet.TaskNumber, DueOn, Overdue) };
        if (DueMoves > 0)
        {
            facts.Add(TextArguments.Fill("首次期限 {0}，期限改定 {1} 次", FirstDueOn, DueMoves));
        }

        if (Urge is { } urge)
        {
            facts.Add(TextArguments.Fill(urge.IsAnswered ? "{0} 催办，已答复催办，仍未办结" : "{0} 催办，未答复催办，仍未办结", urge.On));
        }

        facts.AddRange(Papers.Select(Sentence));
        if (Start is { } start)
        {
            facts.Add(TextArguments.Fill("{0} 决定直接启动本级，理由：{1}", start.By, start.Because));
        }

        return string.Join("；", facts) + TextArguments.Fill("（规则第 {0} 版）。", Sheet.RuleSetNumber) + (Sheet.Late.WorkingDays > 0 ? "时长归属：" + Sheet.Late.Sentence : "");
    }

    /// <summary>As kept: of the count only the days that depart from the week.</summary>
    public string Write() => JsonSerializer.Serialize(new Kept(this with { Sheet = Sheet with { Count = Sheet.Count with { Days = [] } } }, Sheet.Count.Named()), Stored);

    public static ProposalFacts Read(string json)
    {
        var kept = JsonSerializer.Deserialize<Kept>(json, Options) ?? throw new JsonException("The facts of a proposal are null.");
        var count = kept.Facts.Sheet.Count;
        return kept.Facts with
        {
            Sheet = kept.Facts.Sheet with { Count = WhyCount.Of(count.Meaning.Format, count.After, count.To, new WorkingCalendar(kept.Named)) },
        };
    }

    /// <summary>Which of the facts are not the same in another reading; empty when all are.</summary>
    public IReadOnlyList<FactDifference> DifferencesTo(ProposalFacts other)
    {
        (string Name, Func<ProposalFacts, object?> Value)[] compared =
        [
            ("任务", f => new { f.Sheet.TaskId, f.Sheet.TaskNumber, f.Sheet.TaskTitle, f.Sheet.Unit }),
            ("规则", f => new { f.Rule, f.Sheet.RuleSetNumber, f.Sheet.Rules }),
            ("期限", f => new { f.FirstDueOn, f.DueOn, f.DueMoves }),
            ("亮灯", f => new { f.Sheet.Light, f.Sheet.Reason, f.Sheet.Silent }),
            ("日期", f => f.Sheet.Dates),
            ("工作日", f => new { f.Overdue, f.Sheet.Count, f.Sheet.UnknownYears }),
            ("时长归属", f => new { f.Sheet.Holders, f.Sheet.Late }),
            ("催办", f => f.Urge),
            ("已发文书", f => f.Papers),
            ("直接启动", f => f.Start),
            ("经过", f => f.Sheet.Events),
        ];
        return
        [
            .. compared.Select(c => new FactDifference(c.Name, JsonSerializer.Serialize(c.Value(this), Options), JsonSerializer.Serialize(c.Value(other), Options)))
                .Where(d => d.Kept != d.ReadAgain),
        ];
    }

    internal static string Sentence(PaperFact paper)
    {
        switch (paper.Rung)
        {
            case Rung.Bulletin:
                return TextArguments.Fill("{0} 批准列入通报", paper.On);
            case Rung.Interview:
                return TextArguments.Fill("{0} 批准约谈", paper.On);
            case Rung.Accountability:
                return TextArguments.Fill("{0} 批准提出问责建议", paper.On);
            case Rung.Urge or Rung.Supervision or Rung.Letter:
                var answer = paper.AnsweredOn is { } day ? TextArguments.Fill("{0} 答复", day) : TextArguments.Fill("答复期限 {0}，未答复", paper.AnswerDueOn ?? paper.On);
                return TextArguments.Fill(paper.Rung == Rung.Letter ? "{0} 发督办函 {1}，{2}" : "{0} 发督办通知单 {1}，{2}", paper.On, paper.Number ?? "", answer)
                    + (paper.Returns > 0 ? TextArguments.Fill("，答复被退回 {0} 次", paper.Returns) : "");
        }

        throw new InvalidOperationException("An unknown rung: " + paper.Rung);
    }

    /// <summary>A sentence is kept as its format and arguments; its text follows from them.</summary>
    private static void WithoutText(JsonTypeInfo type)
    {
        if (type.Type == typeof(Said) && type.Properties.FirstOrDefault(p => p.Name == nameof(Said.Text)) is { } text)
        {
            type.Properties.Remove(text);
        }
    }

    private sealed record Kept(ProposalFacts Facts, IReadOnlyList<CalendarDay> Named);
}

/// <summary>A fact that is not the same when read again; both readings as JSON.</summary>
public sealed record FactDifference(string Name, string Kept, string ReadAgain);
