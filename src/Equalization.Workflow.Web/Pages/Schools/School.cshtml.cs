using System.Globalization;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>One school in one school year: each indicator opened to its working, the years before, and what people entered by hand. Made to be printed.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class SchoolModel(SchoolQueries queries, SchoolEntryService service, GapQueries gaps, TieQueries ties) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public ExplainInput Input { get; set; } = new();

    public SchoolView Shown { get; private set; } = null!;

    /// <summary>The school's own ledger (一校一台账), as far as this reader sees it.</summary>
    public SchoolGaps Gaps { get; private set; } = null!;

    /// <summary>By gap.</summary>
    public ILookup<Guid, SchoolTask> Tasks { get; private set; } = null!;

    public bool IsOffice => Actor.Role == Role.Office;

    /// <summary>All that is known, as the working of a figure writes it.</summary>
    public static string Exact(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "—";

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostExplain(CancellationToken ct) => Try(async () =>
    {
        await service.Explain(Actor, Id, Input.Year, Input.Explanation ?? "", ct);
        this.Say(L["已记下说明。"]);
        return RedirectToPage(new { id = Id, year = Input.Year });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.School(Actor, Id, Year, ct);
        Gaps = await gaps.OfSchool(Actor, Id, ct);
        Tasks = (await ties.OfSchool(Actor, Id, ct)).ToLookup(t => t.EntryId);
    }

    public sealed class ExplainInput
    {
        public int Year { get; set; }

        public string? Explanation { get; set; }
    }
}
