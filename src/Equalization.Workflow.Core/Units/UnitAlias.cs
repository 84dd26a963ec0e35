using System.Text;

namespace Equalization.Workflow.Core.Units;

/// <summary>Another way documents write a unit or a unit group. Compared after NFKC with all white space removed.</summary>
public sealed class UnitAlias
{
    private UnitAlias()
    {
    }

    public UnitAlias(Guid jurisdictionId, string text)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Text = text.Trim();
        Normalised = Normalise(text);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid? UnitId { get; init; }

    public Guid? GroupId { get; init; }

    public string Text { get; private set; } = "";

    public string Normalised { get; private set; } = "";

    public static string Normalise(string text)
    {
        var folded = text.Normalize(NormalizationForm.FormKC);
        return string.Concat(folded.Where(c => !char.IsWhiteSpace(c)));
    }
}
