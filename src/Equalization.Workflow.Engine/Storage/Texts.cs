namespace Equalization.Workflow.Engine.Storage;

/// <summary>Fits texts of others into columns.</summary>
internal static class Texts
{
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
