using System.Text;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>Brings school tables written as lines of text to the import and looks at what came of them.</summary>
internal static class SchoolDesk
{
    public const string County = "东湖区";

    public static readonly string Head = string.Join(',', SchoolColumns.All.Take(15).Select(c => c.Name));

    public static Task<Guid> BringSchools(this TestCity city, Actor actor, int year, params string[] lines) => city.BringTable(actor, year, [Head, .. lines]);

    /// <summary>A table with its own head.</summary>
    public static Task<Guid> BringTable(this TestCity city, Actor actor, int year, params string[] lines) => city.Get<SchoolImportService>().Bring(
        actor, new SchoolImport(year, County, DataOrigin.Statistics), "学校.csv", new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), TestCity.Ct);

    /// <summary>What is wrong in the rows: row, column and code.</summary>
    public static async Task<IEnumerable<string>> FaultsOf(this TestCity city, Guid file) =>
        (await city.LookAtSchools(file)).Check!.Lines.SelectMany(l => l.Faults, (l, f) => $"{l.Row} {f.Column} {f.Refusal.Code}");

    public static Task<SchoolPreview> LookAtSchools(this TestCity city, Guid file) => city.Get<SchoolImportService>().Preview(city.Office, file, TableReading.Plain, TestCity.Ct);

    public static async Task<TableOutcome> TakeSchools(this TestCity city, int year, params string[] lines) =>
        await city.TakeSchools(await city.BringSchools(city.Office, year, lines));

    public static async Task<TableOutcome> TakeSchools(this TestCity city, Guid file, bool rightRowsOnly = false) =>
        await city.Get<SchoolImportService>().Take(city.Office, file, TableReading.Plain, (await city.LookAtSchools(file)).Mark, rightRowsOnly, TestCity.Ct);

    public static Task<CountySchools> CountySchools(this TestCity city, int year) => city.Get<SchoolQueries>().County(city.Office, year, County, TestCity.Ct);

    public static async Task<Guid> SchoolId(this TestCity city, int year) => (await city.CountySchools(year)).Schools.Values.First().Id;
}
