namespace Equalization.Workflow.Core.Notifications;

/// <summary>Where mails go.</summary>
public enum MailRoute
{
    /// <summary>Into a folder, one .eml file each: for development and trial.</summary>
    Folder,

    /// <summary>To an SMTP server.</summary>
    Smtp,

    /// <summary>Nowhere: a closed network works with the inbox alone, and mails are dropped with that reason.</summary>
    Off,
}

/// <summary>How the connection to the SMTP server is secured.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the start, port 465.</summary>
    Tls,

    /// <summary>Begun in clear and secured by STARTTLS before anything is said, port 587. A server that does not offer it is refused.</summary>
    StartTls,

    /// <summary>In clear, port 25: only for a server on this machine or a closed wire.</summary>
    None,
}

/// <summary>Section "Mail" of the settings.</summary>
public sealed class MailSettings
{
    public MailRoute Route { get; set; } = MailRoute.Folder;

    /// <summary>Where .eml files go with <see cref="MailRoute.Folder"/>; empty means mail in the data folder.</summary>
    public string Folder { get; set; } = "";

    public string Host { get; set; } = "";

    /// <summary>Null takes the usual one of <see cref="Security"/>.</summary>
    public int? Port { get; set; }

    public MailSecurity Security { get; set; } = MailSecurity.Tls;

    /// <summary>A PEM file with the certificate of one's own authority, believed besides those that the system believes.</summary>
    public string TrustFile { get; set; } = "";

    /// <summary>Empty: the server is used without signing in.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public string FromAddress { get; set; } = "ledger@localhost";

    public string FromName { get; set; } = "优质均衡任务台账";

    /// <summary>The address people open the program at, for links in mails; empty: mails carry none.</summary>
    public string SiteAddress { get; set; } = "";

    /// <summary>The language of mails that the program writes: zh-CN or en.</summary>
    public string Language { get; set; } = "zh-CN";

    /// <summary>Tries after which a mail is parked.</summary>
    public int Attempts { get; set; } = 8;

    /// <summary>Seconds a server may take to answer a command; ten times that for taking a whole mail over.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>Connections at the same time, 1 to 4.</summary>
    public int Connections { get; set; } = 4;

    public int PortInUse => Port ?? Security switch
    {
        MailSecurity.Tls => 465,
        MailSecurity.StartTls => 587,
        MailSecurity.None => 25,
    };

    /// <summary>The right side of the sender's address.</summary>
    public string Domain => FromAddress[(FromAddress.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>An address of this program, such as /Tasks/…, as a mail may link to it; null where <see cref="SiteAddress"/> is not set.</summary>
    public string? Link(string path) => SiteAddress.Length == 0 ? null : SiteAddress.TrimEnd('/') + path;
}
