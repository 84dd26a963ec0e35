using Equalization.Workflow.Core.Accreditations;

namespace Equalization.Workflow.Web.Pages.Accreditations;

/// <summary>The days of the four stages as a form has them, in the stages' order.</summary>
public class TargetsInput
{
    public Guid? UnitId { get; set; }

    public List<DateOnly?> Targets { get; set; } = [null, null, null, null];

    public IReadOnlyDictionary<AccreditationStage, StageAim> Aims =>
        AccreditationStages.All.Zip(Targets).ToDictionary(pair => pair.First, pair => new StageAim(pair.Second));
}
