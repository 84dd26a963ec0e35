using System.ComponentModel.DataAnnotations;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Rules;

/// <summary>The draft of the next reminder rules; begun from those in force.</summary>
[Authorize(Policy = Policies.UnitList)]
public sealed class EditModel(ReminderRuleQueries queries, ReminderRuleService service) : WorkPage
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public bool MayRehearse { get; private set; }

    public async Task OnGet(CancellationToken ct)
    {
        var page = await queries.Page(Actor, null, ct);
        var begun = page.Draft ?? page.Shown;
        MayRehearse = page.MayRehearse;
        Input = new Typed
        {
            SendFrom = begun.Rules.SendFrom,
            SendTo = begun.Rules.SendTo,
            UrgeCooldownWorkingDays = begun.Rules.UrgeCooldownWorkingDays,
            Note = page.Draft?.Note ?? "",
            Version = page.Draft?.DraftVersion,
            Ladders = Ladders().ToDictionary(l => l.Key, l => (string?)ReminderWords.Offsets(begun.Rules.Offsets(l.Ladder))),
        };
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save("/Rules/Index", null, ct);

    public Task<IActionResult> OnPostRehearse(CancellationToken ct) => Save("/Rules/Rehearsal", new { rules = "draft" }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        MayRehearse = (await queries.Page(Actor, null, ct)).MayRehearse;
        foreach (var (key, _) in Ladders())
        {
            Input.Ladders.TryAdd(key, null);
        }
    }

    private static IEnumerable<(string Key, ReminderLadder Ladder)> Ladders() =>
        from place in ReminderRules.Places
        from recipient in place.Recipients
        from risk in Enum.GetValues<RiskClass>()
        select ($"{place.Moment}.{recipient}.{risk}", new ReminderLadder(place.Moment, recipient, risk));

    private Task<IActionResult> Save(string next, object? values, CancellationToken ct) => Try(async () =>
    {
        var rungs = Ladders().SelectMany(l => ReminderRules.Read(l.Ladder, Input.Ladders.GetValueOrDefault(l.Key))).ToList();
        await service.SaveDraft(Actor, new ReminderRules(Input.SendFrom, Input.SendTo, Input.UrgeCooldownWorkingDays, rungs), Input.Note, Input.Version, ct);
        this.Say(L["已保存提醒规则草稿，尚未生效。"]);
        return RedirectToPage(next, values);
    }, ct);

    public sealed class Typed
    {
        public TimeOnly SendFrom { get; set; }

        public TimeOnly SendTo { get; set; }

        public int UrgeCooldownWorkingDays { get; set; }

        [StringLength(300)]
        public string? Note { get; set; }

        public int? Version { get; set; }

        public Dictionary<string, string?> Ladders { get; set; } = [];
    }
}
