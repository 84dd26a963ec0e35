using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Desks;

/// <summary>A report that waits for its head or was sent back.</summary>
internal sealed record OpenReport(Guid Id, Guid UnitId, ReportState State, string Period, DateOnly PeriodLastDay, DateTime? SubmittedAt);

/// <summary>A matter to coordinate that waits for its answer.</summary>
internal sealed record OpenHelp(Guid Id, Guid OwnerUnitId, string OwnerUnit, DateOnly AnswerDueOn);

/// <summary>All documents of a task that wait.</summary>
internal sealed record OpenPapers(IReadOnlyList<OpenReport> Reports, IReadOnlyList<OpenHelp> Help, OpenExtension? Extension, OpenCompletion? Completion);

/// <summary>Who reads which task, under which rules.</summary>
internal sealed record Reader(Actor Actor, AnnualTask Task, IReadOnlyList<PartLine> Parts, RuleSet Rules, WorkingCalendar Calendar)
{
    public bool IsOffice => Actor.IsOffice(Task.JurisdictionId);

    public int Left(DateOnly day) => Calendar.WorkingDaysBetween(Actor.Day, day);
}

/// <summary>Says of a task whose turn it is and what the reader may do; what is offered here is what the services accept.</summary>
internal static class TurnBook
{
    public static IReadOnlyList<Turn> Of(Reader reader, OpenPapers open)
    {
        if (!reader.Task.IsOpen)
        {
            return [];
        }

        var turns = new List<Turn>();
        AddRequests(turns, reader, open);
        foreach (var part in reader.Parts)
        {
            if (part.State == TaskUnitState.Declined)
            {
                turns.Add(new Turn(TurnKind.DecideDecline, null, null, part.SignDueOn, reader.Left(part.SignDueOn), part.Id, reader.IsOffice));
            }
            else if (part.State == TaskUnitState.ToSign)
            {
                turns.Add(new Turn(
                    TurnKind.SignFor, part.Unit, reader.Task.IssuedAt, part.SignDueOn, reader.Left(part.SignDueOn), part.Id, reader.Actor.WorksFor(part.UnitId)));
            }
        }

        foreach (var report in open.Reports.Where(r => r.State == ReportState.WithHead))
        {
            var unit = reader.Parts.First(p => p.UnitId == report.UnitId).Unit;
            turns.Add(new Turn(
                TurnKind.ApproveReport, unit, report.SubmittedAt, null, null, report.Id, reader.Actor.Heads(report.UnitId), report.Period));
        }

        foreach (var help in open.Help)
        {
            turns.Add(new Turn(
                TurnKind.AnswerHelp, help.OwnerUnit, null, help.AnswerDueOn, reader.Left(help.AnswerDueOn), help.Id,
                HelpPermissions.MayAnswer(reader.Actor, reader.Task.JurisdictionId, help.OwnerUnitId)));
        }

        if (reader.Task is { State: TaskState.UnderWay or TaskState.Returned, HeldSince: null } && open.Completion is null)
        {
            var lead = reader.Parts.First(p => p.Role == UnitRole.Lead);
            turns.Add(new Turn(
                TurnKind.Work, lead.Unit, lead.SignedAt, lead.DueOn, reader.Left(lead.DueOn) + reader.Task.HeldLateDays, null, reader.Actor.WorksFor(lead.UnitId)));
        }

        // What the reader can do comes first.
        return [.. turns.OrderByDescending(t => t.Yours)];
    }

    public static OwnActs Acts(Reader reader, OpenPapers open)
    {
        var (actor, task) = (reader.Actor, reader.Task);
        var part = reader.Parts.FirstOrDefault(p => p.TakesPart && actor.WorksFor(p.UnitId));
        if (!task.IsOpen)
        {
            return new OwnActs(part, false, false, false, false, null, false, false, false);
        }

        var signed = part?.State == TaskUnitState.Signed;
        var periods = signed ? ReportPeriods.On(actor.Day, part!.Facts, reader.Rules.ReportCycle) : null;
        var free = periods?.Open.Where(p => !(part!.ReportedThrough >= p.LastDay) && !open.Reports.Any(r => r.UnitId == part.UnitId && r.State == ReportState.WithHead && r.PeriodLastDay == p.LastDay)).ToList() ?? [];
        var proposed = periods?.Proposed is { } p && free.Contains(p) ? p.Code : null;
        var underWay = task is { State: TaskState.UnderWay or TaskState.Returned, HeldSince: null };
        var leads = actor.WorksFor(task.LeadUnitId);
        return new OwnActs(
            part,
            MaySign: part?.State == TaskUnitState.ToSign,
            MayHandOn: part?.State is TaskUnitState.ToSign or TaskUnitState.Signed,
            MayReport: free.Count > 0,
            MayReportNoChange: proposed is not null && part!.Reported is not null && !open.Reports.Any(r => r.UnitId == part.UnitId && r.Period == proposed),
            ReportPeriod: proposed ?? free.Select(f => f.Code).FirstOrDefault(),
            MayAskExtension: leads && underWay && open.Extension is null && actor.Day <= task.CurrentDueOn.AddDays(-reader.Rules.ExtensionDaysBefore),
            MayAskCompletion: leads && underWay && open.Completion is null,
            MayDecideDecline: reader.IsOffice && reader.Parts.Any(p => p.State == TaskUnitState.Declined));
    }

    private static void AddRequests(List<Turn> turns, Reader reader, OpenPapers open)
    {
        var lead = reader.Parts.First(p => p.Role == UnitRole.Lead);
        // Requests wait while the task is held.
        var runs = reader.Task.HeldSince is null;
        var heads = runs && reader.Actor.Heads(lead.UnitId);
        if (open.Completion is { } completion)
        {
            turns.Add(completion.State == CompletionState.WithHead
                ? new Turn(TurnKind.PassOnCompletion, lead.Unit, completion.AskedAt, null, null, completion.Id, heads)
                : new Turn(TurnKind.Review, null, completion.SentToOfficeAt, null, null, completion.Id, runs && reader.IsOffice));
        }

        if (open.Extension is { } extension)
        {
            if (extension.State == ExtensionState.WithHead)
            {
                turns.Add(new Turn(TurnKind.PassOnExtension, lead.Unit, extension.AskedAt, null, null, extension.Id, heads));
            }
            else
            {
                var due = reader.Calendar.Without(reader.Task.Held).AddWorkingDays(ChinaTime.DayOf(extension.SentToOfficeAt!.Value), reader.Rules.ExtensionReplyWorkingDays);
                turns.Add(new Turn(
                    TurnKind.DecideExtension, null, extension.SentToOfficeAt, due, reader.Left(due), extension.Id, runs && reader.IsOffice));
            }
        }
    }
}
