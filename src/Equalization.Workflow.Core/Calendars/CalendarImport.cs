namespace Equalization.Workflow.Core.Calendars;

/// <summary>
/// One import of named days: the file's hash, what it changed, and how far the waits that count working days have been armed anew. The
/// days themselves leave no audit row; this row does.
/// </summary>
public sealed class CalendarImport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    /// <summary>Name and post of who imported.</summary>
    public string By { get; init; } = "";

    public string FileName { get; init; } = "";

    /// <summary>SHA-256 of the file.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The years it laid down, such as 2026、2027.</summary>
    public string Years { get; init; } = "";

    public int Added { get; init; }

    public int Removed { get; init; }

    public int Changed { get; init; }

    /// <summary>One line a day: the day, kind and name before, kind and name after, with tabs between.</summary>
    public string Changes { get; init; } = "";

    /// <summary>Open tasks whose waits are to be armed anew; 0 when nothing counts by these days.</summary>
    public int Tasks { get; set; }

    public int TasksDone { get; set; }

    /// <summary>The last task done, in the order of ids.</summary>
    public Guid? LastTaskId { get; set; }

    public DateTime? FinishedAt { get; set; }

    public int Version { get; private set; }
}
