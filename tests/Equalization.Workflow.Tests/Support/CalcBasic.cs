using System.Globalization;
using System.Xml.Linq;

namespace Equalization.Workflow.Tests.Support;

/// <summary>A cell to be changed in the first sheet. Row as a person sees it, 1 is the head; place counted from 0. Value: a string, a decimal or a day.</summary>
internal sealed record CellEdit(int Row, int Place, object Value);

/// <summary>A workbook opened by LibreOffice, its cells changed there by LibreOffice's own Basic, and saved by it as .xlsx.</summary>
internal static class CalcBasic
{
    private static readonly XNamespace Script = "http://openoffice.org/2000/script";
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public static async Task<byte[]> Edit(byte[] xlsx, IEnumerable<CellEdit> edits)
    {
        var folder = Directory.CreateTempSubdirectory("office").FullName;
        try
        {
            var profile = $"-env:UserInstallation=file://{folder}/profile";
            await File.WriteAllBytesAsync(Path.Combine(folder, "in.xlsx"), xlsx, TestCity.Ct);

            // The first start fills a profile with empty modules; a module laid there before would be written over.
            await Office.Run("soffice", profile, "--headless", "--terminate_after_init");
            await File.WriteAllTextAsync(Path.Combine(folder, "profile/user/basic/Standard/Module1.xba"), Module(folder, edits), TestCity.Ct);
            await Office.Run("soffice", profile, "--headless", "--norestore", "macro:///Standard.Module1.Change");
            var told = Path.Combine(folder, "told.txt");
            Assert.True(File.Exists(told), "LibreOffice did not run the macro.");
            Assert.Equal("done", (await File.ReadAllTextAsync(told, TestCity.Ct)).Trim());
            return await File.ReadAllBytesAsync(Path.Combine(folder, "out.xlsx"), TestCity.Ct);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Module(string folder, IEnumerable<CellEdit> edits) => new XElement(
        Script + "module", new XAttribute(Script + "name", "Module1"), new XAttribute(Script + "language", "StarBasic"), new XAttribute(XNamespace.Xmlns + "script", Script),
        $"""
        Sub Change
          told = FreeFile
          Open "{folder}/told.txt" For Output As #told
          On Error Goto Failed
          Dim none()
          book = StarDesktop.loadComponentFromURL("file://{folder}/in.xlsx", "_blank", 0, none())
          sheet = book.Sheets.getByIndex(0)
        {string.Join('\n', edits.Select(Line))}
          Dim form(0) As New com.sun.star.beans.PropertyValue
          form(0).Name = "FilterName"
          form(0).Value = "Calc MS Excel 2007 XML"
          book.storeToURL("file://{folder}/out.xlsx", form())
          book.close(True)
          Print #told, "done"
          Close #told
          Exit Sub
        Failed:
          Print #told, Error$ & " in line " & Erl
          Close #told
        End Sub
        """).ToString(SaveOptions.DisableFormatting);

    private static string Line(CellEdit edit) => $"  sheet.getCellByPosition({edit.Place}, {edit.Row - 1})" + edit.Value switch
    {
        string text => $".String = \"{text.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("\n", "\" & Chr(10) & \"", StringComparison.Ordinal)}\"",
        DateOnly day => $".Value = {day.DayNumber - DayZero.DayNumber}",
        decimal number => $".Value = {number.ToString(CultureInfo.InvariantCulture)}",
        var other => throw new ArgumentOutOfRangeException(nameof(edit), other, null),
    };
}
