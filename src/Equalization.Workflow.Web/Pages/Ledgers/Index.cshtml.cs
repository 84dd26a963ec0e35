using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Ledgers;

/// <summary>The ledger of gaps of schools and counties under a filter of the address; the office registers a year's gaps and ties chosen ones to a task.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(GapQueries queries, CountyQueries counties, GapRegisterService registering, TieService tying, TieQueries ties) : WorkPage
{
    private const int PageSize = 50;
    private const int MostTasks = 300;

    [BindProperty(SupportsGet = true)]
    public GapChoice Choice { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Typed Input { get; set; } = new();

    public Paged<GapRow> Shown { get; private set; } = null!;

    public IReadOnlyList<string> Counties { get; private set; } = [];

    /// <summary>Years and counties with data, for the registration; empty for all but the office.</summary>
    public IReadOnlyList<CountyYear> Data { get; private set; } = [];

    public IReadOnlyList<(string Number, string Title)> Tasks { get; private set; } = [];

    public bool IsOffice => Actor.Role == Role.Office;

    public bool ReadsAll => Actor.ReadsAll(Actor.JurisdictionId);

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostRegister(CancellationToken ct) => Try(async () =>
    {
        var (year, county) = Chosen(Input.Data);
        var done = await registering.Register(Actor, year, county, ct);
        this.Say(L["已登记 {0} {1}—{2} 学年：新增 {3} 项，更新 {4} 项；{5} 项以更晚学年的数据或此前的决定为准，未登记；{6} 项没有数据，未知。", county, year, year + 1, done.Opened, done.Booked, done.Left, done.Unknown]);
        return RedirectToPage(new { county });
    }, ct);

    public Task<IActionResult> OnPostTie(CancellationToken ct) => Try(async () =>
    {
        var tied = await tying.Tie(Actor, Input.Picked, Input.TaskNumber, ct);
        this.Say(L["已关联差距 {0} 项。", tied]);
        return LocalRedirect(Address.With(Request));
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.Page(Actor, Choice.Filter(), Math.Max(1, Number), PageSize, ct);
        Counties = await queries.Counties(Actor, ct);
        if (IsOffice)
        {
            Data = await counties.Years(Actor, ct);
            Tasks = await ties.OpenTasks(Actor, MostTasks, ct);
        }
    }

    /// <summary>“2026 东湖区”: a year and a county of the list.</summary>
    private static (int Year, string County) Chosen(string? written)
    {
        var words = (written ?? "").Split(' ', 2);
        return words.Length == 2 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? (year, words[1])
            : throw new RuleBroken("ledger-data", "请选择要登记的学年和区县。") { Field = nameof(Typed.Data) };
    }

    public sealed class Typed
    {
        public string? Data { get; set; }

        public List<Guid> Picked { get; set; } = [];

        public string? TaskNumber { get; set; }
    }
}
