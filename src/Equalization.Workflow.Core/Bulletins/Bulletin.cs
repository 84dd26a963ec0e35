using Equalization.Workflow.Core.Snapshots;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>通报批评 names what is slow, 通报表扬 what was done in time; both are picked by <see cref="BulletinRule"/>.</summary>
public enum BulletinKind
{
    Criticism,
    Praise,
}

/// <summary>
/// Draft: the office writes. FactCheck: the units named confirm or object, line by line. Deciding: that is over, the office answers the objections
/// and signs. Signed: numbered. Published. Dropped: given up before it was signed.
/// </summary>
public enum BulletinState
{
    Draft,
    FactCheck,
    Deciding,
    Signed,
    Published,
    Dropped,
}

/// <summary>To whom it is published; each wider range holds the narrower ones.</summary>
public enum BulletinRange
{
    NamedUnits,
    LeadingGroup,
    AllUnits,
    Public,
}

/// <summary>
/// A bulletin (通报) drafted from one sealed snapshot, whose number, day and hash stand on it. Its lines and its tables are read from the snapshot and
/// cannot be typed; the text is the office's, with placeholders for the figures (<see cref="BulletinText"/>).
/// </summary>
public sealed class Bulletin
{
    public const int LongestTitle = 150;
    public const int LongestText = 3000;

    private readonly List<BulletinLine> lines = [];
    private readonly List<BulletinUnit> units = [];

    private Bulletin()
    {
    }

