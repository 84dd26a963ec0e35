using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.Lights;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>What the address of the task list narrows it to. The list, its other views and the ledger file read the same.</summary>
public sealed class TaskListChoice
{
    public int? Year { get; set; }

    public Guid? Plan { get; set; }

    public Guid? Measure { get; set; }

    public Guid? Unit { get; set; }

    public bool Lead { get; set; }

    public Light? Light { get; set; }

    public TaskState? State { get; set; }

    public TaskClass? Class { get; set; }

    /// <summary>overdue, week, silent, all; empty: open ones.</summary>
    public string? Show { get; set; }

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>measure, timeline; empty: the list by due day.</summary>
    public string? View { get; set; }

    public TaskFilter Filter() => new()
    {
        Year = Year,
        PlanId = Plan,
        MeasureId = Measure,
        UnitId = Unit,
        LeadOnly = Lead,
        Light = Light,
        State = State,
        Class = Class,
        Overdue = Show == "overdue",
        DueWithin = Show == "week" ? 7 : null,
        Silent = Show == "silent",
        IncludeClosed = Show == "all",
        Text = Text,
        Order = View == "measure" ? TaskOrder.Measure : TaskOrder.DueDay,
    };
}
