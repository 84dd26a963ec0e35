namespace Equalization.Workflow.Engine.Activities;

/// <summary>The activity types a definition may name. Filled at start-up; a second activity of one name is a slip and throws.</summary>
public sealed class ActivityRegistry
{
    private readonly Dictionary<string, Activity> byType = [];

    /// <summary>A registry with the built-in activities.</summary>
    public ActivityRegistry()
    {
        foreach (var activity in new Activity[]
                 {
                     new Start(), new End(), new Finish(), new Fault(), new Flowchart(), new Sequence(), new If(), new FlowDecision(), new FlowSwitch(),
                     new FlowFork(), new FlowJoin(), new Event(), new PublishEvent(), new Delay(), new StartAt(), new Timer(), new Cron(),
                     new SetVariable(), new SetOutput(), new Correlate(), new DispatchWorkflow("Elsa.DispatchWorkflow"), new DispatchWorkflow("Elsa.ExecuteWorkflow"),
                 })
        {
            Add(activity);
        }
    }

    public IEnumerable<Activity> All => byType.Values;

    public ActivityRegistry Add(Activity activity)
    {
        byType.Add(activity.Type, activity);
        return this;
    }

    public Activity? Find(string type) => byType.GetValueOrDefault(type);
}
