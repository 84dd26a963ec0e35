using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Indicators.Rebalancings;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Schools: everybody of the ledger sees them, the office enters them.</summary>
public static partial class Doors
{
    private const string SeesSchool = "s + + + + + + - + + 0 0 p";
    private const string EntersSchools = "s + - - - - - - - - + - p";
    private const string EntersSchool = "s + - - - - - - - - 0 - p";

    private static IEnumerable<Door> Schools =>
    [
        At("GET /Schools/Index", Ledger, "/Schools"),
        At("GET /Schools/Coefficient", Ledger, "/Schools/Coefficient?year=2023&county=x&level=Primary&indicator=4"),
        At("GET Schools.Workbook", Ledger, "/Schools/Workbook.xlsx?year=2023&county=x"),
        At("GET Schools.Template", EntersSchools, "/Schools/Template.xlsx"),
        new("GET /Schools/School", SeesSchool, async s => $"/Schools/{await SchoolOf(s)}"),
        new("POST /Schools/School?handler=Explain", "s + - - - - - - - - 0 0 p", async s => $"/Schools/{await SchoolOf(s)}?handler=Explain",
            _ => Fields(("Input.Year", "2023"), ("Input.Explanation", "并入村小"))) { OnlyRefused = true },
        At("GET /Schools/Standard", Ledger, "/Schools/Standard"),
        Form("POST /Schools/Standard", "s + - - - - - - - - + - p", "/Schools/Standard", _ => [("Input.Rule", "0"), ("Input.Value", "9"), ("Input.FromYear", "2030"), ("Input.Basis", "文件")]) with { OnlyRefused = true },
        At("GET /Schools/WhatIf", Ledger, "/Schools/WhatIf"),
        At("POST /Schools/WhatIf", Ledger, "/Schools/WhatIf") with { OnlyRefused = true },
        At("POST /Schools/WhatIf?handler=Ask", "s + + + + + - - + + + + p", "/Schools/WhatIf?handler=Ask") with { OnlyRefused = true },
        At("GET /Schools/Trend", Ledger, "/Schools/Trend"),
        At("GET /Schools/Thresholds", Ledger, "/Schools/Thresholds"),
        At("GET /Schools/Comparison", Ledger, "/Schools/Comparison"),
        At("GET /Schools/Rebalancings/Index", Ledger, "/Schools/Rebalancings"),
        new("GET /Schools/Rebalancings/One", SeesSchool, async s => $"/Schools/Rebalancings/{await PlanOf(s)}"),
        new("GET Schools.Moves", SeesSchool, async s => $"/Schools/Rebalancings/{await PlanOf(s)}/Moves.xlsx"),
        new("POST /Schools/Rebalancings/One", "s + - - - - - - - - 0 0 p", async s => $"/Schools/Rebalancings/{await PlanOf(s)}") { OnlyRefused = true },
        At("GET /Schools/Imports/Index", EntersSchools, "/Schools/Imports"),
        At("POST /Schools/Imports/Index", EntersSchools, "/Schools/Imports") with { OnlyRefused = true },
        new("GET /Schools/Imports/Check", EntersSchool, async s => $"/Schools/Imports/{await s.City.BringSchools(s.City.Office, 2023, SchoolRow)}"),
        new("POST /Schools/Imports/Check", EntersSchool, async s => $"/Schools/Imports/{await s.City.BringSchools(s.City.Office, 2023, SchoolRow)}", _ => Fields(("Input.Mark", "another"))) { OnlyRefused = true },
        new("GET /Schools/Entry", EntersSchool, async s => $"/Schools/Entry/{await SchoolOf(s)}"),
        At("POST /Schools/Entry", EntersSchools, "/Schools/Entry") with { OnlyRefused = true },
    ];

    private const string SchoolRow = "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23";

    private static async Task<Guid> PlanOf(StoryCity story) =>
        (await story.City.Get<RebalancingQueries>().List(story.City.Office, 1, 1, TestCity.Ct)).Rows is [var known] ? known.Id : await story.City.FoundPlan(RebalancingDesk.Teachers);

    private static async Task<Guid> SchoolOf(StoryCity story)
    {
        if ((await story.City.CountySchools(2023)).Schools.Count == 0)
        {
            await story.City.TakeSchools(2023, SchoolRow);
        }

        return await story.City.SchoolId(2023);
    }
}
