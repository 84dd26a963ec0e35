using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Custom activities for the cases: one that decides, one that writes, and some that misbehave.</summary>
internal static class ProbeActivities
{
    public static ActivityRegistry Registry() => new ActivityRegistry()
        .Add(new Compare()).Add(new Write()).Add(new Throw()).Add(new Hang()).Add(new Stray()).Add(new AddDays()).Add(new Mend()).Add(new Meddle()).Add(new Wreck())
        .Add(new Sulk()).Add(new TellCorrelation());
}

internal sealed record CompareInput(decimal Value, decimal Limit = 100m, string? Note = null);

internal sealed record CompareOutput(decimal Difference);

internal sealed class Compare() : CustomActivity<CompareInput, CompareOutput>("Probe.Compare", "Above", "Below")
{
    protected override Task<Answer<CompareOutput>> Run(CompareInput input, Step step, CancellationToken ct) =>
        Task.FromResult(new Answer<CompareOutput>(input.Value > input.Limit ? "Above" : "Below", new CompareOutput(input.Value - input.Limit)));
}

internal sealed record WriteInput(string Text);

/// <summary>Leaves a row through the context it is given; an empty text breaks off after the row.</summary>
internal sealed class Write() : CustomActivity<WriteInput, Nothing>("Probe.Write")
{
    protected override Task<Answer<Nothing>> Run(WriteInput input, Step step, CancellationToken ct)
    {
        step.Db.Add(new Entry { Text = input.Text });
        return Task.FromResult(new Answer<Nothing>("Done", Nothing.Value));
    }
}

/// <summary>Writes and then fails.</summary>
internal sealed class Throw() : CustomActivity<Nothing, Nothing>("Probe.Throw")
{
    protected override async Task<Answer<Nothing>> Run(Nothing input, Step step, CancellationToken ct)
    {
        step.Db.Add(new Entry { Text = "half" });
        await step.Db.SaveChangesAsync(ct);
        throw new InvalidOperationException("故障");
    }
}

/// <summary>Fails until it is mended.</summary>
internal sealed class Mend() : CustomActivity<Nothing, Nothing>("Probe.Mend")
{
    private static readonly AsyncLocal<bool> Works = new();

    public static bool IsMended
    {
        set => Works.Value = value;
    }

    protected override Task<Answer<Nothing>> Run(Nothing input, Step step, CancellationToken ct) =>
        Works.Value ? Task.FromResult(new Answer<Nothing>("Done", Nothing.Value)) : throw new InvalidOperationException("尚未修好");
}

/// <summary>Writes and then never comes back, unless its token ends it.</summary>
internal sealed class Hang() : CustomActivity<Nothing, Nothing>("Probe.Hang")
{
    protected override async Task<Answer<Nothing>> Run(Nothing input, Step step, CancellationToken ct)
    {
        step.Db.Add(new Entry { Text = "hung" });
        await Task.Delay(Timeout.Infinite, ct);
        return new Answer<Nothing>("Done", Nothing.Value);
    }
}

/// <summary>Answers with a port it does not have.</summary>
internal sealed class Stray() : CustomActivity<Nothing, Nothing>("Probe.Stray", "Left")
{
    protected override Task<Answer<Nothing>> Run(Nothing input, Step step, CancellationToken ct) =>
        Task.FromResult(new Answer<Nothing>("Right", Nothing.Value));
}

internal sealed record AddDaysInput(int Days);

internal sealed record AddDaysOutput(DateTimeOffset DueAt);

/// <summary>Gives an instant to StartAt, as waits in working days do.</summary>
internal sealed class AddDays() : CustomActivity<AddDaysInput, AddDaysOutput>("Probe.AddDays")
{
    protected override Task<Answer<AddDaysOutput>> Run(AddDaysInput input, Step step, CancellationToken ct) =>
        Task.FromResult(new Answer<AddDaysOutput>("Done", new AddDaysOutput(new DateTimeOffset(step.Now).AddDays(input.Days))));
}

/// <summary>Does to its own instance what another burst would have done.</summary>
internal sealed class Meddle() : CustomActivity<Nothing, Nothing>("Probe.Meddle")
{
    protected override async Task<Answer<Nothing>> Run(Nothing input, Step step, CancellationToken ct)
    {
        await step.Db.Set<Instance>().Where(i => i.Id == step.InstanceId).ExecuteUpdateAsync(i => i.SetProperty(x => x.Version, x => x.Version + 1), ct);
        return new Answer<Nothing>("Done", Nothing.Value);
    }
}

/// <summary>Breaks the transaction it is given, as a database that dooms it does.</summary>
internal sealed class Wreck() : CustomActivity<Nothing, Nothing>("Probe.Wreck")
{
    protected override async Task<Answer<Nothing>> Run(Nothing input, Step step, CancellationToken ct)
    {
        await step.Db.Database.CurrentTransaction!.RollbackAsync(ct);
        throw new InvalidOperationException("事务已被回滚");
    }
}

/// <summary>Hears its token and answers with an error of its own, as database clients do.</summary>
internal sealed class Sulk() : CustomActivity<Nothing, Nothing>("Probe.Sulk")
{
    protected override async Task<Answer<Nothing>> Run(Nothing input, Step step, CancellationToken ct)
    {
        await Task.WhenAny(Task.Delay(Timeout.Infinite, ct));
        throw new InvalidOperationException("操作被中断");
    }
}

/// <summary>Leaves the correlation it sees.</summary>
internal sealed class TellCorrelation() : CustomActivity<Nothing, Nothing>("Probe.Correlation")
{
    protected override Task<Answer<Nothing>> Run(Nothing input, Step step, CancellationToken ct)
    {
        step.Db.Add(new Entry { Text = step.CorrelationId ?? "" });
        return Task.FromResult(new Answer<Nothing>("Done", Nothing.Value));
    }
}

/// <summary>Queues something outside the database, as a move of another process.</summary>
internal sealed class Queues(List<string> queue) : CustomActivity<Nothing, Nothing>("Probe.Queues")
{
    protected override Task<Answer<Nothing>> Run(Nothing input, Step step, CancellationToken ct)
    {
        queue.Add("step");
        return Task.FromResult(new Answer<Nothing>("Done", Nothing.Value));
    }
}
