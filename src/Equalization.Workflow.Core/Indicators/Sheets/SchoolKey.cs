using System.Text;

namespace Equalization.Workflow.Core.Indicators.Sheets;

/// <summary>A school's code as it is compared: half width, capital letters, without blanks and without what spreadsheets put around texts.</summary>
public static class SchoolKey
{
    public static string Of(string written) =>
        string.Concat(written.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '"' or '='))).ToUpperInvariant();
}
