using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Deadlines.Rehearsals;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Rules;

/// <summary>The rehearsal: every reminder that rules would send in a period. All choices stand in the address.</summary>
[Authorize(Policy = Policies.Audit)]
public sealed class RehearsalModel(RehearsalQueries queries, PlanQueries plans) : WorkPage
{
    public const int PageSize = 50;

    private const int UsualDays = 14;
    private const int MostPlans = 200;
    private const string DraftRules = "draft";

    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    /// <summary>draft, a number, or empty for the rules in force.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Rules { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true)]
    public ReminderMoment? Moment { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<(string Value, string Text)> Plans { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> RuleSets { get; private set; } = [];

    public IEnumerable<(string Value, string Text)> Moments => Enum.GetValues<ReminderMoment>().Select(m => (m.ToString(), L[ReminderWords.Of(m)].Value));

    /// <summary>Null when what was asked for was refused.</summary>
    public Rehearsal? Shown { get; private set; }

    public string? Refusal { get; private set; }

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct)
    {
        From ??= Actor.Day;
        To ??= From.Value.AddDays(UsualDays - 1);
        var (numbers, hasDraft) = await queries.Choices(Actor, ct);
        RuleSets =
        [
            .. hasDraft ? [(DraftRules, L["草稿"].Value)] : Array.Empty<(string, string)>(),
            .. numbers.Select((n, i) => (n.ToString(CultureInfo.InvariantCulture), i == 0 ? L["第 {0} 版（现行）", n].Value : L["第 {0} 版", n].Value)),
        ];
        Rules ??= numbers.FirstOrDefault().ToString(CultureInfo.InvariantCulture);
        Plans = [.. (await plans.List(Actor, 1, MostPlans, ct)).Rows.Select(p => (p.Id.ToString(), p.Title))];
        try
        {
            var ask = new RehearsalAsk(From.Value, To.Value, Plan, Rules == DraftRules, int.TryParse(Rules, CultureInfo.InvariantCulture, out var number) ? number : null)
            {
                PersonId = Person,
                Day = Day,
                Moment = Moment,
            };
            Shown = await queries.Rehearse(Actor, ask, Math.Max(1, Number), PageSize, ct);
        }
        catch (RuleBroken e) when (e.Code is not (RuleBroken.NotFound or RuleBroken.NotAllowed))
        {
            Refusal = L[e.Format, [.. e.Arguments]];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }
}
