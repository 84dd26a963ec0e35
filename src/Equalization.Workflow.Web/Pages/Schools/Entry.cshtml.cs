using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>Enters one school's numbers of one school year, or changes them. Without an id it registers a school.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class EntryModel(SchoolQueries queries, SchoolEntryService service, TimeProvider clock) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The numbers a person enters, in the template's order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        .. SchoolColumns.All.Select(c => c.Name).Except(
            [SchoolColumns.Code, SchoolColumns.Name, SchoolColumns.Type, SchoolColumns.Year, SchoolColumns.County, SchoolColumns.Setting, SchoolColumns.Founder]),
    ];

    /// <summary>The school as registered; null for a new one.</summary>
    public SchoolView? School { get; private set; }

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        Input.Year = SchoolYear.On(clock.Today());
        if (School is { } school)
        {
            var values = SchoolValues.Of(school.Figures, school.Conditions);
            Input = new()
            {
                Code = school.Code, Name = school.Name, County = school.County, Year = school.Year, OpenedYear = school.Year, Origin = school.Origin, Type = school.Figures.Type, Version = school.Version,
                Numbers = values.Numbers.ToDictionary(), Setting = school.Conditions.Setting, Founder = school.Conditions.Founder,
                MoreTeachers = values.MoreTeachers?.Amount, MoreTeachersReason = values.MoreTeachers?.Reason, MoreArea = values.MoreArea?.Amount, MoreAreaReason = values.MoreArea?.Reason,
            };
        }
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var id = await service.Enter(Actor, Entry(), Input.Version, ct);
        this.Say(L["已保存学校数据。"]);
        return RedirectToPage("/Schools/School", new { id, year = Input.Year });
    }, ct);

    protected override async Task Load(CancellationToken ct) => School = Id is { } id ? await queries.School(Actor, id, Year, ct) : null;

    private SchoolEntry Entry()
    {
        var values = new SchoolValues(
            Input.Type,
            Input.Numbers.GetValueOrDefault(SchoolColumns.IndoorSportsArea) is not null,
            Columns.ToDictionary(c => c, c => Input.Numbers.GetValueOrDefault(c)),
            new Dictionary<string, string?> { [SchoolColumns.Type] = SchoolTypes.WordOf(Input.Type), [SchoolColumns.Setting] = Input.Setting, [SchoolColumns.Founder] = Input.Founder },
            Input.MoreTeachers is { } teachers ? new Allowance(teachers, Input.MoreTeachersReason ?? "") : null,
            Input.MoreArea is { } area ? new Allowance(area, Input.MoreAreaReason ?? "") : null);
        SchoolValueRules.Require(values);
        return new(Id, Input.Code ?? "", Input.Name ?? "", Input.County ?? "", Input.Year, Input.Origin, values.Figures(Input.Code ?? "", Input.Name ?? ""), values.Conditions, Input.Reason ?? "")
        {
            OpenedYear = Input.OpenedYear,
        };
    }

    public sealed class Typed
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public string? County { get; set; }

        public int Year { get; set; }

        public SchoolType Type { get; set; }

        public DataOrigin Origin { get; set; } = DataOrigin.Reported;

        public Dictionary<string, decimal?> Numbers { get; set; } = [];

        public string? Setting { get; set; }

        public string? Founder { get; set; }

        public decimal? MoreTeachers { get; set; }

        public string? MoreTeachersReason { get; set; }

        public decimal? MoreArea { get; set; }

        public string? MoreAreaReason { get; set; }

        public string? Reason { get; set; }

        public int Version { get; set; }

        /// <summary>The year to whose numbers the version belongs.</summary>
        public int? OpenedYear { get; set; }
    }
}
