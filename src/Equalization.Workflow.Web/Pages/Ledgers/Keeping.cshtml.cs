using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Ledgers;

/// <summary>Who keeps one school's ledger, and whether the school was closed or merged.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class KeepingModel(SchoolQueries schools, GapQueries queries, SchoolKeepingService service, UnitQueries units) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public SchoolView School { get; private set; } = null!;

    public SchoolGaps Gaps { get; private set; } = null!;

    public IReadOnlyList<UnitName> Units { get; private set; } = [];

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostKeep(CancellationToken ct) => Try(async () =>
    {
        await service.KeepBy(Actor, Id, Input.Version, Input.UnitId, ct);
        this.Say(L["已指定台账单位。"]);
        return RedirectToPage("/Schools/School", new { id = Id });
    }, ct);

    public Task<IActionResult> OnPostClose(CancellationToken ct) => Try(async () =>
    {
        var ended = await service.Close(Actor, Id, Input.Version, Input.From, Input.Reason, ct);
        this.Say(L["已登记学校撤并，{0} 项未销账的差距随之销账。", ended]);
        return RedirectToPage("/Schools/School", new { id = Id });
    }, ct);

    public Task<IActionResult> OnPostRestore(CancellationToken ct) => Try(async () =>
    {
        var taken = await service.Restore(Actor, Id, Input.Version, Input.Reason, ct);
        this.Say(L["已撤销撤并登记，{0} 项差距重新列入未销账。", taken]);
        return RedirectToPage("/Schools/School", new { id = Id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        School = await schools.School(Actor, Id, null, ct);
        Gaps = await queries.OfSchool(Actor, Id, ct);
        Units = await units.Choices(Actor, ct);
    }

    public sealed class Typed
    {
        /// <summary>Null: the school had no keeper and was not closed when the form was made.</summary>
        public int? Version { get; set; }

        public Guid? UnitId { get; set; }

        public int From { get; set; }

        public string? Reason { get; set; }
    }
}
