using System.Diagnostics;
using System.Globalization;
using System.Text;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// A province: 15,000 schools in 150 counties for five school years, imported table by table (uploaded, checked, taken), then all of it reckoned: seven
/// indicators of every school, fourteen coefficients of every county and year.
/// </summary>
public static class IndicatorBenchmark
{
    private const int Schools = 15_000;
    private const int Counties = 150;
    private const int Years = 5;
    private const double ImportBound = 30;
    private const double ComputeBound = 2;

    private const string Plan = "校园建设方案（2018—2020年）\n一、主要措施\n1.扩建学校。新建学校6所。（牵头单位：市教育局）\n";

    public static async Task<int> Run()
    {
        var bounds = new Bounds();
        var folder = Directory.CreateTempSubdirectory("equalization-schools-").FullName;
        try
        {
            await using var city = await City.Make(folder, PlanReader.Read(Plan), new DateOnly(2018, 3, 1));
            var tables = Enumerable.Range(0, Years).Select(Table).ToList();
            var watch = Stopwatch.StartNew();
            for (var year = 0; year < Years; year++)
            {
                await Import(city, 2019 + year, tables[year]);
            }

            bounds.AtMost($"{Schools} schools × {Years} years: upload, dry run and import", watch.Elapsed.TotalSeconds, ImportBound, " s");
            var figures = await Read(city);
            bounds.Exactly("School years stored", figures.Sum(f => f.Count), Schools * Years);
            watch.Restart();
            var judged = figures.Sum(f => CountyIndicators.Of(StandardBook.For(null), f).Coefficients.Count(c => c.Verdict != Verdict.Unknown));
            bounds.AtMost($"All of them reckoned ({judged} coefficients)", watch.Elapsed.TotalSeconds, ComputeBound, " s");
            return bounds.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Import(City city, int year, byte[] table)
    {
        var service = city.Get<SchoolImportService>();
        var watch = Stopwatch.StartNew();
        var id = await service.Bring(city.Office, new SchoolImport(year, "全省", DataOrigin.Statistics), "学校.csv", new MemoryStream(table), CancellationToken.None);
        var look = await service.Preview(city.Office, id, TableReading.Plain, CancellationToken.None);
        await service.Take(city.Office, id, TableReading.Plain, look.Mark, rightRowsOnly: false, CancellationToken.None);
        Console.WriteLine($"{year}: {watch.Elapsed.TotalSeconds:0.###} s");
    }

    private static async Task<List<List<SchoolFigures>>> Read(City city)
    {
        await using var db = await city.Context();
        var rows = await (from r in db.SchoolRecords.AsNoTracking() join s in db.Schools.AsNoTracking() on r.SchoolId equals s.Id select new { School = s, Record = r }).ToListAsync();
        return [.. rows.GroupBy(r => (r.School.County, r.Record.Year)).Select(g => g.Select(r => r.Record.Figures(r.School.Code, r.School.Name)).ToList())];
    }

    private static byte[] Table(int year)
    {
        var random = new Random(year);
        var text = new StringBuilder(string.Join(',', SchoolColumns.All.Take(15).Select(c => c.Name))).Append(",区县,高中在校生数\n");
        for (var i = 0; i < Schools; i++)
        {
            string N(int least, int most) => random.Next(least, most).ToString(CultureInfo.InvariantCulture);
            var type = SchoolTypes.WordOf((SchoolType)(i % 5));
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{i:000000},学校{i},{type},{N(100, 2000)},{N(100, 2000)},{N(5, 90)},{N(5, 90)},{N(1, 20)},{N(1, 20)},{N(1, 20)},{N(1, 20)},{N(500, 9000)},{N(800, 15000)},{N(10, 500)}.25,{N(5, 60)},区县{i % Counties},{N(100, 900)}");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
