namespace Equalization.Workflow.Core.Units;

/// <summary>The city or county whose plans these are. Every ledger row carries its id; nobody sees across.</summary>
public sealed class Jurisdiction
{
    private Jurisdiction()
    {
    }

    public Jurisdiction(string code, string name)
    {
        Id = Guid.CreateVersion7();
        Code = code;
        Name = name;
    }

    public Guid Id { get; private set; }

    /// <summary>Administrative division code (GB/T 2260), unique.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public int Version { get; private set; }
}
