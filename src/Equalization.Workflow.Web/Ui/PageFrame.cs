namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// What the frame around a page shows of the person and the place. One a request, filled before the page runs;
/// the layout asks nobody else.
/// </summary>
public sealed class PageFrame
{
    public string ProductName { get; set; } = Texts.Mark("优质均衡任务台账");

    /// <summary>The city or county whose ledger is open; empty before sign-in.</summary>
    public string JurisdictionName { get; set; } = "";

    /// <summary>Empty means nobody is signed in, and the frame shows no menu.</summary>
    public string PersonName { get; set; } = "";

    public PostChoice? ActingAs { get; set; }

    /// <summary>All posts the person holds today, the one in use among them.</summary>
    public IReadOnlyList<PostChoice> Posts { get; set; } = [];

    /// <summary>Unread notices of the post in use.</summary>
    public int NoticeCount { get; set; }

    /// <summary>Processes that stand still until this person acts: counted for the administrator, so that none stands unseen.</summary>
    public int StoppedProcesses { get; set; }

    /// <summary>Somebody has set the clock of this database; every page says so, on paper too.</summary>
    public bool IsDemonstration { get; set; }

    public IReadOnlyList<MenuItem> AllowedMenu { get; set; } = [];
}
