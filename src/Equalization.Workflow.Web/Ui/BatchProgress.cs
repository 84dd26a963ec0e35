using System.Collections.Concurrent;

namespace Equalization.Workflow.Web.Ui;

/// <summary>How far the batches under way on this machine are, each known to its person alone and forgotten when its answer leaves. Another machine knows nothing of them.</summary>
public sealed class BatchProgress
{
    private readonly ConcurrentDictionary<(Guid Person, Guid Batch), int> done = new();

    public Told Begin(Guid personId, Guid batch) => new(done, (personId, batch));

    public int? Of(Guid personId, Guid batch) => done.TryGetValue((personId, batch), out var count) ? count : null;

    /// <summary>Takes the counts of one batch until it is disposed of.</summary>
    public sealed class Told : IProgress<int>, IDisposable
    {
        private readonly ConcurrentDictionary<(Guid Person, Guid Batch), int> done;
        private readonly (Guid Person, Guid Batch) key;

        internal Told(ConcurrentDictionary<(Guid Person, Guid Batch), int> done, (Guid Person, Guid Batch) key)
        {
            (this.done, this.key) = (done, key);
            Report(0);
        }

        public void Report(int value) => done[key] = value;

        public void Dispose() => done.TryRemove(key, out _);
    }
}
