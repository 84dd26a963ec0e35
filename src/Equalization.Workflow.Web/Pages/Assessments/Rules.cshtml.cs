using System.Globalization;
using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Assessments;

/// <summary>The rules of one year: written until they are fixed.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class RulesModel(AssessmentQueries queries, AssessmentRuleService service) : WorkPage
{
    public sealed class RulesInput
    {
        public int Version { get; set; }

        public decimal Done { get; set; }

        public int CooperatingShare { get; set; }

        public decimal Late { get; set; }

        public decimal Returned { get; set; }

        public decimal Supervised { get; set; }

        public decimal Criticised { get; set; }

        public decimal Praised { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RulesInput Input { get; set; } = new();

    public AssessmentRuleSet Shown { get; private set; } = null!;

    /// <summary>Name of the input, its label and its value: what was typed, when it came back.</summary>
    public IEnumerable<(string Name, string Word, string Value)> Fields =>
        new (string Name, string Word, decimal Value)[]
        {
            (nameof(RulesInput.Done), Texts.Mark("完成一项任务（牵头单位）"), Shown.Done),
            (nameof(RulesInput.CooperatingShare), Texts.Mark("配合单位计分比例（%）"), Shown.CooperatingShare),
            (nameof(RulesInput.Late), Texts.Mark("逾期"), Shown.Late),
            (nameof(RulesInput.Returned), Texts.Mark("办结申请被退回"), Shown.Returned),
            (nameof(RulesInput.Supervised), Texts.Mark("被督办"), Shown.Supervised),
            (nameof(RulesInput.Criticised), Texts.Mark("被通报批评"), Shown.Criticised),
            (nameof(RulesInput.Praised), Texts.Mark("被通报表扬"), Shown.Praised),
        }.Select(f => (f.Name, f.Word, ModelState["Input." + f.Name]?.AttemptedValue ?? f.Value.ToString("0.##", CultureInfo.InvariantCulture)));

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostWrite(CancellationToken ct) => Try(async () =>
    {
        await service.Write(Actor, Id, Input.Version, new AssessmentValues(
            Input.Done, Input.CooperatingShare, Input.Late, Input.Returned, Input.Supervised, Input.Criticised, Input.Praised), ct);
        this.Say(L["已保存考核规则。"]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostFix(CancellationToken ct) => Try(async () =>
    {
        await service.Fix(Actor, Id, Input.Version, ct);
        this.Say(L["已固定考核规则。"]);
        return RedirectToPage(new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Rules(Actor, Id, ct);
}
