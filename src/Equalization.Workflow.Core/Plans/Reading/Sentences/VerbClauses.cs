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
        ("牵头", DraftUnitRole.Lead), ("按职责分工", DraftUnitRole.Responsible), ("按照职责分工", DraftUnitRole.Responsible), ("按职责", DraftUnitRole.Responsible), ("按照职责", DraftUnitRole.Responsible),
        ("分别负责", DraftUnitRole.Responsible), ("共同负责", DraftUnitRole.Responsible), ("负责", DraftUnitRole.Responsible), ("具体负责", DraftUnitRole.Responsible), ("落实", DraftUnitRole.Responsible),
        ("积极配合", DraftUnitRole.Cooperating), ("协同配合", DraftUnitRole.Cooperating), ("密切配合", DraftUnitRole.Cooperating), ("配合", DraftUnitRole.Cooperating), ("协助", DraftUnitRole.Cooperating),
        ("协同", DraftUnitRole.Cooperating), ("参与", DraftUnitRole.Cooperating), ("参加", DraftUnitRole.Cooperating),
    ];

    private const string Done = "了已";

    public static UnitStatement? Read(SourceView view, int start, int end)
    {
        var found = Subjects(view, start, end);
        if (!found.Exists(one => one.Role == DraftUnitRole.Lead))
        {
            return null;
        }

        var units = found.SelectMany(one => one.List.Units.Select(unit => LabelledUnits.UnitOf(
            view, unit, one.Role == DraftUnitRole.Responsible ? DraftUnitRole.Cooperating : one.Role, one.Word, ReadingRules.UnitOfVerb))).ToList();
        return new UnitStatement(found[0].List.Units[0].Start, found[^1].List.Units[^1].End, [.. units.OrderBy(unit => unit.Role)], [])
        {
            IsOpen = found.Exists(one => one.List.IsOpen),
            IsProse = true,
        };
    }

    /// <summary>The lists of offices that stand right before a verb of work, in order; a list may reach over commas.</summary>
    public static List<(UnitList List, DraftUnitRole Role, string Word)> Subjects(SourceView view, int start, int end)
    {
        var found = new List<(UnitList List, DraftUnitRole Role, string Word)>();
        var from = -1;
        string? level = null;
        foreach (var clause in Clauses.Of(view, start, end))
        {
            from = from < 0 ? clause.Start + (view[clause.Start] == '由' ? 1 : 0) : from;
            if (SubjectAt(view, from, clause, level) is { } subject)
            {
                found.Add(subject);
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
