using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Units.SignIns;

/// <summary>Opens sign-ins for all who have a user name and none yet; shows how far the job is.</summary>
[Authorize(Policy = Policies.UnitList)]
public sealed class IndexModel(SignInSheets sheets, CodeTerm term) : WorkPage
{
    private const int Shown = 20;

    public int Waiting { get; private set; }

    public int Days => term.Days;

    public IReadOnlyList<SheetRow> Sheets { get; private set; } = [];

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostAsk(CancellationToken ct) => Try(async () =>
    {
        await sheets.Ask(Actor, ct);
        this.Say(L["已开始开通账户，一分钟内有进展。"]);
        return RedirectToPage();
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Waiting = await sheets.Waiting(Actor, ct);
        Sheets = await sheets.List(Actor, Shown, ct);
    }
}
