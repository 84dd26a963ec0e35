using Equalization.Workflow.Core.Interviews.Rules;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Interviews;

/// <summary>The rules of interviews: read by administrator, office and auditor; the administrator puts the next version in force.</summary>
[Authorize(Policy = Policies.Rules)]
public sealed class RulesModel(InterviewRuleService service) : WorkPage
{
    public sealed class RulesInput
    {
        public int From { get; set; }

        public int NoticeAheadDays { get; set; }

        public int HoldWithinDays { get; set; }

        public int ReportWorkingDays { get; set; }

        public int PlanDays { get; set; }

        public int ConfirmWorkingDays { get; set; }

        public int RemindWorkingDays { get; set; }

        public TimeOnly OpensAt { get; set; }

        public TimeOnly ClosesAt { get; set; }

        public bool HeadsOnly { get; set; }

        public bool DeputyAllowed { get; set; }

        public string? Kinds { get; set; }

        public string? Triggers { get; set; }

        public string? NoShowText { get; set; }

        public string? Note { get; set; }
    }

    [BindProperty]
    public RulesInput Input { get; set; } = new();

    public InterviewRulesPage Shown { get; private set; } = null!;

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        var t = Shown.InForce.Terms;
        Input = new RulesInput
        {
            From = Shown.InForce.Number, NoticeAheadDays = t.NoticeAheadDays, HoldWithinDays = t.HoldWithinDays, ReportWorkingDays = t.ReportWorkingDays, PlanDays = t.PlanDays,
            ConfirmWorkingDays = t.ConfirmWorkingDays, RemindWorkingDays = t.RemindWorkingDays, OpensAt = t.OpensAt, ClosesAt = t.ClosesAt, HeadsOnly = t.HeadsOnly,
            DeputyAllowed = t.DeputyAllowed, Kinds = t.Kinds, Triggers = t.Triggers, NoShowText = t.NoShowText,
        };
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var terms = new InterviewTerms(
            Input.NoticeAheadDays, Input.HoldWithinDays, Input.ReportWorkingDays, Input.PlanDays, Input.ConfirmWorkingDays, Input.RemindWorkingDays, Input.OpensAt, Input.ClosesAt,
            Input.HeadsOnly, Input.DeputyAllowed, Input.Kinds, Input.Triggers, Input.NoShowText);
        this.Say(L["约谈规则第 {0} 版已生效，办理中的约谈仍按原版本。", await service.Set(Actor, Input.From, terms, Input.Note, ct)]);
        return RedirectToPage();
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await service.Page(Actor, ct);
}
