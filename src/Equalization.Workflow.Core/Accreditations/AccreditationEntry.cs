namespace Equalization.Workflow.Core.Accreditations;

/// <summary>A line of a round's history: what was done at which stage on which day, with which result. Written once.</summary>
public sealed class AccreditationEntry
{
    private AccreditationEntry()
    {
    }

    internal AccreditationEntry(Accreditation accreditation, EntryKind kind, DateOnly on, EntryWords words, string by, DateTime at)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = accreditation.JurisdictionId;
        AccreditationId = accreditation.Id;
        Stage = accreditation.Stage;
        (Kind, On, By, At) = (kind, on, by, at);
        (Words, OpenBecause, Readiness) = (words.Words, words.OpenBecause, words.Readiness);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid AccreditationId { get; private set; }

    public AccreditationStage Stage { get; private set; }

    public EntryKind Kind { get; private set; }

    /// <summary>The day on which it happened, as the paper of the reviewing body has it.</summary>
    public DateOnly On { get; private set; }

    public string? Words { get; private set; }

    /// <summary>Why the stage was passed although problems were open.</summary>
    public string? OpenBecause { get; private set; }

    /// <summary>How ready the county was at that moment, one part a line.</summary>
    public string? Readiness { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}

/// <summary>What an entry says beside its kind and day.</summary>
internal readonly record struct EntryWords(string? Words, string? OpenBecause = null, string? Readiness = null);
