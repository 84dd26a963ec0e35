namespace Equalization.Workflow.Core.Interviews;

/// <summary>What stands on the notice (约谈通知书). On and At are day and hour in China.</summary>
public sealed record InterviewOrder(
    Guid SummonedId, string? Kind, string? Trigger, string? Matter, DateOnly? On, TimeOnly? At, int Minutes, string? Place, string? Callers, string? Purpose,
    string? Materials, string? Contact, bool DeputyMay);

/// <summary>What was said, in the order of the meeting: the caller states, the other side explains, the caller sets demands, the other side answers.</summary>
public sealed record InterviewMinutes(string? Statement, string? Explanation, string? Demands, string? Reply);

/// <summary>Who came. Deputy: the name of whoever came in place of the summoned; null when the summoned came.</summary>
public sealed record Attendance(string? Attendees, string? Deputy, string? Recorder);

/// <summary>What an interview is about: a unit, and the task and ladder step where there is one.</summary>
public sealed record InterviewSubject(Guid UnitId, Guid? TaskId, Guid? StepId);

/// <summary>Who is summoned, with the post of that day.</summary>
public sealed record Summoned(Guid PersonId, string Name, string Post);

/// <summary>A new time; the place stays where none is given.</summary>
public sealed record InterviewMove(DateOnly? On, TimeOnly? At, string? Place, string? Reason);
