using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools.Imports;

/// <summary>The dry run of a school table: wrong rows with what to do, changes cell by cell, schools the table leaves out; and its confirmation.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class CheckModel(SchoolImportService service) : TableCheckPage
{
    /// <summary>Before a column's name, in the address: the heading that stands for it.</summary>
    public const string MapPrefix = "map.";

    public SchoolPreview Preview { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Map { get; private set; } = new Dictionary<string, string>();

    /// <summary>Null where the file could not be read as a table.</summary>
    public TableLook? Look { get; private set; }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        SayTaken(await service.Take(Actor, Id, Mapped(), Input.Mark, Input.RightRowsOnly, ct));
        return RedirectToPage("/Schools/Index");
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Preview = await service.Preview(Actor, Id, Mapped(), ct);
        Look = Preview.Check is not { } check ? null : new TableLook(check, Tab, Number)
        {
            ColumnWord = SchoolWords.OfColumn,
            MissingNote = L["下列学校已登记而表中没有。导入不会删除它们；已撤并的学校，这一学年没有数据即不计入。"],
            MissingPage = missing => Url.Page("/Schools/School", new { id = missing.Id }),
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
