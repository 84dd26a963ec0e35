using Equalization.Workflow.Core.Plans;

namespace Equalization.Workflow.Web.Pages.Plans;

/// <summary>What a part of the review screen is made from: the page, the measure under edit, the address its forms post to, and the part's own row.</summary>
public sealed record EditPart(ReviewModel Page, MeasureRow Row, string Here)
{
    public MeasureUnitRow? Unit { get; init; }

    /// <summary>Null for the form of a new one.</summary>
    public DeadlineRow? Deadline { get; init; }

    /// <summary>Null for the form of a new one.</summary>
    public TargetRow? Target { get; init; }

    /// <summary>Named as the page's own property, so that a refusal finds its field.</summary>
    public ReviewInput Input => Page.Input;
}
