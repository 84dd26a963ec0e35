using System.Data.Common;
using System.IO.MemoryMappedFiles;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Equalization.Workflow.Benchmarks.Crash;

/// <summary>
/// How many transactions of a process stand open, in a shared file that outlives it: whoever killed it reads whether it died inside one. A
/// transaction counts from its begin until its commit is asked for, so that a death during the commit is not taken for one inside.
/// </summary>
internal sealed class OpenMark : DbTransactionInterceptor, IDisposable
{
    private readonly Lock one = new();
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    public OpenMark(string folder)
    {
        file = MemoryMappedFile.CreateFromFile(Path.Combine(folder, "open"), FileMode.OpenOrCreate, null, sizeof(int));
        view = file.CreateViewAccessor();
    }

    public int Open => view.ReadInt32(0);

    public void Clear() => view.Write(0, 0);

    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        Count(1);
        return new(result);
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Count(-1);
        return new(result);
    }

    public override ValueTask<InterceptionResult> TransactionRollingBackAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Count(-1);
        return new(result);
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }

    private void Count(int change)
    {
        lock (one)
        {
            view.Write(0, view.ReadInt32(0) + change);
        }
    }
}
