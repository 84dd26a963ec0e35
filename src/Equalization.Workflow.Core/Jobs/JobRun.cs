namespace Equalization.Workflow.Core.Jobs;

/// <summary>
/// Asked: waits for a process that runs jobs. Running: begun. Done: ended well. Failed: ended by an exception. Lost: its process ended
/// before it did; the next run does the rest.
/// </summary>
public enum JobState
{
    Asked,
    Running,
    Done,
    Failed,
    Lost,
}

/// <summary>One run of a timed job, for the administrator to read. What a job did and must not do again rests on the rows of its own service.</summary>
[NotAudited]
public sealed class JobRun
{
    public const int LongestMessage = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Name { get; init; } = "";

    public JobState State { get; private set; }

    /// <summary>When it was asked for, or when it began by the clock.</summary>
    public DateTime At { get; init; }

    /// <summary>The person who asked, as name and post; null when the clock did.</summary>
    public string? AskedBy { get; init; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    /// <summary>How many things it did; what a thing is the message says.</summary>
    public int? Count { get; private set; }

    /// <summary>A Chinese format, its arguments in <see cref="Arguments"/>; of a failed run the exception's own words.</summary>
    public string? Message { get; private set; }

    public string Arguments { get; private set; } = "[]";

    /// <summary>Machine and number of the process that ran it.</summary>
    public string? Process { get; private set; }

    public int Version { get; private set; }

    public void Begin(string process, DateTime now)
    {
        State = JobState.Running;
        Process = process;
        StartedAt = now;
    }

    public void End(JobOutcome outcome, DateTime now)
    {
        State = JobState.Done;
        FinishedAt = now;
        Count = outcome.Count;
        Message = outcome.Message;
        Arguments = Notifications.TextArguments.Pack(outcome.Arguments);
    }

    public void Fail(string message, DateTime now)
    {
        State = JobState.Failed;
        FinishedAt = now;
        Message = message.Cut(LongestMessage);
    }

    public void Lose() => State = JobState.Lost;
}

/// <summary>What one run did: how many things, and a sentence as a format with its arguments.</summary>
public sealed record JobOutcome(int Count, string Message, params object[] Arguments);
