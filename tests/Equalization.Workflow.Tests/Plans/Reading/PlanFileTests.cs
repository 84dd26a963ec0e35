using System.IO.Compression;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Infrastructure.Documents;

namespace Equalization.Workflow.Tests.Plans.Reading;

public sealed class PlanFileTests
{
    private const string Text = "某市实施方案（2021—2022）\r\n一、主要措施\r\n1.完善规划。(牵头单位:市教育局)\r\n";

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16 with mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16 big endian with mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "UTF-16", Encoding.Unicode.GetBytes(Text) },
        { "UTF-16 big endian", Encoding.BigEndianUnicode.GetBytes(Text) },
        { "GB18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text) },
        { "GBK", CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_text_file_is_read_in_any_encoding(string name, byte[] bytes) =>
        Assert.True((await PlanFiles.Read("计划.txt", bytes)).Text == Text.ReplaceLineEndings("\n"), name);

    [Fact]
    public Task An_empty_file_is_refused() => Refused("plan-file-empty", "空的", []);

    [Fact]
    public Task A_file_of_white_space_is_refused() => Refused("plan-file-empty", "空的", "\n \r\n"u8.ToArray());

    [Fact]
    public Task A_file_of_50_MB_is_refused_with_its_size() => Refused("plan-file-too-large", "文件 50 MB，超过 20 MB", new byte[50 * 1024 * 1024]);

    [Fact]
    public async Task A_stream_without_end_is_refused_at_the_limit()
    {
        await using var endless = new EndlessStream();
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => PlanDocumentReader.Read("计划.txt", endless, false, TestContext.Current.CancellationToken));

        Assert.Equal("plan-file-too-large", refusal.Code);
        Assert.InRange(endless.Given, PlanText.LargestFile, PlanText.LargestFile * 2L);
    }

    [Fact]
    public Task A_binary_file_is_refused() =>
        Refused("plan-file-not-text", "这不是文本文件", [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 37 % 256))], "计划.txt");

    [Fact]
    public Task A_picture_is_refused_by_its_name() => Refused("plan-file-kind", "图片", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. new byte[300]]);

    [Fact]
    public Task A_packed_archive_is_refused_by_its_name() => Refused("plan-file-kind", "压缩包", [.. "Rar!"u8, 0x1A, 0x07, 0x00, .. new byte[300]]);

    [Fact]
    public Task A_word_file_with_a_password_is_refused() =>
        Refused("plan-file-password", "密码", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]]);

    [Fact]
    public Task A_broken_word_file_is_refused() => Refused("plan-file-broken", "已损坏", [.. "PK\u0003\u0004"u8, .. new byte[300]]);

    [Fact]
    public Task A_zip_that_is_no_word_file_is_refused() => Refused("plan-file-broken", "不是 .docx", Zip(("readme.txt", 10)));

    [Fact]
    public Task A_zip_bomb_is_refused_before_it_is_unpacked() =>
        Refused("plan-file-too-large", "解开后超过", Zip(("word/document.xml", 201 * 1024 * 1024)));

    [Fact]
    public async Task Text_named_docx_is_read_as_what_it_is() =>
        Assert.Equal(Text.ReplaceLineEndings("\n"), (await PlanFiles.Read("计划.docx", Encoding.UTF8.GetBytes(Text))).Text);

    private static async Task Refused(string code, string words, byte[] content, string name = "计划.docx")
    {
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => PlanFiles.Read(name, content));

        Assert.Equal(code, refusal.Code);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("请", refusal.Message, StringComparison.Ordinal);
    }

    private static byte[] Zip((string Name, int Length) entry)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry(entry.Name, CompressionLevel.Fastest).Open();
            var block = new byte[1024 * 1024];
            for (var left = entry.Length; left > 0; left -= block.Length)
            {
                part.Write(block, 0, Math.Min(left, block.Length));
            }
        }

        return bytes.ToArray();
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
