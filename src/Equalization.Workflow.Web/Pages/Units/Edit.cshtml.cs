using System.ComponentModel.DataAnnotations;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Units;

/// <summary>A unit's own data: new without an id, changed with one.</summary>
[Authorize(Policy = Policies.UnitList)]
public sealed class EditModel(UnitQueries units, UnitService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public bool IsNew => Id is null;

    public IReadOnlyList<UnitName> Parents { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        Parents = [.. (await units.Choices(Actor, ct)).Where(u => u.Id != Id)];
        if (Id is { } id)
        {
            var unit = await units.Detail(Actor, id, ct);
            Input = new Typed
            {
                Name = unit.Name,
                ShortName = unit.ShortName,
                ParentId = unit.ParentId,
                Aliases = string.Join('\n', unit.Aliases),
                Version = unit.Version,
            };
        }
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var input = new UnitInput(Input.Name, Input.ShortName, Input.Kind, Input.ParentId, Input.Aliases, Input.Version);
        if (Id is { } id)
        {
            await service.Change(Actor, id, input, ct);
            this.Say(L["已保存单位“{0}”。", Input.Name]);
            return RedirectToPage("/Units/Unit", new { id });
        }

        var made = await service.Create(Actor, input, ct);
        this.Say(L["已新增单位“{0}”。", Input.Name]);
        return RedirectToPage("/Units/Unit", new { id = made });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Parents = [.. (await units.Choices(Actor, ct)).Where(u => u.Id != Id)];
        if (Id is { } id)
        {
            // A refused form is sent again against what the person has now been told about.
            Input.Version = (await units.Detail(Actor, id, ct)).Version;
        }
    }

    public sealed class Typed
    {
        [StringLength(100)]
        public string Name { get; set; } = "";

        [StringLength(60)]
        public string? ShortName { get; set; }

        public UnitKind Kind { get; set; } = UnitKind.Department;

        public Guid? ParentId { get; set; }

        [StringLength(2000)]
        public string? Aliases { get; set; }

        public int Version { get; set; }
    }
}
