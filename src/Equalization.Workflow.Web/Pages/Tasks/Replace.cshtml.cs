using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>The office splits a task, merges several into one, or issues a wrong one anew.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class ReplaceModel(AmendmentQueries queries, ReplacementService service) : WorkPage
{
    private static readonly char[] Between = ['、', '，', ',', ' ', '；', ';', '\n', '\r'];

    public sealed class ReplaceInput
    {
        public int Version { get; set; }

        public string? Reason { get; set; }

        public string? Others { get; set; }

        public List<NewTask> Tasks { get; set; } = [];
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>How many new tasks the form has room for; one unless it is split.</summary>
    [BindProperty(SupportsGet = true)]
    public int Into { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public bool Merge { get; set; }

    [BindProperty]
    public ReplaceInput Input { get; set; } = new();

    public ReplacementForm Form { get; private set; } = null!;

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        Input.Version = Form.Version;
        Input.Tasks =
        [
            // All targets with the first, to be moved: none is forgotten.
            .. Enumerable.Range(0, Into).Select(i => new NewTask(
                Form.Text.Title, Form.Text.Content, Form.Text.Criteria, Form.LeadUnitId, Form.DueOn < Actor.Day ? null : Form.DueOn, i == 0 ? [.. Form.Targets.Select(t => t.Id)] : [])),
        ];
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var others = (Input.Others ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var made = await service.Replace(Actor, Id, Input.Version, new Replacement(Input.Reason, others, Input.Tasks), ct);
        this.Say(L["已下达承接的任务 {0} 项，原任务已了结，并通知各单位。", made.Count]);
        return RedirectToPage("One", new { id = made[0] });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Into = Math.Clamp(Into, 1, ReplacementService.Most);
        Form = await queries.ReplacementForm(Actor, Id, ct);
    }
}
