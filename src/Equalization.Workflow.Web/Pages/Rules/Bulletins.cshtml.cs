using Equalization.Workflow.Core.Bulletins.Rules;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Rules;

/// <summary>What the rules say of bulletins, and all versions before; the administrator puts the next in force.</summary>
[Authorize(Policy = Policies.Rules)]
public sealed class BulletinsModel(BulletinRuleService service) : WorkPage
{
    public sealed class TermsInput
    {
        /// <summary>Of the version that the form was made from.</summary>
        public int? Number { get; set; }

        public int? FactCheckWorkingDays { get; set; }

        public bool Ranking { get; set; }

        public string? Note { get; set; }
    }

    [BindProperty]
    public TermsInput Input { get; set; } = new();

    public BulletinTermsPage Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var number = await service.PutInForce(Actor, Input.Number ?? 0, new BulletinTerms(Input.FactCheckWorkingDays ?? 0, Input.Ranking), Input.Note, ct);
        this.Say(L["已发布规则第 {0} 版，从下一份通报起用。", number]);
        return RedirectToPage();
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await service.Page(Actor, ct);
}
