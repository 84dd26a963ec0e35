using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>A part of a task whose light changed when it was judged anew.</summary>
public sealed record LightChange(TaskUnit Part, Light Before, Judgement Now);

/// <summary>Judges a loaded task's parts anew and books their lights, so that lists can filter by them.</summary>
public static class LightBook
{
    /// <summary>The task must be loaded with its units. Answers with the parts whose light changed.</summary>
    public static List<LightChange> Rejudge(AnnualTask task, RuleSet rules, WorkingCalendar calendar, DateOnly day)
    {
        var changes = new List<LightChange>();
        // While it is held neither light nor month moves.
        day = task.HeldSince is { } since && since <= day ? since.AddDays(-1) : day;
        foreach (var part in task.Units.Where(u => u.TakesPart))
        {
            var before = part.Light;
            part.TurnMonth(day, rules.RedAfterYellowMonths);
            var judgement = LightRule.Judge(part.Facts, rules, calendar, day);
            part.BookLight(judgement, day);
            if (judgement.Light != before)
            {
                changes.Add(new LightChange(part, before, judgement));
            }

            if (part.Role == UnitRole.Lead)
            {
                task.BookLight(judgement.Light);
            }
        }

        return changes;
    }

    /// <summary>Tells in the story where a lead unit's light turned yellow or red.</summary>
    public static void TellLights(this WorkflowDb db, AnnualTask task, IEnumerable<LightChange> changes)
    {
        foreach (var change in changes.Where(c => c.Part.Role == UnitRole.Lead && c.Now.Light is Light.Red or Light.Yellow))
        {
            db.Tell(task.Id, ActKind.LightChange, change.Part.Id, null, change.Now.Reason, change.Now.Arguments);
        }
    }
}
