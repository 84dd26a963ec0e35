using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Calendar;

/// <summary>A year of working days, holidays and make-up days on one screen, for everybody; for the administrator also what was imported.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(Acting acting, WorkingCalendars calendars, CalendarQueries queries, TimeProvider clock) : PageModel
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Asked { get; set; }

    public int Year => Math.Clamp(Asked ?? Today.Year, FirstYear, LastYear);

    public DateOnly Today => clock.Today();

    public YearSheet Sheet { get; private set; } = null!;

    public bool MayChange => CalendarPermissions.MayChange(acting.Actor);

    public IReadOnlyList<CalendarImportRow> Imports { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        Sheet = YearSheet.Of(await calendars.Current(ct), Year);
        Imports = MayChange ? await queries.Imports(acting.Actor, ct) : [];
    }
}
