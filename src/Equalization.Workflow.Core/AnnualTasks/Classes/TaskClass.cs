namespace Equalization.Workflow.Core.AnnualTasks.Classes;

/// <summary>What kind of task it is to the plan (任务类别): 一般, 重点, 试点. How closely it is watched is another matter: that is its risk class.</summary>
public enum TaskClass
{
    Ordinary,
    Key,
    Pilot,
}
