using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>The second computation: LibreOffice reckons the exported formulas, and comes to our figures.</summary>
public sealed class IndicatorWorkbookTests
{
    private const double Same = 1e-9;

    [Theory]
    [InlineData("made up")]
    [InlineData("东湖区")]
    [InlineData("青川县")]
    public async Task LibreOffice_comes_to_the_same_figures(string name)
    {
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        var county = CountyIndicators.Of(Schools.National, name == "made up" ? [.. MadeUp(40)] : Sample(name));
        using var ours = new MemoryStream();
        await IndicatorWorkbook.Write(ours, county, TestContext.Current.CancellationToken);

        var reckoned = TableFileReader.Read("a.xlsx", await Office.Saved(ours.ToArray(), "xlsx", "xlsx"), TestContext.Current.CancellationToken);
        foreach (var level in Levels.Judged)
        {
            Compare(county, level, reckoned.Sheets.Single(s => s.Name == Levels.WordOf(level)));
        }

        Assert.NotEmpty(reckoned.Sheets.Single(s => s.Name == "不计入").Rows.Skip(1));
    }

    private static void Compare(CountyIndicators county, Level level, TableSheet sheet)
    {
        var parts = county.Counted(level).ToList();
        Assert.NotEmpty(parts);
        for (var i = 0; i < 7; i++)
        {
            TableCell Cell(int row) => sheet.Rows.Single(r => r.Number == row)[12 + i];
            foreach (var (part, at) in parts.Select((p, at) => (p, at)))
            {
                Equal((double?)part.Figures[i].Value?.Value, Cell(at + 2));
            }

            var one = county.Of(i + 1, level);
            Equal((double?)one.Coefficient?.Mean, Cell(parts.Count + 2));
            Equal(one.Coefficient?.Deviation, Cell(parts.Count + 3));
            Equal(one.Coefficient?.Value, Cell(parts.Count + 4));
        }
    }

    private static void Equal(double? ours, TableCell theirs)
    {
        if (ours is null)
        {
            Assert.True(theirs.IsEmpty, theirs.Text);
            return;
        }

        Assert.InRange(((double)theirs.Number!.Value - ours.Value) / Math.Max(1, Math.Abs(ours.Value)), -Same, Same);
    }

    /// <summary>A county of the sample city as its table brings it in.</summary>
    private static IReadOnlyList<SchoolFigures> Sample(string county)
    {
        var table = File.ReadAllBytes(Repository.PathOf("db/sample/schools-now.csv"));
        var sheet = SchoolReader.Read(TableFileReader.Read("schools-now.csv", table, TestContext.Current.CancellationToken), TableReading.Plain);
        return [.. SchoolChoice.Of(sheet, null, county).Lines.Select(l => l.Figures!)];
    }

    /// <summary>Schools of every type, some without a value, from a fixed seed.</summary>
    private static IEnumerable<SchoolFigures> MadeUp(int count)
    {
        var random = new Random(20171);
        for (var i = 0; i < count; i++)
        {
            decimal? Some(int least, int most) => random.Next(12) == 0 ? null : random.Next(least, most);
            yield return new SchoolFigures($"{i:000}", $"学校{i}", (SchoolType)(i % 8))
            {
                Primary = new(random.Next(30, 1500), Some(5, 80), Some(1, 20), Some(1, 20)), Junior = new(random.Next(200, 1500), Some(5, 90), Some(1, 20), Some(1, 20)),
                SeniorPupils = Some(300, 1500), TeachingArea = Some(1000, 9000), SportsArea = Some(1000, 15000), Equipment = Some(100_000, 5_000_000), MultimediaRooms = Some(5, 60),
            };
        }
    }
}
