namespace Equalization.Workflow.Web.Guides;

/// <summary>The help of one role: what to look at first, what to do on a Monday, and how the things that come up are done. All texts are keys.</summary>
public sealed record Guide(string First, IReadOnlyList<GuideStep> Monday, IReadOnlyList<HowTo> HowTos);

/// <summary>Something to do, with the page it is done on; the page's name as the menu says it.</summary>
public sealed record GuideStep(string Text, string Address, string Page);

/// <summary>A question somebody new asks, answered in steps.</summary>
public sealed record HowTo(string Question, IReadOnlyList<string> Steps, string Address, string Page)
{
    public GuidePicture? Picture { get; init; }
}

/// <summary>A screen of the sample city, in wwwroot/help under its name; taken by the browser tests.</summary>
public sealed record GuidePicture(string Name, string Says);
