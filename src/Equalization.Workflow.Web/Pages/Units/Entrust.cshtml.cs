using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Units;

/// <summary>Puts a leader in charge of a unit.</summary>
[Authorize(Policy = Policies.UnitList)]
public sealed class EntrustModel(UnitQueries units, PeopleService people) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public string UnitName { get; private set; } = "";

    public IReadOnlyList<UnitName> Leaders { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        Input.FromOn = Actor.Day;
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await people.Entrust(Actor, Input.MembershipId, Id, Input.FromOn, ct);
        this.Say(L["已登记分管领导。"]);
        return RedirectToPage("/Units/Unit", new { id = Id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        UnitName = (await units.Detail(Actor, Id, ct)).Name;
        Leaders = await units.Leaders(Actor, ct);
    }

    public sealed class Typed
    {
        public Guid MembershipId { get; set; }

        public DateOnly FromOn { get; set; }
    }
}
