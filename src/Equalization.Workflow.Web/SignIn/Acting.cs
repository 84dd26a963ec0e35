using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>In whose name this request acts. Filled once per request, before authorization; empty for a visitor who is not signed in.</summary>
public sealed class Acting
{
    private Actor? actor;

    /// <summary>Throws when nobody is signed in; pages behind a policy never see that.</summary>
    public Actor Actor => actor ?? throw new InvalidOperationException("Nobody is signed in on this request; the page lacks a policy.");

    public bool IsSignedIn => actor is not null;

    /// <summary>All posts the person may switch to today.</summary>
    public IReadOnlyList<PostRow> Posts { get; private set; } = [];

    public void Enter(Actor who, IReadOnlyList<PostRow> posts)
    {
        actor = who;
        Posts = posts;
    }

    public bool Is(params ReadOnlySpan<Role> roles) => actor is not null && roles.Contains(actor.Role);
}
