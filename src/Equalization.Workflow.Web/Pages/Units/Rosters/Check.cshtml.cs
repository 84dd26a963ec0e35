using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Units.Rosters;

/// <summary>The dry run of a table: wrong rows with what to do, changes cell by cell, what the table leaves out; and its confirmation. How it is read lives in the address.</summary>
[Authorize(Policy = Policies.UnitList)]
public sealed class CheckModel(RosterService service) : TableCheckPage
{
    /// <summary>Before a column's name, in the address: the heading that stands for it.</summary>
    public const string MapPrefix = "map.";

    public RosterPreview Preview { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Map { get; private set; } = new Dictionary<string, string>();

    /// <summary>Null where the file could not be read as a table.</summary>
    public TableLook? Look { get; private set; }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        SayTaken(await service.Take(Actor, Id, Mapped(), Input.Mark, Input.RightRowsOnly, ct));
        return RedirectToPage("/Units/Rosters/Index");
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Preview = await service.Preview(Actor, Id, Mapped(), ct);
        Look = Preview.Check is not { } check ? null : new TableLook(check, Tab, Number)
        {
            ColumnWord = RosterWords.OfColumn,
            MissingNote = L["下列内容已登记而表中没有。导入不会删除它们；确已离任或撤销的，请到单位页办理。"],
            MissingPage = missing => Url.Page("/Units/Unit", new { id = missing.Id }),
            MayConfirm = Preview.TakenAt is null,
            Input = new() { Mark = Preview.Mark, RightRowsOnly = Input.RightRowsOnly },
        };
    }

    private TableReading Mapped()
    {
        Map = Request.Query.Where(q => q.Key.StartsWith(MapPrefix, StringComparison.Ordinal) && !string.IsNullOrEmpty(q.Value))
            .ToDictionary(q => q.Key[MapPrefix.Length..], q => q.Value.ToString());
        return Reading with { Columns = Map };
    }
}
