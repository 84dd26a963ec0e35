using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Reductions;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Ledgers;

/// <summary>A county's large classes (大班额) and too large schools: targets by year against what the data says, and the schools concerned.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class ReductionsModel(ReductionQueries queries, CountyQueries counties, ReductionService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public GapKind Kind { get; set; } = GapKind.ClassSize;

    [BindProperty(SupportsGet = true)]
    public string? County { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public IReadOnlyList<string> Counties { get; private set; } = [];

    /// <summary>Null while there are no schools at all.</summary>
    public Reduction? Shown { get; private set; }

    public bool IsOffice => Actor.Role == Role.Office;

    public bool CountsClasses => Kind == GapKind.ClassSize;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await service.Set(Actor, Kind, County, Input.Year, Input.Versions.TryGetValue(Input.Year, out var version) ? version : null, Input.Most, ct);
        this.Say(L["已设定消减目标。"]);
        return RedirectToPage(new { kind = Kind, county = County });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Kind = Kind == GapKind.SchoolSize ? Kind : GapKind.ClassSize;
        Counties = [.. (await counties.Years(Actor, ct)).Select(y => y.County).Distinct()];
        var county = Counties.Contains(County) ? County! : Counties.Count > 0 ? Counties[0] : null;
        Shown = county is null ? null : await queries.Of(Actor, Kind, county, ct);
    }

    public sealed class Typed
    {
        /// <summary>Of the targets that the form showed, by school year.</summary>
        public Dictionary<int, int> Versions { get; set; } = [];

        public int Year { get; set; }

        public int Most { get; set; }
    }
}
