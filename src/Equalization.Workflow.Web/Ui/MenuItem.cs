namespace Equalization.Workflow.Web.Ui;

/// <summary>One line of the left menu: its words, its icon, the Razor page it opens and the policy that lets it be seen.</summary>
public sealed record MenuItem(string Text, string Icon, string Page, string Policy);
