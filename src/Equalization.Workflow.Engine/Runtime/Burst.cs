using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Engine.Runtime;

/// <summary>
/// Runs one instance from a stimulus until everything in it waits or is over. It changes only itself; the session writes what it holds, or
/// throws it away when a step failed.
/// </summary>
internal sealed class Burst
{
    private readonly Queue<Token> ready = new();

    public Burst(BurstContext context, Definition definition, Instance instance, InstanceState state, IEnumerable<Bookmark> waiting)
    {
        Context = context;
        Definition = definition;
        Instance = instance;
        State = state;
        Waiting = [.. waiting];
        CorrelationId = instance.CorrelationId;
    }

    public BurstContext Context { get; }

    public DbContext Db => Context.Db;

    public DateTime Now => Context.Now;

    public Definition Definition { get; }

    public Instance Instance { get; }

    public InstanceState State { get; }

    /// <summary>What the instance waits for, new and old.</summary>
    public List<Bookmark> Waiting { get; }

    public List<Bookmark> Added { get; } = [];

    public List<Bookmark> Removed { get; } = [];

    public List<HistoryStep> History { get; } = [];

    public List<(Frame Frame, Node Node, Outcome.Faults Fault)> Faults { get; } = [];

    public List<Work> Effects { get; } = [];

    public string? CorrelationId { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>The activity that runs, or ran last: where a failure happened.</summary>
    public Node? Current { get; private set; }

    public void Begin() => Enter(Definition.Root, null);

    /// <summary>Goes on behind a bookmark that was just taken.</summary>
    public async Task Resume(Bookmark bookmark, object? payload, CancellationToken ct)
    {
        Waiting.Remove(bookmark);
        var frame = State.Frames.Find(f => f.Id == bookmark.Frame) ?? throw new InvalidOperationException($"Bookmark {bookmark.Id} has lost its scope.");
        var node = Current = Definition.NodeOf(bookmark.ActivityId);
        var step = new Step(this, frame, node);
        var outcome = node.Activity.Resume(step, payload);
        Follow(step, outcome);
        await Run(ct);
    }

    public async Task Rerun(int frameId, string activityId, CancellationToken ct)
    {
        if (State.Frames.Find(f => f.Id == frameId) is { } frame && frame.Faulted.Remove(activityId))
        {
            Schedule(frame, Definition.NodeOf(activityId));
        }

        await Run(ct);
    }

    public async Task Run(CancellationToken ct)
    {
        do
        {
            while (ready.TryDequeue(out var token))
            {
                if (!token.IsCancelled)
                {
                    await Take(token, ct);
                }
            }
        }
        while (!IsOver && State.Frames.ToList().Exists(f => State.Frames.Contains(f) && ((Container)f.Node.Activity).Settle(this, f)));

        if (!IsOver && Waiting.Count == 0 && Faults.Count == 0 && !State.Frames.Exists(f => f.Faulted.Count > 0))
        {
            throw new InvalidOperationException("实例既没有结束，也不再等待任何事。");
        }
    }

    public void Schedule(Frame frame, Node node) => ready.Enqueue(new Token(frame, node));

    public bool IsScheduled(Frame frame, Node node) => ready.Any(t => !t.IsCancelled && t.Frame == frame && t.Node == node);

    /// <summary>The activities of a frame at which something stands: running next, waiting, faulted, or a container that is entered.</summary>
    public IEnumerable<Node> AliveIn(Frame frame) =>
        ready.Where(t => !t.IsCancelled && t.Frame == frame).Select(t => t.Node)
            .Concat(Waiting.Where(b => b.Frame == frame.Id).Select(b => Definition.NodeOf(b.ActivityId)))
            .Concat(State.Frames.Where(f => f.Parent == frame).Select(f => f.Node))
            .Concat(frame.Faulted.Select(Definition.NodeOf));

    public void CompleteFrame(Frame frame)
    {
        State.Frames.Remove(frame);
        if (frame.Parent is { } outer)
        {
            Note(outer, frame.Node, Ports.DoneName, frame.Values);
            ((Container)outer.Node.Activity).ChildDone(this, outer, frame.Node, [Ports.DoneName]);
        }
        else
        {
            End();
        }
    }

    /// <summary>Removes what stands at the chosen activities of a frame: nested containers and children waited for go too.</summary>
    public void CancelIn(Frame frame, Func<Node, bool> chosen)
    {
        foreach (var token in ready.Where(t => t.Frame == frame && chosen(t.Node)))
        {
            token.IsCancelled = true;
        }

        foreach (var bookmark in Waiting.Where(b => b.Frame == frame.Id && chosen(Definition.NodeOf(b.ActivityId))).ToList())
        {
            Remove(frame, bookmark);
        }

        foreach (var inner in State.Frames.Where(f => f.Parent == frame && chosen(f.Node)).ToList())
        {
            CancelIn(inner, _ => true);
            State.Frames.Remove(inner);
        }

        frame.Faulted.RemoveAll(id => chosen(Definition.NodeOf(id)));
        Faults.RemoveAll(f => f.Frame == frame && chosen(f.Node));
    }

    public void Note(Frame frame, Node node, string outcome, IReadOnlyDictionary<string, object?>? values = null)
    {
        var written = values is null ? null : InstanceState.WriteValues(values);
        History.Add(new HistoryStep
        {
            InstanceId = Instance.Id,
            Sequence = Instance.Steps + History.Count + 1,
            ActivityId = node.Id,
            ActivityType = node.Activity.Type,
            Iteration = frame.Turn,
            Outcome = Texts.Cut(outcome, HistoryStep.LongestOutcome),
            At = Now,
            Cause = Context.Cause,
            Values = written is null ? null : Texts.Cut(written, HistoryStep.LongestValues),
        });
    }

    public object? GetVariable(Frame? frame, Variable variable) => Holder(frame, variable)[variable.Id];

    public void SetVariable(Frame? frame, Variable variable, object? value) =>
        Holder(frame, variable)[variable.Id] = DataTypes.Convert(value, variable.Type);

    public void Correlate(string? correlationId) => CorrelationId = StartInputs.Correlation(correlationId);

    public void Raise(RaisedEvent raised, bool onlyHere) => Effects.Add(new EventWork(Context.Depth + 1, raised, onlyHere ? Instance.Id : null));

    public async Task<Guid> StartChild(string definitionId, string? correlationId, IReadOnlyDictionary<string, object?> inputs)
    {
        var definition = await Context.Published(definitionId)
            ?? throw new BurstStopped(EngineRefused.DefinitionUnknown, $"没有已发布的流程“{definitionId}”，无法启动子流程。");
        var child = SequentialIds.Next(Now);
        Effects.Add(new StartWork(Context.Depth + 1, child, definition, $"流程 {Definition.Id}")
        {
            CorrelationId = StartInputs.Correlation(correlationId),
            TenantId = Instance.TenantId,
            Inputs = StartInputs.Bind(definition, inputs, Instance.Id),
            ParentId = Instance.Id,
        });
        return child;
    }

    public string WriteState(int most) => State.Write() is var written && written.Length <= most
        ? written
        : throw new BurstStopped("too-large", $"流程实例的变量共 {written.Length} 个字符，超过 {most} 的上限。请检查事件或输入带来的内容。");

    /// <summary>Ends the instance from outside; the history says so at the root.</summary>
    public void Cancel()
    {
        if (State.Frames.FirstOrDefault() is { } root)
        {
            Note(root, root.Node, "Cancelled");
        }

        End();
    }

    /// <summary>Ends the instance, leaving nothing that waits.</summary>
    public void End()
    {
        IsOver = true;
        ready.Clear();
        foreach (var frame in State.Frames.ToList())
        {
            CancelIn(frame, _ => true);
        }

        State.Frames.Clear();
    }

    private Dictionary<string, object?> Holder(Frame? frame, Variable variable)
    {
        for (; frame is not null; frame = frame.Parent)
        {
            if (frame.Variables.ContainsKey(variable.Id))
            {
                return frame.Variables;
            }
        }

        return State.Variables;
    }

    private async Task Take(Token token, CancellationToken ct)
    {
        Context.CountStep();
        Current = token.Node;
        if (token.Node.Activity is Container)
        {
            Enter(token.Node, token.Frame);
            return;
        }

        var step = new Step(this, token.Frame, token.Node);
        Follow(step, await Context.Execute(step, ct));
    }

    private void Enter(Node container, Frame? parent) => ((Container)container.Activity).Begin(this, State.Enter(container, parent));

    private void Follow(Step step, Outcome outcome)
    {
        var (frame, node) = (step.Frame, step.Node);
        switch (outcome)
        {
            case Outcome.Completed completed:
                Note(frame, node, string.Join(',', completed.Ports), step.Values);
                ((Container)frame.Node.Activity).ChildDone(this, frame, node, completed.Ports);
                break;
            case Outcome.EndsChart:
                Note(frame, node, "End");
                CancelIn(frame, _ => true);
                frame.Arrived.Clear();
                CompleteFrame(frame);
                break;
            case Outcome.EndsInstance:
                Note(frame, node, "Finish");
                End();
                break;
            case Outcome.Faults fault:
                Note(frame, node, "Fault", step.Values);
                frame.Faulted.Add(node.Id);
                Faults.Add((frame, node, fault));
                break;
            default:
                Wait(step, outcome);
                break;
        }
    }

    private void Wait(Step step, Outcome outcome)
    {
        var child = (outcome as Outcome.UntilChild)?.ChildId;
        var bookmark = new Bookmark
        {
            Id = SequentialIds.Next(Now),
            InstanceId = Instance.Id,
            Kind = outcome switch
            {
                Outcome.UntilEvent => BookmarkKind.Event,
                Outcome.UntilInstant => BookmarkKind.Timer,
                _ => BookmarkKind.Child,
            },
            ActivityId = step.Node.Id,
            ScopePath = step.Frame.Node.Path,
            Frame = step.Frame.Id,
            Iteration = step.Frame.Turn,
            EventName = (outcome as Outcome.UntilEvent)?.Name,
            DueAt = (outcome as Outcome.UntilInstant)?.DueAt,
            ChildId = child,
            CreatedAt = Now,
        };
        if (bookmark.EventName is { Length: > Bookmark.LongestEventName })
        {
            throw new InvalidOperationException($"事件名超过 {Bookmark.LongestEventName} 个字符。");
        }

        if (bookmark.DueAt is { } due)
        {
            step.Values["dueAt"] = due;
        }

        if (child is not null)
        {
            Effects.OfType<StartWork>().Single(s => s.InstanceId == child).ParentBookmarkId = bookmark.Id;
        }

        Note(step.Frame, step.Node, "Waiting", step.Values);
        Waiting.Add(bookmark);
        Added.Add(bookmark);
    }

    private void Remove(Frame frame, Bookmark bookmark)
    {
        Waiting.Remove(bookmark);
        if (!Added.Remove(bookmark))
        {
            Removed.Add(bookmark);
        }

        Note(frame, Definition.NodeOf(bookmark.ActivityId), "Cancelled");
        if (bookmark.ChildId is { } child && Effects.RemoveAll(e => e is StartWork start && start.InstanceId == child) == 0)
        {
            Effects.Add(new CancelWork(Context.Depth + 1, child, Context.Cause, TellParent: false));
        }
    }

    private sealed class Token(Frame frame, Node node)
    {
        public Frame Frame { get; } = frame;

        public Node Node { get; } = node;

        public bool IsCancelled { get; set; }
    }
}
