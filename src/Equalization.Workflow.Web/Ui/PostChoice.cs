namespace Equalization.Workflow.Web.Ui;

/// <summary>A post in whose name a person may act: the membership and the words that name it.</summary>
public sealed record PostChoice(Guid MembershipId, string UnitName, string PostName);
