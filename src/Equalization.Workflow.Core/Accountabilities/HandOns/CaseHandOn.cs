namespace Equalization.Workflow.Core.Accountabilities.HandOns;

/// <summary>What the office does with a decided case towards other bodies.</summary>
public enum HandOnKind
{
    /// <summary>移交: organisational measures, discipline and legal liability are dealt with by the body in charge of them.</summary>
    Transfer,

    /// <summary>备案: the office files its accountability with the one above.</summary>
    Filing,
}

/// <summary>That a decided case was handed on: to which body, under which number, on which day, and what. Never changed.</summary>
[KeptToCase]
public sealed class CaseHandOn
{
    public const int LongestWhat = 1000;

    private CaseHandOn()
    {
    }

    /// <summary>
    /// Refuses before the decision (case-step), without a body (hand-on-body), a transfer without saying what (hand-on-what), and a day before the decision or
    /// after today (hand-on-day).
    /// </summary>
    internal CaseHandOn(AccountabilityCase about, HandOnOrder order, string by, DateTime now)
    {
        about.MustBe(CaseState.Decided, "决定登记之后、归档之前才能登记移交和备案。请刷新后查看。");
        Id = Guid.CreateVersion7();
        (JurisdictionId, CaseId, Kind) = (about.JurisdictionId, about.Id, order.Kind);
        Body = order.Body.Needed(100, "机关", new RuleBroken("hand-on-body", "请填写接受移交或者备案的机关。") { Field = "HandOnBody" });
        Number = order.Number.Within(60, "文号", "HandOnNumber");
        What = order.Kind == HandOnKind.Transfer
            ? order.What.Needed(LongestWhat, "移交事项", new RuleBroken("hand-on-what", "请写明移交的事项和材料。") { Field = "HandOnWhat" })
            : order.What.Within(LongestWhat, "说明", "HandOnWhat");
        if (order.On is not { } on || on < about.DecidedOn || on > ChinaTime.DayOf(now))
        {
            throw new RuleBroken("hand-on-day", "日期应在决定日期至今天之间，请改填。") { Field = "HandOnOn" };
        }

        (On, By, At) = (on, by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid CaseId { get; private set; }

    public HandOnKind Kind { get; private set; }

    public string Body { get; private set; } = "";

    /// <summary>Of the letter, or of the receipt that the body gave.</summary>
    public string? Number { get; private set; }

    public string? What { get; private set; }

    public DateOnly On { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}

/// <summary>What is recorded of a transfer or a filing.</summary>
public sealed record HandOnOrder(HandOnKind Kind, string? Body, string? Number, DateOnly? On, string? What);
