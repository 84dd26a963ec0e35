using System.IO.Compression;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Progress;

public sealed class EvidenceServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_same_content_twice_is_one_file_and_two_pieces()
    {
        await using var city = await TestCity.Create();

        await city.Upload(CityTasks.Lead, "验收报告");
        await city.Upload(CityTasks.Cooperating, "资金文件");

        Assert.Equal(1, await city.Read(db => db.StoredFiles.CountAsync(Ct)));
        Assert.Equal(2, await city.Read(db => db.Evidence.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_exe_named_pdf_is_refused_and_not_booked()
    {
        await using var city = await TestCity.Create();

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => city.Upload(CityTasks.Lead, "验收报告", "验收报告.pdf", "MZ\0\0\0"));

        Assert.Equal(("file-mismatch", "File"), (refusal.Code, refusal.Field));
        Assert.StartsWith("文件内容与扩展名不符", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await city.Read(db => db.Evidence.CountAsync(Ct)));
    }

    [Theory]
    [InlineData("材料.zip", "file-kind")]
    [InlineData("材料.exe", "file-kind")]
    [InlineData("材料", "file-kind")]
    [InlineData("材料.docx", "file-mismatch")]
    [InlineData("材料.png", "file-mismatch")]
    [InlineData("材料.txt", null)]
    [InlineData("C:\\报送\\材料.csv", null)]
    public async Task A_file_is_taken_in_by_what_it_is_and_what_it_is_called(string name, string? code)
    {
        await using var city = await TestCity.Create();

        var refusal = await Record.ExceptionAsync(() => city.Upload(CityTasks.Lead, "其他", name, "姓名,学校\n"));

        Assert.Equal(code, (refusal as RuleBroken)?.Code);
    }

    [Theory]
    [InlineData("材料.docx", "word/document.xml", true)]
    [InlineData("材料.docx", "xl/workbook.xml", false)]
    [InlineData("材料.xlsx", "xl/workbook.xml", true)]
    [InlineData("材料.docx", "payload.exe", false)]
    public void An_office_file_is_known_by_what_it_holds(string name, string part, bool taken)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            zip.CreateEntry(part);
        }

        var bytes = content.ToArray();
        var refusal = Record.Exception(() => EvidenceTypes.Decide(name, bytes[..Math.Min(512, bytes.Length)], () => new MemoryStream(bytes)));

        Assert.Equal(taken, refusal is null);
    }

    [Fact]
    public async Task Two_gigabytes_are_refused_without_reading_them_all()
    {
        await using var city = await TestCity.Create();
        var limit = city.Get<EvidenceLimits>().MaxBytes;
        await using var endless = new Zeroes(2L * 1024 * 1024 * 1024);

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<EvidenceService>().Upload(
            city.Contact(CityTasks.Lead), new EvidenceUpload("录像.pdf", "录像", null, null), endless, Ct));

        Assert.Equal("file-too-large", refusal.Code);
        Assert.InRange(endless.Given, limit, limit + (1024 * 1024));
        Assert.InRange(endless.LargestRead, 1, 1024 * 1024);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(city.Database.Folder, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_new_version_leaves_citations_where_they_are_and_tells_who_cites()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var first = await city.Upload(CityTasks.Lead, "验收报告");
        var report = await city.Get<ReportService>().Submit(
            city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40) with { Evidence = [first] }, Ct);
        var piece = await city.Read(db => db.Evidence.SingleAsync(Ct));

        var second = await city.Get<EvidenceService>().Upload(
            city.Head(CityTasks.Lead), new EvidenceUpload("验收报告.pdf", null, null, piece.Id), new MemoryStream(Encoding.UTF8.GetBytes("%PDF-1.7 二")), Ct);

        Assert.Equal(2, await city.Read(db => db.EvidenceVersions.Where(v => v.Id == second).Select(v => v.Number).SingleAsync(Ct)));
        Assert.Equal(first, Assert.Single((await city.Report(report)).Evidence).EvidenceVersionId);
        var writer = city.Contact(CityTasks.Lead).PersonId;
        Assert.Equal(1, await city.Read(db => db.Notices.CountAsync(n => n.PersonId == writer && n.Kind == NoticeKind.EvidenceChanged, Ct)));
    }

    [Fact]
    public async Task Evidence_of_another_unit_is_neither_renewed_nor_cited()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var theirs = await city.Upload(CityTasks.Cooperating, "资金文件");
        var piece = await city.Read(db => db.Evidence.SingleAsync(Ct));

        var renewal = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<EvidenceService>().Upload(
            city.Contact(CityTasks.Lead), new EvidenceUpload("资金文件.pdf", null, null, piece.Id), new MemoryStream("%PDF-"u8.ToArray()), Ct));
        var citation = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<ReportService>().Submit(
            city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40) with { Evidence = [theirs] }, Ct));

        Assert.Equal((RuleBroken.NotAllowed, "evidence-not-yours"), (renewal.Code, citation.Code));
    }

    [Fact]
    public async Task Office_leader_and_auditor_upload_nothing()
    {
        await using var city = await TestCity.Create();
        foreach (var actor in new[] { city.Office, city.Leader, city.Auditor, city.Admin })
        {
            var refusal = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<EvidenceService>().Upload(
                actor, new EvidenceUpload("材料.pdf", "其他", null, null), new MemoryStream("%PDF-"u8.ToArray()), Ct));
            Assert.Equal(RuleBroken.NotAllowed, refusal.Code);
        }
    }

    /// <summary>As many zeroes as asked for, made on the way; counts what it gave.</summary>
    private sealed class Zeroes(long length) : Stream
    {
        public long Given { get; private set; }

        /// <summary>The most that was asked for at once, and so had to be held.</summary>
        public int LargestRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            LargestRead = Math.Max(LargestRead, count);
            var part = (int)Math.Min(count, length - Given);
            buffer.AsSpan(offset, part).Clear();
            Given += part;
            return part;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
