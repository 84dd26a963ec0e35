using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Deputies;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Deputies;

/// <summary>Deputies that concern the person, or all of the jurisdiction for whoever keeps units and people.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(DeputyQueries queries, DeputyService service) : WorkPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Typed Input { get; set; } = new();

    public Paged<DeputyRow> Rows { get; private set; } = null!;

    public Guid OwnPost => Actor.MembershipId;

    public bool ActsForAnother => Actor.IsDeputy;

    public DateOnly Today => Actor.Day;

    public IEnumerable<string> Errors => ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage);

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostWithdraw(CancellationToken ct) => Try(async () =>
    {
        await service.Withdraw(Actor, Input.Id, Input.Version, ct);
        this.Say(L["代理已撤回。"]);
        return RedirectToPage();
    }, ct);

    protected override async Task Load(CancellationToken ct) => Rows = await queries.Page(Actor, Math.Max(1, Number), PageSize, ct);

    public sealed class Typed
    {
        public Guid Id { get; set; }

        public int Version { get; set; }
    }
}
