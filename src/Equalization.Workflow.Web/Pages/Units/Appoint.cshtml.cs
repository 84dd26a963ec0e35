using System.ComponentModel.DataAnnotations;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Units;

/// <summary>Gives somebody a post in a unit.</summary>
[Authorize(Policy = Policies.UnitList)]
public sealed class AppointModel(UnitQueries units, PeopleService people) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public string UnitName { get; private set; } = "";

    public IReadOnlyList<UnitName> People { get; private set; } = [];

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        Input.FromOn = Actor.Day;
        Input.Role = Roles[0];
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await people.Appoint(
            Actor, new Appointment(Id, Input.PersonId, Input.PersonName, Input.Email, Input.Mobile, Input.Role, Input.Post, Input.FromOn), ct);
        this.Say(L["已登记任职。没有账户的人员，请接着在下表中开通账户。"]);
        return RedirectToPage("/Units/Unit", new { id = Id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        var unit = await units.Detail(Actor, Id, ct);
        UnitName = unit.Name;
        People = await units.People(Actor, ct);
        Roles = PostRules.RolesIn(unit.Kind);
    }

    public sealed class Typed
    {
        public Guid? PersonId { get; set; }

        [StringLength(50)]
        public string? PersonName { get; set; }

        [StringLength(200)]
        public string? Email { get; set; }

        [StringLength(30)]
        public string? Mobile { get; set; }

        public Role Role { get; set; }

        [StringLength(60)]
        public string Post { get; set; } = "";

        public DateOnly FromOn { get; set; }
    }
}
