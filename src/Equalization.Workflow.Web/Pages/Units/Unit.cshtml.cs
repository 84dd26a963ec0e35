using Equalization.Workflow.Core.Desks.Burdens;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Units;

/// <summary>A unit: how documents write it, its people with posts and sign-ins, who is in charge of it.</summary>
[Authorize(Policy = Policies.SignedIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class UnitModel(UnitQueries units, UnitService unitService, PeopleService people, AccountService accounts, AccountQueries signIns, BurdenQueries burdens) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>A day of the month whose burden is shown; this month unless named.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Month { get; set; }

    public UnitDetail Unit { get; private set; } = null!;

    /// <summary>Null for whoever may not read what is asked of the unit.</summary>
    public Burden? Burden { get; private set; }

    public IReadOnlyDictionary<Guid, AccountRow> Accounts { get; private set; } = new Dictionary<Guid, AccountRow>();

    /// <summary>Shown once, in the answer to the very request that made it.</summary>
    public OneTimePassword? NewPassword { get; private set; }

    public string SiteAddress => $"{Request.Scheme}://{Request.Host}{Request.PathBase}";

    public bool MayEdit => UnitPermissions.MayEdit(Actor, Actor.JurisdictionId);

    public DateOnly Today => Actor.Day;

    public IEnumerable<string> Errors => ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage);

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostOpen(CancellationToken ct) => Try(async () =>
    {
        NewPassword = await accounts.Open(Actor, Input.PersonId, Input.UserName ?? "", ct);
        await Load(ct);
        return Page();
    }, ct);

    public Task<IActionResult> OnPostReset(CancellationToken ct) => Try(async () =>
    {
        NewPassword = await accounts.Reset(Actor, Input.PersonId, ct);
        await Load(ct);
        return Page();
    }, ct);

    public Task<IActionResult> OnPostClose(CancellationToken ct) =>
        Do(() => accounts.Close(Actor, Input.PersonId, closed: true, ct), L["账户已停用。"], ct);

    public Task<IActionResult> OnPostReopen(CancellationToken ct) =>
        Do(() => accounts.Close(Actor, Input.PersonId, closed: false, ct), L["账户已启用。"], ct);

    public Task<IActionResult> OnPostEndPost(CancellationToken ct) =>
        Do(() => people.End(Actor, Input.RowId, Input.LastDay, Input.Version, ct), L["已登记离任。"], ct);

    public Task<IActionResult> OnPostRelieve(CancellationToken ct) =>
        Do(() => people.Relieve(Actor, Input.RowId, Input.LastDay, ct), L["已结束分管。"], ct);

    public Task<IActionResult> OnPostEndUnit(CancellationToken ct) =>
        Do(() => unitService.End(Actor, Id, Input.LastDay, Input.Version, ct), L["已登记单位撤销。"], ct);

    public PrintedStrip StripOf(OneTimePassword made) => new(
        Unit.Posts.FirstOrDefault(p => p.PersonId == Input.PersonId)?.PersonName ?? "", Unit.Name, made.UserName, made.Password, made.ExpiresAt);

    /// <summary>A first proposal: what an import said, the part of the address before the @, or the name.</summary>
    public string UserNameFor(UnitPost post) => post.PersonId == Input.PersonId && Input.UserName is { } typed
        ? typed
        : post.SignInName ?? (post.Email?.Split('@')[0] is { Length: > 1 } mailbox ? mailbox : post.PersonName);

    protected override async Task Load(CancellationToken ct)
    {
        Unit = await units.Detail(Actor, Id, ct);
        Burden = BurdenPermissions.MayRead(Actor, Id) ? await burdens.Of(Actor, Id, Month is { Year: > 2000 and < 2100 } named ? named : Today, ct) : null;
        Accounts = await signIns.OfUnit(Actor, Id, ct);
    }

    private Task<IActionResult> Do(Func<Task> act, string said, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(said);
        return RedirectToPage("/Units/Unit", new { id = Id });
    }, ct);

    /// <summary>The few values of the page's small forms; each sends those it has.</summary>
    public sealed class Typed
    {
        public Guid PersonId { get; set; }

        public string? UserName { get; set; }

        /// <summary>The post or the charge that ends.</summary>
        public Guid RowId { get; set; }

        public DateOnly LastDay { get; set; }

        public int Version { get; set; }
    }
}
