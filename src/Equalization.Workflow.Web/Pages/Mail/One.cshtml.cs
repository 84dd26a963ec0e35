using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Infrastructure.Mail;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Mail;

/// <summary>One mail: where it stands, and, where mails go into a folder, what it says. What it says is for the office alone.</summary>
[Authorize(Policy = Policies.Mail)]
public sealed class OneModel(MailQueries queries, MailService service, MailFiles files) : WorkPage
{
    /// <summary>A mail's own styles stand in it; nothing else of it may run, load or lead anywhere.</summary>
    private const string FramePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public MailRow Mail { get; private set; } = null!;

    public MailFile? Kept { get; private set; }

    public bool MayRead => MailPermissions.MayRead(Actor, Actor.JurisdictionId);

    public IEnumerable<string> Errors => ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage);

    public Task OnGet(CancellationToken ct) => Load(ct);

    /// <summary>The HTML body alone, for the frame on the page.</summary>
    public async Task<IActionResult> OnGetHtml(CancellationToken ct)
    {
        Permission.Require(MayRead);
        await Load(ct);
        Response.Headers.ContentSecurityPolicy = FramePolicy;
        Response.Headers.XFrameOptions = "SAMEORIGIN";
        return Content(Kept?.Html ?? "", "text/html; charset=utf-8");
    }

    public Task<IActionResult> OnPostResend(CancellationToken ct) => Try(async () =>
    {
        await service.Resend(Actor, Id, Input.Version, ct);
        this.Say(L["已放回待发送，一分钟内再次尝试。"]);
        return RedirectToPage("/Mail/Index");
    }, ct);

    public Task<IActionResult> OnPostGiveUp(CancellationToken ct) => Try(async () =>
    {
        await service.GiveUp(Actor, Id, Input.Version, ct);
        this.Say(L["已放弃发送。"]);
        return RedirectToPage("/Mail/Index");
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Mail = await queries.One(Actor, Id, ct);
        Kept = MayRead ? await files.Find(Mail.MessageId, ct) : null;
    }

    public sealed class Typed
    {
        public int Version { get; set; }
    }
}