    internal Bulletin(BulletinKind kind, Snapshot snapshot, string draftedBy, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = snapshot.JurisdictionId;
        Kind = kind;
        SnapshotId = snapshot.Id;
        SnapshotNumber = snapshot.Number;
        SnapshotOn = snapshot.On;
        SnapshotHash = snapshot.Hash;
        DraftedBy = draftedBy;
        DraftedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public BulletinKind Kind { get; private set; }

    public BulletinState State { get; private set; }

    public Guid SnapshotId { get; private set; }

    public int SnapshotNumber { get; private set; }

    public DateOnly SnapshotOn { get; private set; }

    public string SnapshotHash { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Introduction { get; private set; } = "";

    /// <summary>What the units named are asked to do; of a praise, what others may learn.</summary>
    public string Demand { get; private set; } = "";

    /// <summary>Last day, included, by which the demand is to be met; none on a praise.</summary>
    public DateOnly? TermOn { get; private set; }

    /// <summary>Whether the paper carries the ranking; the office's choice.</summary>
    public bool WithRanking { get; private set; }

    public string DraftedBy { get; private set; } = "";

    public DateTime DraftedAt { get; private set; }

    public DateTime? CheckSince { get; private set; }

    /// <summary>Last day, included, on which the units confirm or object.</summary>
    public DateOnly? CheckDueOn { get; private set; }

    public DateTime? CheckEndedAt { get; private set; }

    /// <summary>Such as 通〔2018〕1号; null until signed.</summary>
    public string? Number { get; private set; }

    public string? SignedBy { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>The signed paper.</summary>
    public Guid? PaperId { get; private set; }

    public BulletinRange? Range { get; private set; }

    public string? PublishedBy { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public string? DroppedBecause { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<BulletinLine> Lines => lines;

    public IReadOnlyList<BulletinUnit> Units => units;

    /// <summary>Lines that stand on the paper: all but those dropped, and those the office struck after an objection.</summary>
    public IEnumerable<BulletinLine> Standing => lines.Where(l => l.Stands).OrderBy(l => l.Position);

    internal void Add(BulletinLine line) => lines.Add(line);

    internal void Add(BulletinUnit unit) => units.Add(unit);

    /// <summary>
    /// Refuses once the units have it (bulletin-not-draft), an empty title, introduction or demand (bulletin-text), a placeholder that is none
    /// (bulletin-placeholder), a term that is missing on a criticism or before today (bulletin-term).
    /// </summary>
    public void Write(BulletinWording words, DateOnly today)
    {
        if (State != BulletinState.Draft)
        {
            throw new RuleBroken("bulletin-not-draft", "这份通报已经送核实，文字不能再改。需要改写的，请终止后重新起草。");
        }

        Title = words.Title.Needed(LongestTitle, "标题", new RuleBroken("bulletin-text", "请填写通报标题，写明期间。") { Field = nameof(Title) });
        Introduction = words.Introduction.Needed(
            LongestText, "导语", new RuleBroken("bulletin-text", "请填写导语：依据、截止日期和总体情况。") { Field = nameof(Introduction) });
        Demand = words.Demand.Needed(LongestText, "要求", new RuleBroken("bulletin-text", "请写明要求。") { Field = nameof(Demand) });
        BulletinText.MustBeKnown(Introduction, nameof(Introduction));
        BulletinText.MustBeKnown(Demand, nameof(Demand));
        if (Kind == BulletinKind.Criticism && (words.TermOn is not { } term || term < today))
        {
            throw new RuleBroken("bulletin-term", "请填写今天或以后的整改时限。") { Field = nameof(TermOn) };
        }

        TermOn = Kind == BulletinKind.Criticism ? words.TermOn : null;
        WithRanking = words.WithRanking;
    }

    /// <summary>Puts the lines before the units. Refuses a second time (bulletin-not-draft) and a bulletin without a line (bulletin-empty).</summary>
    public void SendToCheck(DateOnly dueOn, DateTime now)
    {
        if (State != BulletinState.Draft)
        {
            throw new RuleBroken("bulletin-not-draft", "这份通报已经送核实，不需要再次送出。请刷新后查看。");
        }

        if (!Standing.Any())
        {
            throw new RuleBroken("bulletin-empty", "该日的数据快照中没有应当通报的事项，不能送核实。请终止这份通报，或另选一日。");
        }

        State = BulletinState.FactCheck;
        CheckSince = now;
        CheckDueOn = dueOn;
    }

    /// <summary>Refuses once the units have it (bulletin-not-draft).</summary>
    public void MustBeDraft()
    {
        if (State != BulletinState.Draft)
        {
            throw new RuleBroken("bulletin-not-draft", "这份通报已经送核实，不能再移出条目。有异议的条目在核实结束后办理。");
        }
    }

    /// <summary>Refuses outside the fact check (check-over): what comes later is not lost, the unit is told where to turn.</summary>
    public void MustBeInCheck()
    {
        if (State != BulletinState.FactCheck)
        {
            throw new RuleBroken("check-over", "事实核实已经结束，不能再确认或提出异议。仍有不同意见的，请书面报送领导小组办公室。");
        }
    }

    /// <summary>Ends the fact check: what nobody answered counts as told, by the rule.</summary>
    public void EndCheck(DateTime now)
    {
        if (State != BulletinState.FactCheck)
        {
            return;
        }

        State = BulletinState.Deciding;
        CheckEndedAt = now;
        lines.ForEach(l => l.CountAsTold());
    }

    /// <summary>Refuses while the office need not yet, or need no longer, answer objections (bulletin-not-deciding).</summary>
    public void MustBeDeciding()
    {
        if (State != BulletinState.Deciding)
        {
            throw new RuleBroken("bulletin-not-deciding", State is BulletinState.Draft or BulletinState.FactCheck
                ? "事实核实尚未结束，请待各单位答复或期限届满后办理。"
                : "这份通报已经签发或终止，不能再办理这一步。请刷新后查看。");
        }
    }

    /// <summary>
    /// Refuses while the check runs or after it is signed (bulletin-not-deciding), with objections unanswered (objections-open), with no line left
    /// (bulletin-empty).
    /// </summary>
    public void MustBeReadyToSign()
    {
        MustBeDeciding();
        var open = lines.Count(l => l is { Stands: true, Check: CheckState.Objected, Answer: null });
        if (open > 0)
        {
            throw new RuleBroken("objections-open", "还有 {0} 条异议没有答复，不能签发。请逐条写明更正、删去或维持。", open);
        }

        if (!Standing.Any())
        {
            throw new RuleBroken("bulletin-empty", "所列事项已经全部删去，不能签发。请终止这份通报。");
        }
    }

    public void Sign(string number, Guid? paperId, string by, DateTime now)
    {
        MustBeReadyToSign();
        State = BulletinState.Signed;
        (Number, PaperId, SignedBy, SignedAt) = (number, paperId, by, now);
    }

    /// <summary>Refuses before it is signed and a second time (bulletin-not-signed).</summary>
    public void Publish(BulletinRange range, string by, DateTime now)
    {
        if (State != BulletinState.Signed)
        {
            throw new RuleBroken("bulletin-not-signed", State == BulletinState.Published
                ? "这份通报已经印发，不需要再次印发。"
                : "这份通报尚未签发，不能印发。请先签发。");
        }

        State = BulletinState.Published;
        (Range, PublishedBy, PublishedAt) = (range, by, now);
    }

    /// <summary>Refuses once it is signed (bulletin-signed) and without a reason (drop-reason).</summary>
    public void Drop(string? reason)
    {
        if (State is BulletinState.Signed or BulletinState.Published or BulletinState.Dropped)
        {
            throw new RuleBroken("bulletin-signed", "已经签发或终止的通报不能终止。需要更正的，请另行印发。");
        }

        DroppedBecause = reason.Needed(500, "终止理由", new RuleBroken("drop-reason", "请写明终止的理由。") { Field = "Reason" });
        State = BulletinState.Dropped;
    }
}

/// <summary>What the office may write on a draft.</summary>
public sealed record BulletinWording(string? Title, string? Introduction, string? Demand, DateOnly? TermOn, bool WithRanking);
