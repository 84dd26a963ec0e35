using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;

namespace Equalization.Workflow.Web.Pages.Leader;

/// <summary>The leader's page, made for the phone: what needs a decision, what is late in the portfolio; nothing else.</summary>
[Authorize(Policy = Policies.Leader)]
public sealed class IndexModel(Acting acting, LeaderQueries leaders) : WorkPage
{
    public LeaderPage Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Shown = await leaders.Load(acting.Actor, ct);
}
