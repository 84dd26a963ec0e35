using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accountabilities;

/// <summary>The legal terms, each with the source it rests on; the administrator puts the next version in force.</summary>
[Authorize(Policy = Policies.Rules)]
public sealed class TermsModel(AccountabilityQueries queries, AccountabilityRuleService service) : WorkPage
{
    public sealed class TermInput
    {
        public CaseTerm Kind { get; set; }

        public int Days { get; set; }

        public string? Source { get; set; }
    }

    public sealed class TermsInput
    {
        public int Version { get; set; }

        public List<TermInput> Terms { get; set; } = [];

        public string? Note { get; set; }
    }

    [BindProperty]
    public TermsInput Input { get; set; } = new();

    public TermsPage Shown { get; private set; } = null!;

    /// <summary>What was typed where the form came back, else what is in force.</summary>
    public IEnumerable<(CaseTerm Kind, int Days, string? Source)> Fields => Input.Terms.Count > 0
        ? Input.Terms.Select(t => (t.Kind, t.Days, t.Source))
        : Shown.Terms.Select(t => (t.Kind, t.Days, t.Source));

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        this.Say(L["已发布第 {0} 版问责期限。", await service.Put(Actor, Input.Version, [.. Input.Terms.DistinctBy(t => t.Kind).Select(t => new TermValue(t.Kind, t.Days, t.Source))], Input.Note, ct)]);
        return RedirectToPage();
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Terms(Actor, ct);
}
