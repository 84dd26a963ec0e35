using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>The standard that judges a school year, value by value with its source, and where this place is stricter.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class StandardModel(LocalStandardQueries standards, LocalStandardService service, TimeProvider clock) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public StandardSet Shown { get; private set; } = null!;

    public int ShownYear => Year ?? SchoolYear.On(clock.Today());

    public IReadOnlyList<LocalRow> Local { get; private set; } = [];

    public bool IsOffice => Actor.Role == Role.Office;

    /// <summary>Values with a direction: these alone can be stricter.</summary>
    public IReadOnlyList<StandardRule> Adjustable => [.. Shown.Rules.Where(r => r.Rule is "threshold" or "limit" or "guarantee" or "quality" or "condition" or "recognition" && r.Value.Length > 0 && r.Comparison.Length > 0)];

    public string NameOf(LocalRow row) => Shown.Rules.FirstOrDefault(r => r.Rule == row.Rule && r.Subject == row.Subject && r.Level == row.Level) is { } rule ? Shown.NameOf(rule) : row.Rule;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await Load(ct);
        var rule = Input.Rule >= 0 && Input.Rule < Adjustable.Count ? Adjustable[Input.Rule] : throw new RuleBroken("standard-unknown", "标准中没有“{0}”这一项。请从标准表中选择。", Input.Rule);
        await service.Set(Actor, new LocalValue(rule.Rule, rule.Subject, rule.Level, Input.Value ?? "", Input.FromYear, Input.Basis ?? ""), ct);
        this.Say(L["已设定地方标准。"]);
        return RedirectToPage();
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await standards.For(Actor, ShownYear, ct);
        Local = await standards.All(Actor, ct);
    }

    public sealed class Typed
    {
        /// <summary>Its place among <see cref="Adjustable"/>.</summary>
        public int Rule { get; set; }

        public string? Value { get; set; }

        public int FromYear { get; set; }

        public string? Basis { get; set; }
    }
}
