using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans;

/// <summary>A numbered measure (主要措施) of a plan version, linked to its place in the source text.</summary>
public sealed class Measure
{
    public const int LongestDoubts = 2000;
    public const int LongestTitle = 300;
    public const int LongestNumber = 20;
    public const int LongestSection = 500;
    public const int LongestReason = 300;

    private readonly List<MeasureUnit> units = [];
    private readonly List<MeasureDeadline> deadlines = [];
    private readonly List<Target> targets = [];

    private Measure()
    {
    }

    public Measure(PlanVersion version, int position, string? number, string title, string section, string body, int start, int length)
    {
        Id = Guid.CreateVersion7();
        OriginId = Id;
        JurisdictionId = version.JurisdictionId;
        PlanVersionId = version.Id;
        Position = position;
        SourceStart = start;
        SourceLength = length;
        Section = section;
        Number = number;
        Reword(title, body);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid PlanVersionId { get; private set; }

    /// <summary>The same through all versions of a plan, so that a year's tasks are still found after a revision.</summary>
    public Guid OriginId { get; private set; }

    /// <summary>Order in the plan, from 1 without gaps; what ledger numbers and lists go by.</summary>
    public int Position { get; set; }

    /// <summary>As written; may be absent or repeat.</summary>
    public string? Number { get; set; }

    public string Title { get; private set; } = "";

    /// <summary>Headings above it, outermost first, joined by "/".</summary>
    public string Section { get; set; } = "";

    public string Body { get; private set; } = "";

    public int SourceStart { get; private set; }

    public int SourceLength { get; private set; }

    /// <summary>What a person should look at, one sentence a line; empty when nothing is open.</summary>
    public string Doubts { get; set; } = "";

    /// <summary>Why no task is issued from this measure; null while it may be.</summary>
    public string? NoTaskReason { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<string> DoubtLines => Doubts.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<MeasureUnit> Units => units;

    public IReadOnlyList<MeasureDeadline> Deadlines => deadlines;

    public IReadOnlyList<Target> Targets => targets;

    public IEnumerable<MeasureUnit> Leads => units.Where(u => u.Role == DraftUnitRole.Lead);

    public IEnumerable<MeasureUnit> Cooperating => units.Where(u => u.Role == DraftUnitRole.Cooperating);

    public IEnumerable<MeasureUnit> Responsible => units.Where(u => u.Role == DraftUnitRole.Responsible);

    /// <summary>Refuses an empty title and one of more than 300 characters (measure-title).</summary>
    public void Reword(string title, string body)
    {
        TitleMustHold(title);
        Title = title.Trim();
        Body = body.Trim();
    }

    /// <summary>The same refusals (measure-title) for a title that is not taken yet.</summary>
    public static void TitleMustHold(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new RuleBroken("measure-title", "措施名称不能为空，请填写或从原文选取。") { Field = nameof(Title) };
        }

        if (title.Trim().Length > LongestTitle)
        {
            throw new RuleBroken("measure-title", "措施名称不能超过 {0} 个字，请把其余文字移到正文。", LongestTitle) { Field = nameof(Title) };
        }
    }

    /// <summary>Records why the office issues no task from it; null takes the reason back.</summary>
    public void SetNoTaskReason(string? reason) => NoTaskReason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    /// <summary>Says that this measure continues one of the version before.</summary>
    public void Continue(Guid originId) => OriginId = originId;

    /// <summary>This measure with all its parts in another version of the plan; it continues this one.</summary>
    public Measure CopyTo(PlanVersion version)
    {
        var copy = new Measure(version, Position, Number, Title, Section, Body, SourceStart, SourceLength)
        {
            OriginId = OriginId,
            Doubts = Doubts,
            NoTaskReason = NoTaskReason,
        };
        copy.units.AddRange(units.Select(u => u.Copy()));
        copy.deadlines.AddRange(deadlines.Select(d => d.CopyFor(copy)));
        copy.targets.AddRange(targets.Select(t => t.CopyFor(copy, t.Position)));
        return copy;
    }

    public void SpanOver(int start, int length)
    {
        SourceStart = start;
        SourceLength = length;
    }

    /// <summary>Puts one more sentence to what a person should look at; the same sentence stands once.</summary>
    public void AddDoubt(string sentence)
    {
        if (!DoubtLines.Contains(sentence))
        {
            var all = Doubts.Length == 0 ? sentence : Doubts + "\n" + sentence;
            Doubts = all.Length <= LongestDoubts ? all : Doubts;
        }
    }

    /// <summary>A person has looked at it and takes the measure as it stands.</summary>
    public void AcceptDoubt(string sentence) => Doubts = string.Join('\n', DoubtLines.Where(d => d != sentence));

    public void Add(MeasureUnit unit) => units.Add(unit);

    public void Remove(MeasureUnit unit) => units.Remove(unit);

    public void Add(MeasureDeadline deadline) => deadlines.Add(deadline);

    public void Remove(MeasureDeadline deadline) => deadlines.Remove(deadline);

    public void Add(Target target) => targets.Add(target);

    public void Remove(Target target) => targets.Remove(target);

    /// <summary>
    /// Whether a year's task is proposed by default: every year of the period, until the last day the measure is due has passed.
    /// A measure with a recurring, ongoing or no deadline runs through the whole period; a start date holds it back.
    /// </summary>
    public bool RunsIn(int year)
    {
        var start = deadlines.Where(d => d.Kind == DeadlineKind.Start && d.Day is not null).Select(d => (int?)d.Day!.Value.Year).Min();
        if (start > year && deadlines.TrueForAll(d => d.Kind == DeadlineKind.Start))
        {
            return false;
        }

        if (deadlines.Exists(d => d.Kind is DeadlineKind.Recurring or DeadlineKind.Ongoing or DeadlineKind.Start))
        {
            return true;
        }

        var last = deadlines.Where(d => d.Kind == DeadlineKind.By && d.Day is not null).Select(d => (int?)d.Day!.Value.Year).Max();
        return last is null || year <= last;
    }

    /// <summary>The day a year's task is due: the last by-date the text names in that year, else 31 December.</summary>
    public DateOnly DueIn(int year) =>
        deadlines.Where(d => d.Kind == DeadlineKind.By && d.Day?.Year == year).Max(d => d.Day) ?? new DateOnly(year, 12, 31);

    /// <summary>Targets that a year's task must meet: those of that year, and yearly ones once begun.</summary>
    public IEnumerable<Target> TargetsIn(int year) => targets.Where(t => t.AppliesIn(year));
}
