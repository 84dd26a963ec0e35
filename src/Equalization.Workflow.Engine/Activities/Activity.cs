using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>A kind of step, known to definition files by its type name. One object serves all instances, so it keeps nothing between steps.</summary>
public abstract class Activity
{
    public abstract string Type { get; }

    public virtual IReadOnlyList<InputSlot> Inputs => [];

    public virtual IReadOnlyList<OutputSlot> Outputs => [];

    /// <summary>Further members that <see cref="ReadSettings"/> reads.</summary>
    public virtual IReadOnlyList<string> OwnMembers => [];

    /// <summary>Whether it makes sense only between connections.</summary>
    public virtual bool OnlyInFlowchart => false;

    /// <summary>The ports its connections may leave by.</summary>
    public virtual Ports PortsOf(Node node) => Ports.Done;

    /// <summary>Whether it ends the burst and waits, as a rule; a loop needs one such activity on its way.</summary>
    public virtual bool Waits(Node node) => false;

    /// <summary>Reads members that are neither input nor output; kept as <see cref="Node.Settings"/>.</summary>
    public virtual object? ReadSettings(SettingsReader reader) => null;

    /// <summary>What else is wrong with a use of it, found when the file is loaded.</summary>
    public virtual IEnumerable<string> Check(Node node) => [];

    public abstract ValueTask<Outcome> Run(Step step, CancellationToken ct);

    /// <summary>Goes on after what it waited for has come; the payload is that of the event or the output of the child.</summary>
    public virtual Outcome Resume(Step step, object? payload) => Outcome.Done;
}
