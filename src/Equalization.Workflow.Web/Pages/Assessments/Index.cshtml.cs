using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Assessments;

/// <summary>The years with their rules and results; the office begins rules and computes here.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(AssessmentQueries queries, BulletinQueries bulletins, AssessmentRuleService rules, AssessmentService service) : WorkPage
{
    private const int MostDays = 366;

    public sealed class YearInput
    {
        public int Year { get; set; }

        public DateOnly On { get; set; }

        public int WorkingDays { get; set; } = AssessmentService.ObjectionWorkingDays;
    }

    [BindProperty]
    public YearInput Input { get; set; } = new();

    public IReadOnlyList<AssessmentYear> Years { get; private set; } = [];

    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    public int ThisYear => Actor.Day.Year;

    public bool IsOffice => Actor.IsOffice(Actor.JurisdictionId);

    /// <summary>Years whose rules are fixed and that have not been computed.</summary>
    public IReadOnlyList<int> Ready => [.. Years.Where(y => y.Rules.FixedAt is not null && y.AssessmentId is null).Select(y => y.Rules.Year)];

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostBegin(CancellationToken ct) => Try(async () =>
        RedirectToPage("Rules", new { id = await rules.Begin(Actor, Input.Year, ct) }), ct);

    public Task<IActionResult> OnPostCompute(CancellationToken ct) => Try(async () =>
    {
        var id = await service.Compute(Actor, Input.Year, Input.On, Input.WorkingDays, ct);
        this.Say(L["已计算 {0} 年考核得分，并通知各单位核对。", Input.Year]);
        return RedirectToPage("One", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Years = await queries.Years(Actor, ct);
        Days = IsOffice ? await bulletins.SealedDays(Actor, MostDays, ct) : [];
    }
}
