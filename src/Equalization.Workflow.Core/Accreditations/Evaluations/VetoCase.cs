namespace Equalization.Workflow.Core.Accreditations.Evaluations;

/// <summary>Reported: looked into. Confirmed: it stops recognition whatever the numbers say. Dismissed: it was not so.</summary>
public enum VetoState
{
    Reported,
    Confirmed,
    Dismissed,
}

/// <summary>A case of 一票否决: what, when, at which school, from which source, and what was decided on it.</summary>
public sealed class VetoCase
{
    public const int LongestFacts = 1000;
    public const int LongestSource = 200;
    public const int LongestSchool = 100;

    private VetoCase()
    {
    }

    /// <summary>Refuses no facts (veto-facts), no source (veto-source) and a day that is to come (veto-day).</summary>
    internal VetoCase(Accreditation accreditation, string subject, VetoInput input, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = accreditation.JurisdictionId;
        AccreditationId = accreditation.Id;
        Subject = subject;
        HappenedOn = input.HappenedOn is { } on && on <= ChinaTime.DayOf(now) ? on : throw new RuleBroken("veto-day", "请填写发生日期，不晚于今天。") { Field = nameof(HappenedOn) };
        School = input.School.Within(LongestSchool, "学校", nameof(School));
        Source = input.Source.Needed(LongestSource, "来源", new RuleBroken("veto-source", "请填写来源：举报、检查、新闻，或者文件名称。") { Field = nameof(Source) });
        Facts = input.Facts.Needed(LongestFacts, "事实", new RuleBroken("veto-facts", "请写明事实。") { Field = nameof(Facts) });
        (ReportedBy, ReportedAt) = (by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid AccreditationId { get; private set; }

    /// <summary>The veto's number in the standard.</summary>
    public string Subject { get; private set; } = "";

    public DateOnly HappenedOn { get; private set; }

    public string? School { get; private set; }

    public string Source { get; private set; } = "";

    public string Facts { get; private set; } = "";

    public VetoState State { get; private set; }

    public string ReportedBy { get; private set; } = "";

    public DateTime ReportedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? Decision { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refuses no words (veto-words). A decision may be taken again when it proves wrong.</summary>
    internal void Decide(bool stands, string? words, string by, DateTime now)
    {
        Decision = words.Needed(LongestFacts, "认定意见", new RuleBroken("veto-words", "请写明认定意见和依据。") { Field = "Words" });
        (State, DecidedBy, DecidedAt) = (stands ? VetoState.Confirmed : VetoState.Dismissed, by, now);
    }
}

/// <summary>A case as the office enters it.</summary>
public sealed record VetoInput(string? Subject, DateOnly? HappenedOn, string? School, string? Source, string? Facts);
