using System.ComponentModel.DataAnnotations;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Rules;

/// <summary>The draft of the next ladder; begun from the one in force.</summary>
[Authorize(Policy = Policies.UnitList)]
public sealed class LadderEditModel(LadderRuleQueries queries, LadderRuleService service) : WorkPage
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public async Task OnGet(CancellationToken ct)
    {
        var page = await queries.Page(Actor, null, ct);
        var begun = page.Draft ?? page.Shown;
        Input = new Typed
        {
            Note = page.Draft?.Note ?? "",
            Version = page.Draft?.DraftVersion,
            Cells = begun.Rules.Rules.ToDictionary(r => Key(r.Rung, r.Risk), r => new Cell
            {
                Runs = r.Runs,
                AfterSilence = r.AfterSilence,
                AfterAnswer = r.AfterAnswer,
                Term = r.Term,
                Signer = r.Signer,
                TellsLeader = r.TellsLeader,
                RepeatEvery = r.RepeatEvery,
                RepeatMost = r.RepeatMost,
            }),
        };
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var rules = from risk in Enum.GetValues<RiskClass>()
                    from rung in Enum.GetValues<Rung>()
                    where Input.Cells.ContainsKey(Key(rung, risk))
                    let c = Input.Cells[Key(rung, risk)]
                    select new LadderRule(rung, risk, c.Runs, c.AfterSilence, c.AfterAnswer, c.Term, c.Signer, c.TellsLeader, c.RepeatEvery, c.RepeatMost);
        await service.SaveDraft(Actor, new LadderRules([.. rules]), Input.Note, Input.Version, ct);
        this.Say(L["已保存督办阶梯草稿，尚未生效。"]);
        return RedirectToPage("/Rules/Ladder");
    }, ct);

    public static string Key(Rung rung, RiskClass risk) => $"{risk}.{rung}";

    protected override Task Load(CancellationToken ct)
    {
        foreach (var rung in Enum.GetValues<Rung>())
        {
            foreach (var risk in Enum.GetValues<RiskClass>())
            {
                Input.Cells.TryAdd(Key(rung, risk), new Cell());
            }
        }

        return Task.CompletedTask;
    }

    public sealed class Typed
    {
        [StringLength(300)]
        public string? Note { get; set; }

        public int? Version { get; set; }

        public Dictionary<string, Cell> Cells { get; set; } = [];
    }

    public sealed class Cell
    {
        public bool Runs { get; set; }

        public int AfterSilence { get; set; }

        public int AfterAnswer { get; set; }

        public int Term { get; set; }

        public LadderSigner Signer { get; set; }

        public bool TellsLeader { get; set; }

        public int RepeatEvery { get; set; }

        public int RepeatMost { get; set; }
    }
}
