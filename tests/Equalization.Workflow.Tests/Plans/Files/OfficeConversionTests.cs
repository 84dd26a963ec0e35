using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Equalization.Workflow.Infrastructure.Documents;
using Equalization.Workflow.Tests.Plans.Reading;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans.Files;

/// <summary>What LibreOffice must not do with a file that somebody brought.</summary>
public sealed class OfficeConversionTests
{
    private const string Names =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        + "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" office:version=\"1.2\"";

    [Fact]
    public async Task A_picture_that_lies_elsewhere_is_not_asked_for()
    {
        OneOffice.Needed();
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        var asked = TurnAway(elsewhere);
        var address = $"http://127.0.0.1:{((IPEndPoint)elsewhere.LocalEndpoint).Port}/picture.png";

        var text = (await PlanFiles.Read("方案.odt", WithPicture(address))).Text;

        Assert.Contains("完善规划", text, StringComparison.Ordinal);
        Assert.False(asked.IsCompleted, "LibreOffice asked for the picture.");
    }

    [Fact]
    public async Task Who_stops_waiting_leaves_no_folder_behind()
    {
        var before = Folders();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PlanDocumentReader.Read("方案.rtf", "{\\rtf1 a}"u8.ToArray(), false, new CancellationToken(canceled: true)));

        // Another test's folder is empty for a moment only.
        var left = Empty(Folders().Except(before));
        for (var i = 0; i < 20 && left.Length > 0; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            left = Empty(left);
        }

        Assert.Empty(left);
    }

    private static async Task TurnAway(TcpListener elsewhere)
    {
        using var connection = await elsewhere.AcceptSocketAsync(TestContext.Current.CancellationToken);
        elsewhere.Stop();
    }

    private static string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "office*");

    private static string[] Empty(IEnumerable<string> folders) => [.. folders.Where(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())];

    private static byte[] WithPicture(string address)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Add(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            Add(zip, "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>");
            Add(zip, "content.xml", $"<office:document-content {Names}><office:body><office:text><text:p>1.完善规划。<draw:frame svg:width=\"3cm\" svg:height=\"3cm\" text:anchor-type=\"paragraph\"><draw:image xlink:href=\"{address}\" xlink:type=\"simple\" xlink:actuate=\"onLoad\"/></draw:frame></text:p></office:text></office:body></office:document-content>");
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string words)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
        entry.Write(words);
    }
}
