using System.ComponentModel.DataAnnotations;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Units;

/// <summary>A collective unit: new without an id, changed with one.</summary>
[Authorize(Policy = Policies.UnitList)]
public sealed class GroupEditModel(UnitQueries units, UnitService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public bool IsNew => Id is null;

    public IReadOnlyList<UnitName> Choices { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        Choices = await units.Choices(Actor, ct);
        if (Id is not null)
        {
            var group = await Find(ct);
            Input = new Typed
            {
                Name = group.Name,
                Aliases = string.Join('\n', group.Aliases),
                UnitIds = [.. group.Members.Select(m => m.Id)],
                Version = group.Version,
            };
        }
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var input = new GroupInput(Input.Name, Input.Aliases, Input.UnitIds, Input.Version);
        if (Id is { } id)
        {
            await service.ChangeGroup(Actor, id, input, ct);
        }
        else
        {
            await service.CreateGroup(Actor, input, ct);
        }

        this.Say(L["已保存集体单位“{0}”。", Input.Name]);
        return RedirectToPage("/Units/Groups");
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Choices = await units.Choices(Actor, ct);
        if (Id is not null)
        {
            // A refused form is sent again against what the person has now been told about.
            Input.Version = (await Find(ct)).Version;
        }
    }

    private async Task<GroupRow> Find(CancellationToken ct) =>
        (await units.Groups(Actor, ct)).FirstOrDefault(g => g.Id == Id) ?? throw RuleBroken.Missing();

    public sealed class Typed
    {
        [StringLength(100)]
        public string Name { get; set; } = "";

        [StringLength(2000)]
        public string? Aliases { get; set; }

        public List<Guid> UnitIds { get; set; } = [];

        public int Version { get; set; }
    }
}
