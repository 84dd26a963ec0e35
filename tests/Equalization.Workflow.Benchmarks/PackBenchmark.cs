using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks.Packs;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Infrastructure.Packs;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// An inspection pack of 2 GB in 200 files, and one of a tenth of it, each streamed by a process of its own to where nothing is kept: the larger one may not need more memory.
/// The contents are made up as they are read, so that the disk does not count.
/// </summary>
public static class PackBenchmark
{
    private const int Files = 200;
    private const long FileBytes = 10L * 1024 * 1024;
    private const double MostGrowthMiB = 20;

    public static async Task<int> Run()
    {
        var small = await Apart(Files / 10);
        var large = await Apart(Files);
        Console.WriteLine($"{Files * FileBytes / 1e9:0.0} GB: {large.Seconds:0.0} s ({Files * FileBytes / 1e6 / large.Seconds:0} MB/s), peak {large.MiB:0} MiB; a tenth: {small.Seconds:0.0} s, peak {small.MiB:0} MiB");
        var bounds = new Bounds();
        bounds.AtMost("Peak memory beyond that of a tenth", large.MiB - small.MiB, MostGrowthMiB, " MiB");
        return bounds.ExitCode;
    }

    public static async Task<int> Write(int files)
    {
        var due = new DateOnly(2018, 12, 31);
        var tasks = Enumerable.Range(0, files).Select(i => new PackTask(
            Guid.CreateVersion7(), $"2018-{i:0000}", "新建学校", "通过验收", i, "优化布局", "市教育局", TaskState.WrittenOff, due, due, null, null,
            [new PackFile("验收报告", "材料", $"验收报告{i}.pdf", $"{i:x64}", FileBytes, "市教育局", DateTime.UnixEpoch)])).ToList();
        var time = Stopwatch.StartNew();
        await InspectionPack.Write(Stream.Null, new PackContent("测试市", 2018, tasks), new MadeUp(), DateTime.UnixEpoch.AddYears(48), CancellationToken.None);
        var seconds = time.Elapsed.TotalSeconds;
        using var own = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {own.PeakWorkingSet64 / (1024.0 * 1024.0)}"));
        return 0;
    }

    private static async Task<(double Seconds, double MiB)> Apart(int files)
    {
        await using var sibling = Sibling.Start("pack-write", files.ToString(CultureInfo.InvariantCulture));
        var (output, code) = await sibling.Finish();
        return code == 0 && output.Trim().Split(' ') is [var seconds, var mib]
            ? (double.Parse(seconds, CultureInfo.InvariantCulture), double.Parse(mib, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The pack's process ended with {code}: {output}");
    }

    private sealed class MadeUp : IFileStore
    {
        public Task<StoredContent> Put(Stream content, long maxBytes, CancellationToken ct) => throw new NotSupportedException();

        public Stream Open(string sha256) => new Zeros(FileBytes);
    }

    private sealed class Zeros(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(left, count);
            Array.Clear(buffer, offset, given);
            left -= given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
