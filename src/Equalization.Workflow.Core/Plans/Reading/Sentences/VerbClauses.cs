using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Sentences;

/// <summary>
/// A sentence whose clauses each say who does what: 市教育局牵头编制规划,市财政局负责落实经费,市人社局、市委编办配合。 Only offices are subjects, and
/// somebody must lead; what has been done (牵头做了大量工作) says nothing of who shall.
/// </summary>
internal static class VerbClauses
{
    private static readonly (string Word, DraftUnitRole Role)[] Verbs =
    [
        ("牵头", DraftUnitRole.Lead), ("主要负责", DraftUnitRole.Lead), ("按职责分工", DraftUnitRole.Responsible), ("按照职责分工", DraftUnitRole.Responsible), ("按职责", DraftUnitRole.Responsible), ("按照职责", DraftUnitRole.Responsible),
        ("分别负责", DraftUnitRole.Responsible), ("共同负责", DraftUnitRole.Responsible), ("负责", DraftUnitRole.Responsible), ("具体负责", DraftUnitRole.Responsible), ("落实", DraftUnitRole.Responsible),
        ("积极配合", DraftUnitRole.Cooperating), ("协同配合", DraftUnitRole.Cooperating), ("密切配合", DraftUnitRole.Cooperating), ("配合", DraftUnitRole.Cooperating), ("协助", DraftUnitRole.Cooperating),
        ("协同", DraftUnitRole.Cooperating), ("参与", DraftUnitRole.Cooperating), ("参加", DraftUnitRole.Cooperating),
    ];

    private const string Partner = "会同";

    private static readonly string[] PartnerWords = ["会同", "并会同", "商", "联合"];

    private const string Done = "了已";

    public static UnitStatement? Read(SourceView view, int start, int end)
    {
        var found = Subjects(view, start, end);
        if (!found.Exists(one => one.Role == DraftUnitRole.Lead))
        {
            return null;
        }

        var units = found.SelectMany(one => one.List.Units.Select(unit => LabelledUnits.UnitOf(
            view, unit, one.Role == DraftUnitRole.Responsible ? DraftUnitRole.Cooperating : one.Role, one.Word, RuleOf(one.Word)))).ToList();
        return new UnitStatement(found[0].List.Units[0].Start, found[^1].List.Units[^1].End, [.. units.OrderBy(unit => unit.Role)], [])
        {
            IsOpen = found.Exists(one => one.List.IsOpen),
            IsProse = true,
        };
    }

    /// <summary>市财政局、市人社局等部门积极配合 in the clauses behind the subject of a sentence: whoever else works works with the subject.</summary>
    public static (List<DraftUnit> Units, bool IsOpen) Helpers(SourceView view, int start, int end)
    {
        var found = Subjects(view, start, end).FindAll(one => one.Role != DraftUnitRole.Lead);
        return ([.. found.SelectMany(one => one.List.Units.Select(unit => LabelledUnits.UnitOf(view, unit, DraftUnitRole.Cooperating, one.Word, RuleOf(one.Word))))], found.Exists(one => one.List.IsOpen));
    }

    private static ReadingRule RuleOf(string word) => word == Partner ? ReadingRules.UnitPartner : ReadingRules.UnitOfVerb;

    /// <summary>The lists of offices that stand right before a verb of work, in order; a list may reach over commas.</summary>
    public static List<(UnitList List, DraftUnitRole Role, string Word)> Subjects(SourceView view, int start, int end)
    {
        var found = new List<(UnitList List, DraftUnitRole Role, string Word)>();
        var from = -1;
        string? level = null;
        foreach (var clause in Clauses.Of(view, start, end))
        {
            if (found.Count > 0 && PartnersAt(view, clause.Start, clause.End) is { } with)
            {
                found.Add((with, DraftUnitRole.Cooperating, Partner));
                from = -1;
                continue;
            }

            from = from < 0 ? Subject(view, clause.Start, clause.End) : from;
            if (SubjectAt(view, from, clause, level) is { } subject)
            {
                found.Add(subject);
                if (PartnersAt(view, subject.List.Units[^1].End + subject.Word.Length, clause.End) is { } partners)
                {
                    found.Add((partners, DraftUnitRole.Cooperating, Partner));
                }

                level = subject.List.Level ?? level;
                from = -1;
            }
            else if (!IsOffices(UnitList.Read(view, from, clause.End, level)))
            {
                from = -1;
            }
        }

        return found;
    }

    /// <summary>会同市教育局、市人社局制定办法, in a clause of its own or right behind the verb.</summary>
    private static UnitList? PartnersAt(SourceView view, int start, int end) =>
        Array.Find(PartnerWords, word => view.StartsWith(start, word)) is { } word ? PartnerLists.From(view, start + word.Length, end) : null;

    /// <summary>Behind what opens the sentence, and behind a heading that a space parts from the subject: 任务九 市教育局牵头….</summary>
    private static int Subject(SourceView view, int start, int end)
    {
        start = Openings.Skip(view, start, end);
        var space = view.Folded.IndexOf(' ', start, end - start);
        var next = space < 0 ? end : view.Trim(space, end).Start;
        return next < end && !UnitNames.EndsLikeUnit(view.Name(start, space)) && UnitNames.LevelOf(view.Name(next, Math.Min(end, next + 6))) is not null ? Openings.Skip(view, next, end) : start;
    }

    private static (UnitList List, DraftUnitRole Role, string Word)? SubjectAt(SourceView view, int from, Clause clause, string? level)
    {
        for (var i = Math.Max(from + 2, clause.Start); i < clause.End; i++)
        {
            if (Array.Find(Verbs, verb => view.StartsWith(i, verb.Word) && i + verb.Word.Length <= clause.End) is not { Word: not null } verb)
            {
                continue;
            }

            var list = UnitList.Read(view, from, i, level);
            var isDone = view.Folded.AsSpan(i, clause.End - i).IndexOfAny(Done) >= 0;
            return IsOffices(list) && !isDone ? (list, verb.Role, verb.Word) : null;
        }

        return null;
    }

    /// <summary>学校 or 教师 before a verb are what the sentence is about.</summary>
    private static bool IsOffices(UnitList list) => list.IsPure && list.Units.All(unit => unit.IsField || Offices.IsNamed(unit));
}
