namespace Equalization.Workflow.Core.Accountabilities.Rights;

/// <summary>
/// The legal terms of accountability as versioned data, each with the source it rests on (国教督〔2021〕2号 and its official answers). A case keeps the
/// version it was opened under. Calendar days.
/// </summary>
public sealed class AccountabilityRules
{
    public const int LongestSource = 300;
    public const int MostDays = 1000;

    private readonly List<AccountabilityTerm> terms = [];

    private AccountabilityRules()
    {
    }

    /// <summary>Refuses a set that does not name every term once (term-missing), days outside 1 to 1,000 (term-days) and a term without a source (term-source).</summary>
    public AccountabilityRules(Guid jurisdictionId, int number, IReadOnlyCollection<TermValue> values, string? note, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Number = number;
        Note = note.Within(LongestSource, "说明", nameof(Note)) ?? "";
        By = by;
        CreatedAt = now;
        foreach (var kind in Enum.GetValues<CaseTerm>())
        {
            var value = values.SingleOrDefault(v => v.Kind == kind) ?? throw new RuleBroken("term-missing", "每一项期限都要填写。请补齐后再发布。");
            if (value.Days is < 1 or > MostDays)
            {
                throw new RuleBroken("term-days", "期限应为 1 至 {0} 日，请改填。", MostDays) { Field = FieldOf(kind, nameof(TermValue.Days)) };
            }

            var field = FieldOf(kind, nameof(TermValue.Source));
            var source = value.Source.Within(LongestSource, "依据", field) ?? throw new RuleBroken("term-source", "请写明这项期限的依据；没有查实的，写明“待查实”。") { Field = field };
            terms.Add(new AccountabilityTerm(this, kind, value.Days, source));
        }
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>1 for the first; the highest is in force for new cases.</summary>
    public int Number { get; private set; }

    public string Note { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public IReadOnlyList<AccountabilityTerm> Terms => terms;

    /// <summary>ESCALATION.md §7; the term of the statement is not told by any source.</summary>
    public static IReadOnlyList<TermValue> DefaultValues { get; } =
    [
        new(CaseTerm.Inquiry, 60, "国教督〔2021〕2号官方问答：督导结束后60日内完成调查认定（单一来源）"),
        new(CaseTerm.Statement, 10, "待查实：来源只说应当听取陈述申辩，没有写明期限"),
        new(CaseTerm.Review, 30, "国教督〔2021〕2号官方问答：收到问责决定之日起30日内（单一来源）"),
        new(CaseTerm.ReviewAnswer, 30, "国教督〔2021〕2号官方问答：30日内作出复核决定（单一来源）"),
        new(CaseTerm.AppealAfterReview, 15, "国教督〔2021〕2号官方问答：收到复核决定之日起15日内（单一来源）"),
        new(CaseTerm.Appeal, 15, "国教督〔2021〕2号官方问答：不经复核，收到问责决定之日起15日内（单一来源）"),
        new(CaseTerm.AppealAnswer, 60, "国教督〔2021〕2号官方问答：60日内作出申诉处理决定（单一来源）"),
        new(CaseTerm.Correction, 15, "国教督〔2021〕2号官方问答：原问责单位15日内纠正（单一来源）"),
        new(CaseTerm.RepeatWindow, 365, "国教督〔2021〕2号官方问答：一年内两次及以上被问责的从重（单一来源）"),
        new(CaseTerm.RemindBefore, 3, "本系统设置：期限届满前提醒双方"),
    ];

    public static AccountabilityRules Default(Guid jurisdictionId, DateTime now) => new(jurisdictionId, 1, DefaultValues, "默认期限", "系统", now);

    public int Days(CaseTerm kind) => Of(kind).Days;

    public AccountabilityTerm Of(CaseTerm kind) => terms.Single(t => t.Kind == kind);

    /// <summary>The last day, included, of a term that begins with an act on the day given.</summary>
    public DateOnly EndOf(CaseTerm kind, DateOnly from) => from.AddDays(Days(kind));

    /// <summary>The field of a form in which a value is written.</summary>
    public static string FieldOf(CaseTerm kind, string value) => $"Terms[{(int)kind}].{value}";
}

/// <summary>A term as it is typed.</summary>
public sealed record TermValue(CaseTerm Kind, int Days, string? Source);

/// <summary>One term of a version, with the source it rests on.</summary>
public sealed class AccountabilityTerm
{
    private AccountabilityTerm()
    {
    }

    internal AccountabilityTerm(AccountabilityRules rules, CaseTerm kind, int days, string source) =>
        (RulesId, JurisdictionId, Kind, Days, Source) = (rules.Id, rules.JurisdictionId, kind, days, source);

    public Guid RulesId { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public CaseTerm Kind { get; private set; }

    public int Days { get; private set; }

    public string Source { get; private set; } = "";
}
