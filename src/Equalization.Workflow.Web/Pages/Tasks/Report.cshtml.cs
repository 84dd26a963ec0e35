using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Duplicates;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>The report form of the acting unit's part: the last report's values stand in it; “无变化” reports them again in one step.</summary>
[Authorize(Policy = Policies.UnitWork)]
public sealed class ReportModel(ReportQueries queries, EvidenceQueries library, ReportService reports, EvidenceLimits limits, DuplicateQueries duplicates) : WorkPage
{
    /// <summary>A target's field; what was typed, so that a wrong number comes back as it was.</summary>
    public sealed class MetricInput
    {
        public Guid TargetId { get; set; }

        public string? Value { get; set; }
    }

    /// <summary>The form. Percent is text, so that “62%” is understood and a wrong entry comes back as it was typed.</summary>
    public sealed class ReportInput
    {
        public string? Period { get; set; }

        public int? Version { get; set; }

        public string? Percent { get; set; }

        public OwnWord OwnWord { get; set; }

        public string? Narrative { get; set; }

        public string? Problem { get; set; }

        public string? NextStep { get; set; }

        public List<MetricInput> Metrics { get; set; } = [];

        public bool AsksHelp { get; set; }

        public string? HelpText { get; set; }

        public Guid? HelpOwnerId { get; set; }

        public DateOnly? HelpDueOn { get; set; }

        public List<Guid> Evidence { get; set; } = [];
    }

    /// <summary>What a file added with a report is called unless the person says otherwise; what the completion requires is chosen knowingly.</summary>
    public const string UsualKind = "进展佐证";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    /// <summary>The linked task's report whose words the form is to begin with.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Like { get; set; }

    [BindProperty]
    public ReportInput Input { get; set; } = new();

    public ReportForm Form { get; private set; } = null!;

    /// <summary>Approved reports of the period on tasks that ask the same.</summary>
    public IReadOnlyList<OfferedReport> Offered { get; private set; } = [];

    /// <summary>What the form cites now.</summary>
    public IReadOnlyList<EvidenceRow> Cited { get; private set; } = [];

    /// <summary>The unit's own evidence that the form does not cite yet.</summary>
    public IReadOnlyList<EvidenceRow> Library { get; private set; } = [];

    public long MaxBytes => limits.MaxBytes;

    public long MaxMegabytes => limits.Megabytes;

    public bool IsHead => Actor.Role == Core.Units.Role.UnitHead;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        try
        {
            await Open(Period, ct);
        }
        catch (RuleBroken e) when (e.Code is not (RuleBroken.NotFound or RuleBroken.NotAllowed))
        {
            // Not signed, closed, not begun: the task page says where things stand and has the button for the next step.
            this.Say(L[e.Format, [.. e.Arguments]]);
            return Redirect($"~/Tasks/{Id}");
        }

