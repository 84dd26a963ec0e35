using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>The working of one coefficient: each school's pupils, value and weighted squared deviation, their sums, and the verdict. Made to be printed.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class CoefficientModel(SchoolQueries queries) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? County { get; set; }

    [BindProperty(SupportsGet = true)]
    public Level Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Indicator { get; set; }

    public CountySchools Shown { get; private set; } = null!;

    public IndicatorRule Rule { get; private set; } = null!;

    public CountyCoefficient One { get; private set; } = null!;

    /// <summary>The counted schools that have a value, each with its weight.</summary>
    public IReadOnlyList<(SchoolPart Part, decimal Weight, decimal Value)> Rows { get; private set; } = [];

    public decimal Weights => Rows.Sum(r => r.Weight);

    public Task OnGet(CancellationToken ct) => Load(ct);

    /// <summary>P ÷ P_N × (X − X̄)².</summary>
    public decimal Squared((SchoolPart Part, decimal Weight, decimal Value) row)
    {
        var apart = row.Value - One.Coefficient!.Mean;
        return row.Weight / Weights * apart * apart;
    }

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.County(Actor, Year, County ?? "", ct);
        Rule = Shown.Indicators.Standard.Indicators.FirstOrDefault(i => i.Number == Indicator) ?? throw RuleBroken.Missing();
        One = Shown.Indicators.Coefficients.FirstOrDefault(c => c.Indicator == Indicator && c.Level == Level) ?? throw RuleBroken.Missing();
        var isWeighted = Shown.Indicators.Standard.Method == CoefficientMethod.Weighted;
        Rows = [.. Shown.Indicators.Counted(Level).Where(p => p.Of(Indicator).Value is not null).Select(p => (p, isWeighted ? p.Pupils!.Value : 1, p.Of(Indicator).Value!.Value.Value))];
    }
}
