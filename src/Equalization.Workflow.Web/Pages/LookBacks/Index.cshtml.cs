using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.LookBacks;

/// <summary>回头看: what waits to be looked at again, what was found, the drawings and the rules they follow.</summary>
[Authorize(Policy = Policies.Overview)]
public sealed class IndexModel(LookBackQueries queries, LookBackService service) : WorkPage
{
    /// <summary>What the two forms post: a period to draw, or the next version of the rules.</summary>
    public sealed class ActInput
    {
        public DateOnly FirstDay { get; set; }

        public int Number { get; set; }

        public ReportCycle Cycle { get; set; }

        public int SharePercent { get; set; }

        public int Least { get; set; }

        public int TermWorkingDays { get; set; }

        public string? Note { get; set; }
    }

    [BindProperty]
    public ActInput Input { get; set; } = new();

    public LookBackPage Shown { get; private set; } = null!;

    /// <summary>The rules form was refused: it shows what was typed.</summary>
    public bool IsTyped { get; private set; }

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostDraw(CancellationToken ct) => Try(async () =>
    {
        var id = await service.Draw(Actor, Input.FirstDay, ct);
        this.Say(L["已抽取回头看样本。"]);
        return RedirectToPage("Draw", new { id });
    }, ct);

    public Task<IActionResult> OnPostRules(CancellationToken ct)
    {
        IsTyped = true;
        return Try(async () =>
        {
            var input = new LookBackRulesInput(Input.Cycle, Input.SharePercent, Input.Least, Input.TermWorkingDays, Input.Note);
            await service.SetRules(Actor, Input.Number, input, ct);
            this.Say(L["回头看规则第 {0} 版已生效。", Input.Number + 1]);
            return RedirectToPage();
        }, ct);
    }

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Page(Actor, ct);
}
