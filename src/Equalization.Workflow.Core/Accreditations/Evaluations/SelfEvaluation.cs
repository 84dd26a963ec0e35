using Equalization.Workflow.Core.Indicators;

namespace Equalization.Workflow.Core.Accreditations.Evaluations;

/// <summary>
/// What a county states of itself in one round (自评表): the items that no school data decide, and whom it asked about 社会认可度. Its figures are those of one school year.
/// </summary>
public sealed class SelfEvaluation
{
    private readonly List<EvaluationItem> items = [];
    private readonly List<SurveyGroup> groups = [];

    private SelfEvaluation()
    {
    }

    internal SelfEvaluation(Accreditation accreditation, int year)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = accreditation.JurisdictionId;
        AccreditationId = accreditation.Id;
        Year = year;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid AccreditationId { get; private set; }

    /// <summary>The school year whose data judge, by the year in which it begins.</summary>
    public int Year { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<EvaluationItem> Items => items;

    public IReadOnlyList<SurveyGroup> Groups => groups;

    /// <summary>
    /// Takes what was stated in place of what stood, and answers with the rows that stand no more: a line left empty, a group not asked. Refuses as
    /// <see cref="ItemInput.Check"/> and <see cref="SurveyInput.Check"/>.
    /// </summary>
    internal IReadOnlyList<object> State(int year, IReadOnlyList<(EvaluationLine Line, ItemInput Input)> stated, IReadOnlyList<SurveyInput> asked, string by, DateTime now)
    {
        Year = year;
        var gone = new List<object>();
        foreach (var (line, input) in stated)
        {
            input.Check(line);
            var item = items.Find(i => i.Is(line));
            switch (input.Verdict, item)
            {
                case (null, { } left):
                    items.Remove(left);
                    gone.Add(left);
                    break;
                case ({ }, { } there):
                    there.Set(input, by, now);
                    break;
                case ({ }, null):
                    items.Add(new EvaluationItem(this, line, input, by, now));
                    break;
            }
        }

        foreach (var input in asked)
        {
            input.Check();
            var group = groups.Find(g => g.Name == input.Name);
            if (input.Asked is null && group is not null)
            {
                groups.Remove(group);
                gone.Add(group);
            }
            else if (input.Asked is not null)
            {
                group ??= Add(new SurveyGroup(this, input.Name));
                group.Set(input);
            }
        }

        return gone;
    }

    private SurveyGroup Add(SurveyGroup group)
    {
        groups.Add(group);
        return group;
    }
}

/// <summary>What is stated of one line of the standard. Value is in the standard's own unit; a rate is a share (0.96).</summary>
public sealed class EvaluationItem
{
    public const int LongestWords = 500;

    /// <summary>Most digits after the point that a value keeps.</summary>
    public const int Digits = 8;

    public const decimal Largest = 1_000_000_000m;

    private EvaluationItem()
    {
    }

    internal EvaluationItem(SelfEvaluation evaluation, EvaluationLine line, ItemInput input, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = evaluation.JurisdictionId;
        EvaluationId = evaluation.Id;
        (Rule, Subject, Level) = (line.Rule.Rule, line.Rule.Subject, line.Rule.Level);
        Set(input, by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid EvaluationId { get; private set; }

    public string Rule { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public Level? Level { get; private set; }

    public Verdict Verdict { get; private set; }

    public decimal? Value { get; private set; }

    /// <summary>On what it rests.</summary>
    public string? Words { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }

    internal bool Is(EvaluationLine line) => (Rule, Subject, Level) == (line.Rule.Rule, line.Rule.Subject, line.Rule.Level);

    internal void Set(ItemInput input, string by, DateTime now)
    {
        var words = input.Words.Within(LongestWords, "依据", input.Field);
        if ((Verdict, Value, Words) != (input.Verdict!.Value, input.Value, words) || By.Length == 0)
        {
            (Verdict, Value, Words, By, At) = (input.Verdict.Value, input.Value, words, by, now);
        }
    }
}

/// <summary>A group that was asked about 社会认可度: how many were asked, answered, and are satisfied.</summary>
public sealed class SurveyGroup
{
    public const int LongestName = 40;

    private SurveyGroup()
    {
    }

    internal SurveyGroup(SelfEvaluation evaluation, string name)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = evaluation.JurisdictionId;
        EvaluationId = evaluation.Id;
        Name = name;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid EvaluationId { get; private set; }

    public string Name { get; private set; } = "";

    public int Asked { get; private set; }

    public int Answered { get; private set; }

    public int Satisfied { get; private set; }

    internal void Set(SurveyInput input) => (Asked, Answered, Satisfied) = (input.Asked ?? 0, input.Answered ?? 0, input.Satisfied ?? 0);
}
