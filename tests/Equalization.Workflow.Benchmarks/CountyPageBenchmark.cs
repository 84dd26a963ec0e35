using System.Globalization;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Benchmarks;

/// <summary>The county page among nine counties of 320 schools in five school years: CPU a request and requests a second, at most eight times the minimal endpoint's with the same cells.</summary>
public static class CountyPageBenchmark
{
    private const int Schools = 320;
    private const int Counties = 9;
    private const int FirstYear = 2019;
    private const int Years = 5;
    private const int WarmUp = 800;
    private const int Requests = 800;
    private const string Plan = "校园建设方案（2018—2020年）\n一、主要措施\n1.扩建学校。新建学校6所。（牵头单位：市教育局）\n";

    public static async Task<int> Run()
    {
        var bounds = new Bounds();
        var folder = Directory.CreateTempSubdirectory("equalization-county-").FullName;
        try
        {
            await Make(folder);
            await using var host = await Child.Start("serve", folder);
            using var client = await PagesBenchmark.SignIn(host.Address);
            var county = Uri.EscapeDataString(CountyOf(3));
            var year = FirstYear + Years - 1;
            await PagesBenchmark.Compare(bounds, host, client, "County page", $"/Schools?year={year}&county={county}", $"/benchmark/county/{year}/{county}?bytes=", WarmUp, Requests);
            Console.WriteLine($"Memory after the run: {host.MemoryMiB:0} MiB");
            return bounds.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Make(string folder)
    {
        await using var city = await City.Make(folder, PlanReader.Read(Plan), LargeLedger.Today);
        var service = city.Get<SchoolImportService>();
        for (var year = FirstYear; year < FirstYear + Years; year++)
        {
            var file = await service.Bring(city.Office, new SchoolImport(year, "全市", DataOrigin.Statistics), "学校.csv", new MemoryStream(Table(year)), CancellationToken.None);
            var look = await service.Preview(city.Office, file, TableReading.Plain, CancellationToken.None);
            await service.Take(city.Office, file, TableReading.Plain, look.Mark, rightRowsOnly: false, CancellationToken.None);
        }

        await LargeLedger.AddAccount(city.Get<Transact>(), city.Office, LargeLedger.UserName);
    }

    private static string CountyOf(int number) => $"区县{number}";

    /// <summary>The made counties of the solver's benchmark, with amounts a little larger each year.</summary>
    private static byte[] Table(int year)
    {
        var text = new StringBuilder(string.Join(',', SchoolColumns.All.Take(15).Select(c => c.Name))).Append(",区县\n");
        for (var county = 0; county < Counties; county++)
        {
            foreach (var school in MadeCounties.Figures(county, Schools))
            {
                var (primary, junior) = (school.Primary, school.Junior);
                text.AppendLine(CultureInfo.InvariantCulture,
                    $"{county}{school.Code},{school.Name},{SchoolTypes.WordOf(school.Type)},{primary.Pupils},{junior.Pupils},{primary.QualifiedTeachers},{junior.QualifiedTeachers},{primary.KeyTeachers},{junior.KeyTeachers},{primary.SportsAndArtsTeachers},{junior.SportsAndArtsTeachers},{school.TeachingArea},{school.SportsArea},{(school.Equipment + (year * 10)) / 10_000},{school.MultimediaRooms},{CountyOf(county)}");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
