using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Web.Processes;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Processes;

/// <summary>One instance: where it stands on its picture, what it waits for, every step taken; a stopped one is retried or cancelled here.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class InstanceModel(ProcessFileQueries files, ProcessService service) : ProcessPage
{
    public sealed class SettleInput
    {
        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public SettleInput Input { get; set; } = new();

    public ProcessFile Shown { get; private set; } = null!;

    public ProcessView? View { get; private set; }

    public bool MaySeeDetail => ProcessPermissions.MaySeeDetail(Actor);

    public static string CodeOf(string code) => code switch
    {
        "failed" => Texts.Mark("步骤出错"),
        "too-long" => Texts.Mark("步骤超时"),
        "too-many-steps" => Texts.Mark("步数过多"),
        "too-deep" => Texts.Mark("连锁过深"),
        "child-cancelled" => Texts.Mark("所等的流程被取消"),
        "definition-refused" => Texts.Mark("流程定义不能使用"),
        _ => code,
    };

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostRetry(CancellationToken ct) => Try(async () =>
    {
        var goesOn = await service.Retry(Actor, Id, ct);
        this.Say(goesOn ? L["已重试，流程继续往下走。"] : L["已重试，流程仍停在异常上。请按新的异常说明处理。"]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostCancel(CancellationToken ct) => Try(async () =>
    {
        await service.Cancel(Actor, Id, Input.Reason, ct);
        this.Say(L["已取消流程，理由已记入审计。"]);
        return RedirectToPage(new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await files.Load(Actor, Id, Math.Max(1, Number), ct);
        View = ViewOf(Shown.Instance);
    }
}
