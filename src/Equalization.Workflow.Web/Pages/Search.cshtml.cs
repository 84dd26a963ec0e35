using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages;

/// <summary>What the words of the search box are found in, by kind; one kind by itself is leafed through.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class SearchModel(SearchQueries search) : WorkPage
{
    public const int PageSize = 20;
    public const int OfEachKind = 5;
    public const int ExcerptLength = 120;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public SearchKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>Null when the query was refused.</summary>
    public SearchResult? Result { get; private set; }

    public Task<IActionResult> OnGet(CancellationToken ct) => Try(async () =>
    {
        Result = await search.Find(Actor, Text, Kind, Math.Max(Number, 1), Kind is null ? OfEachKind : PageSize, ct);
        Number = Result.Page;
        return Page();
    }, ct);

    protected override Task Load(CancellationToken ct) => Task.CompletedTask;
}
