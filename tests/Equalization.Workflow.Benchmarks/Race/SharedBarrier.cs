using System.IO.MemoryMappedFiles;

namespace Equalization.Workflow.Benchmarks.Race;

/// <summary>Lets two processes set out at the same instant, again and again: each writes its round into a shared file and waits for the other's.</summary>
internal sealed class SharedBarrier : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly int own;
    private readonly int other;

    public SharedBarrier(string path, bool isFirst)
    {
        file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, 2 * sizeof(long));
        view = file.CreateViewAccessor();
        (own, other) = isFirst ? (0, sizeof(long)) : (sizeof(long), 0);
    }

    public void Meet(long round)
    {
        view.Write(own, round);
        Thread.MemoryBarrier();
        var spin = new SpinWait();
        while (view.ReadInt64(other) < round)
        {
            // Without sleeping, which would let the other one be long through.
            spin.SpinOnce(-1);
        }
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}
