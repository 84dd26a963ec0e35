using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accounts;

/// <summary>How the person signed in is reached, and whether the day's digest also comes by mail.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class ContactModel(ContactService contacts) : WorkPage
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public async Task OnGet(CancellationToken ct)
    {
        var own = await contacts.Of(Actor, Actor.PersonId, ct);
        Input = new Typed { Email = own.Email, Mobile = own.Mobile, DigestByMail = own.DigestByMail, Version = own.Version };
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await contacts.ChangeOwn(Actor, new ContactInput(Input.Email, Input.Mobile, Input.Version), Input.DigestByMail, ct);
        this.Say(L["联系方式已保存。"]);
        return RedirectToPage();
    }, ct);

    /// <summary>The form itself is all that the page shows.</summary>
    protected override Task Load(CancellationToken ct) => Task.CompletedTask;

    public sealed class Typed
    {
        public string? Email { get; set; }

        public string? Mobile { get; set; }

        public bool DigestByMail { get; set; }

        public int Version { get; set; }
    }
}
