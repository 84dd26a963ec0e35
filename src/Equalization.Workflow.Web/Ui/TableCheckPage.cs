using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The dry run of a table that came in; how it is read and which part of it shows live in the address.</summary>
public abstract class TableCheckPage : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool HiddenRows { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool HiddenSheets { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public TableConfirmation Input { get; set; } = new();

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected TableReading Reading => TableReading.Plain with { WithHiddenRows = HiddenRows, WithHiddenSheets = HiddenSheets };

    protected void SayTaken(TableOutcome done) => this.Say(L["导入完成：新增 {0}，变更 {1}，略过有错的 {2} 行。", done.Added, done.Changed, done.LeftOut]);
}

/// <summary>What a page shows of a table that came back, around its dry run: the refusal of the whole file, rows that were changed here meanwhile, sheets that are gone.</summary>
public sealed record RoundLook(TableCheckPage Page, DateTime? TakenAt, RuleBroken? Refusal, IReadOnlyList<MovedRow> Moved, IReadOnlyList<string> Absent, TableLook? Look);
