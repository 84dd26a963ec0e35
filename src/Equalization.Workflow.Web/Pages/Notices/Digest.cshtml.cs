using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Notices;

/// <summary>One's own digest of a day: what was due, why each line came, and what has been done since.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class DigestModel(DigestQueries queries) : WorkPage
{
    public const int PageSize = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public DigestPage Shown { get; private set; } = null!;

    public IEnumerable<DigestLine> Lines => Shown.Lines.Skip((Number - 1) * PageSize).Take(PageSize);

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, 1000);
        Shown = await queries.Load(Actor, Id, ct);
    }
}
