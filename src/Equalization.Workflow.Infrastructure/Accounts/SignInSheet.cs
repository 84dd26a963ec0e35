namespace Equalization.Workflow.Infrastructure.Accounts;

/// <summary>
/// Sign-ins opened for many at once, asked for by a person and worked off by a job. Its strips are shown once, to whoever asked for them. Kept with the
/// accounts and out of the audit's reach, because strips hold secrets until they are shown.
/// </summary>
public sealed class SignInSheet
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid PersonId { get; init; }

    public string AskedBy { get; init; } = "";

    public DateTime AskedAt { get; init; }

    public int Total { get; init; }

    /// <summary>How many strips have been dealt with, opened or refused.</summary>
    public int Done { get; set; }

    public DateTime? ShownAt { get; set; }

    public int Version { get; private set; }

    public bool IsFinished => Done >= Total;
}

/// <summary>One person of a sheet. Waiting while it has neither a code nor an outcome.</summary>
public sealed class SignInStrip
{
    public const int LongestSeal = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SheetId { get; init; }

    public Guid PersonId { get; init; }

    public string PersonName { get; init; } = "";

    public string UnitName { get; init; } = "";

    public string UserName { get; set; } = "";

    /// <summary>The order of printing: by unit.</summary>
    public int Position { get; init; }

    public bool IsDone { get; set; }

    /// <summary>The one-time code, sealed with the program's keys; erased when it has been shown.</summary>
    public string? SealedCode { get; set; }

    /// <summary>Why no sign-in was opened: the refusal's text.</summary>
    public string? Refusal { get; set; }
}