        Fill();
        Offered = Form.IsWritable ? await duplicates.Offered(Actor, Id, Form.Period, ct) : [];
        Take(Offered.FirstOrDefault(o => o.ReportId == Like));
        await Lists(ct);
        return Page();
    }

    public Task<IActionResult> OnPostSave(CancellationToken ct) => Try(async () =>
    {
        var form = await Open(Input.Period, ct);
        await reports.Save(Actor, form.TaskUnitId, Input.Version, Draft(), ct);
        this.Say(L["草稿已保存，尚未提交。"]);
        return Redirect($"~/Tasks/{Id}/Report?period={Uri.EscapeDataString(form.Period)}");
    }, ct);

    public Task<IActionResult> OnPostSubmit(CancellationToken ct) => Try(async () =>
    {
        var form = await Open(Input.Period, ct);
        await reports.Submit(Actor, form.TaskUnitId, Input.Version, Draft(), ct);
        this.Say(IsHead ? L["已提交 {0} 进展报告，作为本单位意见生效。", form.Period] : L["已提交 {0} 进展报告，等待单位负责人审签。", form.Period]);
        return Redirect($"~/Tasks/{Id}");
    }, ct);

    public Task<IActionResult> OnPostNoChange(CancellationToken ct) => Try(async () =>
    {
        var form = await Open(Input.Period, ct);
        await reports.NoChange(Actor, form.TaskUnitId, form.Period, Input.Version, ct);
        this.Say(L["已按上期数据报告无变化。"]);
        return Redirect($"~/Tasks/{Id}");
    }, ct);

    /// <summary>Puts the cooperating units' words under what was typed; stores nothing.</summary>
    public async Task<IActionResult> OnPostInsert(CancellationToken ct)
    {
        var form = await Open(Input.Period, ct);
        var words = form.Inputs.Select(r => $"{r.Unit}：{r.Narrative}（{r.Percent}）");
        Input.Narrative = string.Join('\n', new[] { Input.Narrative?.Trim() }.Concat(words).Where(t => !string.IsNullOrEmpty(t)));
        ModelState.Clear();
        await Lists(ct);
        return Page();
    }

    /// <summary>Why there is no form any more (the task was closed meanwhile); what was typed is still shown, to be kept.</summary>
    public string? Closed { get; private set; }

    protected override async Task Load(CancellationToken ct)
    {
        try
        {
            await Open(Input.Period, ct);
        }
        catch (RuleBroken e) when (e.Code is not (RuleBroken.NotFound or RuleBroken.NotAllowed))
        {
            Closed = L[e.Format, [.. e.Arguments]];
            return;
        }

        await Lists(ct);
    }

    private async Task<ReportForm> Open(string? period, CancellationToken ct) => Form = await queries.Form(Actor, Id, period, ct);

    private void Fill() => Input = new ReportInput
    {
        Period = Form.Period,
        Version = Form.Version,
        Percent = Form.Percent.Value.ToString("0.##", CultureInfo.InvariantCulture),
        OwnWord = Form.OwnWord,
        Narrative = Form.Narrative,
        Problem = Form.Problem,
        NextStep = Form.NextStep,
        Metrics = [.. Form.Metrics.Select(m => new MetricInput { TargetId = m.TargetId, Value = m.Value?.ToString("0.####", CultureInfo.InvariantCulture) })],
        AsksHelp = Form.Help is not null,
        HelpText = Form.Help?.Text,
        HelpOwnerId = Form.Help?.OwnerUnitId,
        HelpDueOn = Form.Help?.AnswerDueOn,
        Evidence = [.. Form.Evidence],
    };

    /// <summary>Puts another report's words and figures into the form; targets of the same metric take its values.</summary>
    private void Take(OfferedReport? offered)
    {
        if (offered is null)
        {
            return;
        }

        Input.Percent = offered.Percent.Value.ToString("0.##", CultureInfo.InvariantCulture);
        (Input.OwnWord, Input.Narrative, Input.Problem, Input.NextStep) = (offered.OwnWord, offered.Narrative, offered.Problem, offered.NextStep);
        Input.Evidence = [.. Input.Evidence.Union(offered.Evidence)];
        foreach (var field in Form.Metrics.Where(m => offered.Metrics.ContainsKey(m.Metric)))
        {
            Input.Metrics.Find(m => m.TargetId == field.TargetId)!.Value = offered.Metrics[field.Metric].ToString("0.####", CultureInfo.InvariantCulture);
        }
    }

    private async Task Lists(CancellationToken ct)
    {
        Cited = await library.Rows(Actor, Id, Input.Evidence, ct);
        Library = [.. (await library.Library(Actor, null, ct)).Where(r => !Input.Evidence.Contains(r.VersionId))];
    }

    private ReportDraft Draft() => new(
        Input.Period, Number(Input.Percent, "Percent") ?? throw new RuleBroken("percent-missing", "请填写完成比例，0 到 100。") { Field = "Percent" },
        Input.OwnWord, Input.Narrative, Input.Problem, Input.NextStep,
        [
            .. Input.Metrics.Select((m, i) => (m.TargetId, Value: Number(m.Value, $"Metrics[{i}].Value")))
                .Where(m => m.Value is not null).Select(m => new MetricValue(m.TargetId, m.Value!.Value)),
        ],
        Input.AsksHelp ? new HelpDraft(Input.HelpText ?? "", Input.HelpOwnerId ?? Guid.Empty, Input.HelpDueOn) : null, Input.Evidence);

    private static decimal? Number(string? text, string field)
    {
        var plain = text?.Trim().TrimEnd('%', '％').Trim();
        return string.IsNullOrEmpty(plain)
            ? null
            : decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new RuleBroken("number", "“{0}”不是数，请填写阿拉伯数字，例如 62.5。", plain) { Field = field };
    }
}
