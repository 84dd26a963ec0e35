namespace Equalization.Workflow.Infrastructure.Accounts;

/// <summary>How long a one-time password on paper lets its holder in; a setting, in days.</summary>
public sealed record CodeTerm(int Days)
{
    public const int DefaultDays = 7;

    /// <summary>After its first use there is this much time left to set a password of one's own.</summary>
    public static readonly TimeSpan AfterUse = TimeSpan.FromMinutes(30);

    public DateTime From(DateTime at) => at.AddDays(Days);
}
