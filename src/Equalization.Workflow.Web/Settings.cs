using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Infrastructure.Databases;

namespace Equalization.Workflow.Web;

/// <summary>Every setting of the product, with its safe value. appsettings.sample.json shows them all; <see cref="SettingsReader"/> reads them.</summary>
public sealed class Settings
{
    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5180";

    public DatabaseSettings Database { get; set; } = new();

    public FileSettings Files { get; set; } = new();

    public SignInSettings SignIn { get; set; } = new();

    public SampleSettings Sample { get; set; } = new();

    public UploadSettings Upload { get; set; } = new();

    public ProxySettings Proxy { get; set; } = new();

    public JobSettings Jobs { get; set; } = new();

    public ClockSettings Clock { get; set; } = new();

    public ProcessSettings Processes { get; set; } = new();

    public PaperSettings Papers { get; set; } = new();

    public RebalancingSettings Rebalancings { get; set; } = new();

    public MailSettings Mail { get; set; } = new();
}

/// <summary>Section "Files".</summary>
public sealed class FileSettings
{
    /// <summary>Where the product keeps what it makes: the SQLite file, evidence, keys. Taken from the program's folder when it is not absolute.</summary>
    public string DataFolder { get; set; } = "data";

    public string Evidence => Path.Combine(DataFolder, "files");

    public string Keys => Path.Combine(DataFolder, "keys");

    public string Mail => Path.Combine(DataFolder, "mail");

    public string SqliteFile => Path.Combine(DataFolder, "workflow.db");
}

/// <summary>Section "SignIn".</summary>
public sealed class SignInSettings
{
    /// <summary>Hours without a click after which a sign-in expires.</summary>
    public int Hours { get; set; } = 8;

    /// <summary>Sign-in attempts a minute from one address.</summary>
    public int TriesPerMinute { get; set; } = 20;

    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    public int LockoutTries { get; set; } = 5;

    public int LockoutMinutes { get; set; } = 15;

    /// <summary>Fewest characters of a password.</summary>
    public int PasswordLength { get; set; } = 10;

    /// <summary>Days for which a one-time password lets its holder in.</summary>
    public int CodeDays { get; set; } = CodeTerm.DefaultDays;
}

/// <summary>Section "Sample".</summary>
public sealed class SampleSettings
{
    /// <summary>Whether the sample city may be loaded at all; <see cref="SignIn.SampleGate"/> has the last word.</summary>
    public bool Load { get; set; } = true;
}

/// <summary>Section "Upload".</summary>
public sealed class UploadSettings
{
    public int MaxEvidenceMegabytes { get; set; } = 200;

    public long MaxEvidenceBytes => MaxEvidenceMegabytes * 1024L * 1024L;
}

/// <summary>Section "Rebalancings".</summary>
public sealed class RebalancingSettings
{
    /// <summary>Days after which a search for a plan of transfers or additions is taken away, unless a task was made of it.</summary>
    public int KeepDays { get; set; } = RebalancingStay.DefaultDays;
}

/// <summary>Section "Proxy".</summary>
public sealed class ProxySettings
{
    /// <summary>Addresses of the reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.</summary>
    public string[] Addresses { get; set; } = [];
}

/// <summary>Section "Processes".</summary>
public sealed class ProcessSettings
{
    /// <summary>Folder of the process definitions. Taken from the program's own folder when it is not absolute.</summary>
    public string Folder { get; set; } = "workflows";
}

/// <summary>Section "Papers".</summary>
public sealed class PaperSettings
{
    /// <summary>Folder of the papers' templates. Taken from the program's own folder when it is not absolute.</summary>
    public string Templates { get; set; } = "templates/papers";
}

/// <summary>Section "Jobs".</summary>
public sealed class JobSettings
{
    /// <summary>Whether this program may run the timed jobs. Several may on one database: they agree among themselves.</summary>
    public bool Run { get; set; } = true;
}

/// <summary>Section "Clock": for demonstrations only.</summary>
public sealed class ClockSettings
{
    /// <summary>The instant to begin with, in China time, such as 2018-03-01 09:00; empty means the machine's clock.</summary>
    public string Now { get; set; } = "";

    /// <summary>How many times faster than the machine's clock it runs.</summary>
    public int Speed { get; set; } = 1;
}
