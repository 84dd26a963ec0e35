using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Units.Rosters;

/// <summary>The dry run of a table: wrong rows with what to do, changes cell by cell, what the table leaves out; and its confirmation. How it is read lives in the address.</summary>
[Authorize(Policy = Policies.UnitList)]
public sealed class CheckModel(RosterService service) : WorkPage
{
    public const int PageSize = 100;

    /// <summary>The tab of what the file does not name.</summary>
    public const string MissingTab = "Missing";

    /// <summary>Before a column's name, in the address: the heading that stands for it.</summary>
    public const string MapPrefix = "map.";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool HiddenRows { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool HiddenSheets { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Confirmation Input { get; set; } = new();

    public RosterPreview Preview { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Map { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<RosterLine> Lines { get; private set; } = [];

    /// <summary>Rows of the tab, for leafing.</summary>
    public int Total { get; private set; }

    public int Count(RosterChange change) => Preview.Check?.Count(change) ?? 0;

    public int WouldTake => Count(RosterChange.Added) + Count(RosterChange.Changed);

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var done = await service.Take(Actor, Id, Reading(), Input.Mark, Input.RightRowsOnly, ct);
        this.Say(L["导入完成：新增 {0}，变更 {1}，略过有错的 {2} 行。", done.Added, done.Changed, done.LeftOut]);
        return RedirectToPage("/Units/Rosters/Index");
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Preview = await service.Preview(Actor, Id, Reading(), ct);
        Input.Mark = Preview.Mark;
        if (Preview.Check is not { } check)
        {
            return;
        }

        Tab ??= Enum.GetValues<RosterChange>().FirstOrDefault(c => check.Count(c) > 0).ToString();
        Number = Math.Max(1, Number);
        if (Enum.TryParse<RosterChange>(Tab, out var change))
        {
            var lines = check.Lines.Where(l => l.Change == change).ToList();
            (Lines, Total) = ([.. lines.Skip((Number - 1) * PageSize).Take(PageSize)], lines.Count);
        }
        else
        {
            Total = check.Missing.Count;
        }
    }

    private RosterReading Reading()
    {
        Map = Request.Query.Where(q => q.Key.StartsWith(MapPrefix, StringComparison.Ordinal) && !string.IsNullOrEmpty(q.Value))
            .ToDictionary(q => q.Key[MapPrefix.Length..], q => q.Value.ToString());
        return new RosterReading(Map, HiddenRows, HiddenSheets);
    }

    public sealed class Confirmation
    {
        /// <summary>Of the result that the form stood under.</summary>
        public string Mark { get; set; } = "";

        public bool RightRowsOnly { get; set; }
    }
}
