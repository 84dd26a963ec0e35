using Equalization.Workflow.Core;
using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Calendar;

/// <summary>Takes in a year's holidays: first what would change and move, and only when that is confirmed the change itself.</summary>
[Authorize(Policy = Policies.Admin)]
public sealed class ImportModel(CalendarPreviewQueries previews, CalendarChangeService service) : WorkPage
{
    [BindProperty]
    public Upload Input { get; set; } = new();

    public CalendarPreview? Preview { get; private set; }

    public static string WordOf(CalendarDayKind kind) => kind switch
    {
        CalendarDayKind.Holiday => Texts.Mark("放假"),
        CalendarDayKind.Workday => Texts.Mark("补班"),
    };

    public static string WordOf(MoveKind kind) => kind switch
    {
        MoveKind.SignTerm => Texts.Mark("签收期限：{0} 个承办单位"),
        MoveKind.ReportDue => Texts.Mark("报告应报日：{0} 份报告"),
        MoveKind.ReplyDue => Texts.Mark("延期申请答复期限：{0} 件"),
        MoveKind.Timer => Texts.Mark("流程中的计时：{0} 处"),
    };

    public void OnGet()
    {
        // The empty form has nothing to load.
    }

    public Task<IActionResult> OnPostPreview(CancellationToken ct) => Try(async () =>
    {
        var file = await Read(ct);
        Input.FileName = Path.GetFileName(Input.File!.FileName);
        Preview = await previews.Preview(Actor, file, !Input.OnlyAdd, ct);
        return Page();
    }, ct);

    public Task<IActionResult> OnPostSave(CancellationToken ct) => Try(async () =>
    {
        await service.Save(Actor, new CalendarInput(Input.Text ?? "", Input.FileName ?? "", !Input.OnlyAdd, Input.Basis), ct);
        this.Say(L["已保存工作日历，正在逐批调整时限。"]);
        return RedirectToPage("Index", null, null, "imports");
    }, ct);

    protected override Task Load(CancellationToken ct) => Task.CompletedTask;

    private async Task<CalendarFile> Read(CancellationToken ct)
    {
        if (Input.File is not { } file)
        {
            throw new RuleBroken("calendar-nothing", "请选择节假日安排文件。") { Field = nameof(Upload.File) };
        }

        // One byte more than may be is enough to see that it is too large.
        await using var stream = file.OpenReadStream();
        var bytes = new byte[Math.Min(file.Length, CalendarFile.LargestFile + 1)];
        await stream.ReadExactlyAsync(bytes, ct);
        return CalendarFile.Read(bytes);
    }

    public sealed class Upload
    {
        public IFormFile? File { get; set; }

        /// <summary>The file's text as it was previewed.</summary>
        public string? Text { get; set; }

        public string? FileName { get; set; }

        public bool OnlyAdd { get; set; }

        public Guid? Basis { get; set; }
    }
}
