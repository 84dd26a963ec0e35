using System.Collections.Concurrent;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Files;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Infrastructure.Documents;

namespace Equalization.Workflow.Web.Ui;

/// <summary>What a person brought to the import page, kept until the draft is made.</summary>
/// <param name="Content">The file's bytes; null for a pasted text. Nothing is stored before the draft is.</param>
public sealed record BroughtPlan(string FileName, byte[]? Content, string? Text, Guid? PlanId, bool WithHidden);

/// <summary>The reading of one plan file. Drafts: a draft for each document in it, once it is read.</summary>
public sealed class PlanReading(Guid personId, BroughtPlan brought, DateTime begunAt)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public Guid PersonId { get; } = personId;

    public BroughtPlan Brought { get; } = brought;

    public DateTime BegunAt { get; } = begunAt;

    /// <summary>True from the file's text on: what is left is to find the measures in it.</summary>
    public bool IsUnderstanding { get; internal set; }

    /// <summary>Ends with the drafts or with the refusal of the file.</summary>
    public Task<IReadOnlyList<PlanDraft>> Work { get; internal set; } = Task.FromResult<IReadOnlyList<PlanDraft>>([]);
}

/// <summary>
/// Plan files that are being read, apart from the request that brought them: an old Word file or a large table takes longer than a page should. They lie in
/// memory alone, the newest of each person, and are forgotten after an hour; a file read when the program stops must be brought again.
/// </summary>
public sealed class PlanReadings(TimeProvider clock, IHostApplicationLifetime life, ILogger<PlanReadings> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // The file before may take its ninety seconds at LibreOffice, and this one as long.
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, PlanReading> readings = new();

    public PlanReading Begin(Guid personId, BroughtPlan brought)
    {
        var reading = new PlanReading(personId, brought, clock.UtcNow());
        foreach (var old in readings.Values.Where(other => other.PersonId == personId || clock.UtcNow() - other.BegunAt > Longest))
        {
            readings.TryRemove(old.Id, out _);
        }

        readings[reading.Id] = reading;
        reading.Work = Read(reading, life.ApplicationStopping);
        return reading;
    }

    public PlanReading? Of(Guid personId, Guid? id) => id is { } key && readings.TryGetValue(key, out var reading) && reading.PersonId == personId ? reading : null;

    public void Forget(PlanReading reading) => readings.TryRemove(reading.Id, out _);

    /// <summary>However a reading ends, the person is told what to do: a file that nobody thought of is a broken one to him.</summary>
    private async Task<IReadOnlyList<PlanDraft>> Read(PlanReading reading, CancellationToken stopping)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            return await Task.Run(() => Drafts(reading, time.Token), stopping).WaitAsync(LongestWork, clock, stopping);
        }
        catch (TimeoutException)
        {
            await time.CancelAsync();
            throw PlanFileRefusals.Slow();
        }
        catch (Exception failure) when (failure is not (RuleBroken or OperationCanceledException))
        {
            log.LogError(failure, "The plan file of reading {Id} cannot be read.", reading.Id);
            throw PlanFileRefusals.Broken();
        }
    }

    private static async Task<IReadOnlyList<PlanDraft>> Drafts(PlanReading reading, CancellationToken ct)
    {
        var brought = reading.Brought;
        var source = brought.Content is { } content
            ? await PlanDocumentReader.Read(brought.FileName, content, brought.WithHidden, ct)
            : PlanSource.Of(brought.Text ?? "");
        reading.IsUnderstanding = true;
        return source.ReadAll();
    }
}
