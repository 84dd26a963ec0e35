using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Units;

/// <summary>How to reach a person, kept by those who keep the list of people. Id is the unit one came from.</summary>
[Authorize(Policy = Policies.UnitList)]
public sealed class ContactModel(ContactService contacts) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid PersonId { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public PersonContact Contact { get; private set; } = null!;

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        Input = new Typed { Email = Contact.Email, Mobile = Contact.Mobile, Version = Contact.Version };
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await contacts.Change(Actor, PersonId, new ContactInput(Input.Email, Input.Mobile, Input.Version), ct);
        this.Say(L["联系方式已保存。"]);
        return RedirectToPage("/Units/Unit", new { id = Id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Contact = await contacts.Of(Actor, PersonId, ct);

    public sealed class Typed
    {
        public string? Email { get; set; }

        public string? Mobile { get; set; }

        public int Version { get; set; }
    }
}
