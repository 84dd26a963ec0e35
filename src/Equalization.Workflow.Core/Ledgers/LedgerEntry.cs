using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Ledgers.Findings;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>Open, or written off (销账), for which <see cref="WriteOffGround"/> says on what ground.</summary>
public enum LedgerState
{
    Open,
    WrittenOff,
}

/// <summary>Data: a later school year's figure passes. Reason: the office ended it and recorded why.</summary>
public enum WriteOffGround
{
    Data,
    Reason,
}

/// <summary>
/// A gap in the ledger (差距台账, 一校一台账), of a school or of the county (主要差距), with what it was when found, what the newest data says, and the measure taken for
/// it (一校一策). It is written off when the data of a later school year passes, or with a recorded reason.
/// </summary>
public sealed class LedgerEntry
{
    /// <summary>Decimal places of kept values.</summary>
    public const int Digits = 10;

    public const int LongestText = 500;
    public const int LongestMeasure = 1000;
    public const int LongestResponsible = 100;

    private LedgerEntry()
    {
    }

    /// <summary>A gap that the data of a school year shows.</summary>
    public LedgerEntry(Guid jurisdictionId, GapNumber number, GapFinding finding, string by, DateTime now)
        : this(jurisdictionId, number, finding.Key, GapSource.Computed, finding.Year, text: null, by, now)
    {
        (ValueFound, Bound) = (finding.KeptValue, finding.Bound);
        Book(finding);
    }

    /// <summary>A gap that self-evaluation or inspection found; the data may not show it. Refuses an empty description (ledger-text).</summary>
    public LedgerEntry(Guid jurisdictionId, GapNumber number, GapKey key, GapSource source, int yearFound, string? text, GapFinding? finding, string by, DateTime now)
        : this(jurisdictionId, number, key, source, yearFound,
            text.Needed(LongestText, "问题描述", new RuleBroken("ledger-text", "请写明发现了什么问题、差多少。") { Field = nameof(Text) }), by, now)
    {
        (ValueFound, Bound) = (finding?.KeptValue, finding?.Bound);
        if (finding is not null)
        {
            Book(finding);
        }
    }

