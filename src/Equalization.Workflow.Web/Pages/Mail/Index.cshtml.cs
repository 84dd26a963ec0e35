using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Mail;

/// <summary>The delivery log: what left, what waits, what did not arrive and why.</summary>
[Authorize(Policy = Policies.Mail)]
public sealed class IndexModel(MailQueries queries, MailService service, MailSettings settings) : WorkPage
{
    public const int PageSize = 50;

    /// <summary>A state by its name in small letters; undelivered, which the lines on other pages link to, is that of parked mails.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<MailRow> Mails { get; private set; } = null!;

    public int Undelivered { get; private set; }

    public IEnumerable<string> Errors => ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage);

    public IEnumerable<(string Value, string Text)> States =>
        Enum.GetValues<MailState>().Select(s => (s.ToString().ToLowerInvariant(), L[MailWords.Of(s)].Value)).Append(("undelivered", L["未送达和久等未发"].Value));

    public string RouteNote => settings.Route switch
    {
        MailRoute.Folder => L["邮件写成 .eml 文件，不会真正寄出。点开一封可查看内容。"],
        MailRoute.Smtp => L["由 {0} 经 {1} 发出。", settings.FromAddress, settings.Host],
        MailRoute.Off => L["未启用邮件发送，通知只在站内。"],
    };

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostTest(CancellationToken ct) => Try(async () =>
    {
        this.Say(L["测试邮件已放入待发送，一分钟内发往 {0}。", await service.SendTest(Actor, ct)]);
        return RedirectToPage();
    }, ct);

    public Task<IActionResult> OnPostResendAll(CancellationToken ct) => Try(async () =>
    {
        this.Say(L["已把 {0} 封邮件放回待发送。", await service.ResendAll(Actor, ct)]);
        return RedirectToPage();
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        var state = Enum.TryParse<MailState>(State, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : (MailState?)null;
        Mails = await queries.Page(Actor, new MailFilter(state, Person, Day, State == "undelivered"), Math.Max(1, Number), PageSize, ct);
        Undelivered = await queries.Undelivered(Actor, ct);
    }
}