    private LedgerEntry(Guid jurisdictionId, GapNumber number, GapKey key, GapSource source, int yearFound, string? text, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Number = number.ToString();
        (SchoolId, County, Kind, Indicator, Level) = key;
        (Source, YearFound, Text, OpenedBy, OpenedAt) = (source, yearFound, text, by, now);
        StandingKey = key.Kind == GapKind.Other ? null : key.Text;
        LatestVerdict = Verdict.Unknown;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>A <see cref="GapNumber"/> as written.</summary>
    public string Number { get; private set; } = "";

    public Guid? SchoolId { get; private set; }

    /// <summary>The county in whose ledger it stands.</summary>
    public string County { get; private set; } = "";

    public GapKind Kind { get; private set; }

    /// <summary>The standard's number of the indicator; 0 where the kind has none.</summary>
    public int Indicator { get; private set; }

    public Level? Level { get; private set; }

    public GapSource Source { get; private set; }

    /// <summary>The school year it was found in, by the year in which that begins.</summary>
    public int YearFound { get; private set; }

    public decimal? ValueFound { get; private set; }

    /// <summary>Threshold or limit when it was found.</summary>
    public decimal? Bound { get; private set; }

    /// <summary>What a person found, in words; null for what was reckoned.</summary>
    public string? Text { get; private set; }

    /// <summary>A <see cref="GapKey"/>'s text while it is open, so that no gap stands twice; null once written off, and for what no figure measures.</summary>
    public string? StandingKey { get; private set; }

    public LedgerState State { get; private set; }

    /// <summary>The newest school year booked; null before any.</summary>
    public int? LatestYear { get; private set; }

    /// <summary>Null is not known, never zero.</summary>
    public decimal? LatestValue { get; private set; }

    public decimal? LatestBound { get; private set; }

    public Verdict LatestVerdict { get; private set; }

    /// <summary>一校一策: what is done about it. Null while nobody has written it.</summary>
    public string? Measure { get; private set; }

    /// <summary>The person or post that answers for the measure.</summary>
    public string? Responsible { get; private set; }

    public Guid? ResponsibleUnitId { get; private set; }

    /// <summary>The last day of the measure's term, included.</summary>
    public DateOnly? TermOn { get; private set; }

    public string OpenedBy { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    /// <summary>The day it was written off.</summary>
    public DateOnly? EndedOn { get; private set; }

    public WriteOffGround? Ground { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => State == LedgerState.Open;

    public GapKey Key => new(SchoolId, County, Kind, Indicator, Level);

    /// <summary>
    /// Takes over what a school year's data says, unless a later year is booked already. A figure of the same year that was corrected replaces the earlier.
    /// </summary>
    public void Book(GapFinding finding)
    {
        if (LatestYear is { } latest && latest > finding.Year)
        {
            return;
        }

        (LatestYear, LatestValue, LatestBound, LatestVerdict) = (finding.Year, finding.KeptValue, finding.Bound, finding.Verdict);
        County = finding.Key.County;
    }

    /// <summary>Sets the measure. Refuses one that is written off (ledger-closed), and an empty text, responsible person or term (ledger-measure, ledger-responsible, ledger-term).</summary>
    public void Take(GapMeasure measure, DateOnly today)
    {
        MustBeOpen();
        var text = measure.Text.Needed(LongestMeasure, "整改措施", new RuleBroken("ledger-measure", "请写明针对这一差距采取的措施。") { Field = nameof(Measure) });
        var responsible = measure.Responsible.Needed(LongestResponsible, "责任人", new RuleBroken("ledger-responsible", "请填写责任人。") { Field = nameof(Responsible) });
        var term = measure.TermOn ?? throw new RuleBroken("ledger-term", "请填写完成期限。") { Field = nameof(TermOn) };
        if (term < today && term != TermOn)
        {
            throw new RuleBroken("ledger-term", "完成期限早于今天。请填写今天或以后的日期。") { Field = nameof(TermOn) };
        }

        (Measure, Responsible, ResponsibleUnitId, TermOn) = (text, responsible, measure.UnitId, term);
    }

    /// <summary>
    /// Writes it off on the newest data. Refuses data that is not of a later school year (ledger-not-later), does not pass (ledger-short) or is not known
    /// (ledger-unknown), and one that is written off (ledger-closed).
    /// </summary>
    public void WriteOff(GapFinding? newest, DateOnly today)
    {
        MustBeOpen();
        if (newest is null || newest.Year <= YearFound)
        {
            throw new RuleBroken("ledger-not-later", "{0}—{1} 学年之后还没有新的数据，不能凭数据销账。请导入后一学年的数据；确需销账的，写明理由。", YearFound, YearFound + 1);
        }

        switch (newest.Verdict)
        {
            case Verdict.Fail:
                throw new RuleBroken("ledger-short", "{0}—{1} 学年的数据仍未达到标准，不能凭数据销账。请继续整改。", newest.Year, newest.Year + 1);
            case Verdict.Unknown:
                throw new RuleBroken("ledger-unknown", "{0}—{1} 学年没有这项数据，是否达到标准未知，不能凭数据销账。请补齐数据。", newest.Year, newest.Year + 1);
            case Verdict.Pass:
                Book(newest);
                End(WriteOffGround.Data, today);
                break;
        }
    }

    /// <summary>The office ends it for a reason that it records. Refuses one that is written off (ledger-closed).</summary>
    public void WriteOffWithReason(DateOnly today)
    {
        MustBeOpen();
        End(WriteOffGround.Reason, today);
    }

    /// <summary>Takes back a write-off that was a mistake: it stands as before. Refuses what is open (ledger-open).</summary>
    public void TakeBack()
    {
        if (IsOpen)
        {
            throw new RuleBroken("ledger-open", "这项差距没有销账。请刷新后查看。");
        }

        (State, Ground, EndedOn, StandingKey) = (LedgerState.Open, null, null, Kind == GapKind.Other ? null : Key.Text);
    }

    /// <summary>Refuses what is written off (ledger-closed).</summary>
    public void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new RuleBroken("ledger-closed", "这项差距已经销账，不能再办理。请刷新后查看。");
        }
    }

    private void End(WriteOffGround ground, DateOnly today) => (State, Ground, EndedOn, StandingKey) = (LedgerState.WrittenOff, ground, today, null);
}

/// <summary>一校一策 as a person writes it: text, who answers for it, and by when.</summary>
public sealed record GapMeasure(string? Text, string? Responsible, Guid? UnitId, DateOnly? TermOn);
