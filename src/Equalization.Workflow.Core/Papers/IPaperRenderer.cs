namespace Equalization.Workflow.Core.Papers;

/// <summary>Makes a paper's file (.docx). Equal values give equal bytes, on every machine and at every hour.</summary>
public interface IPaperRenderer
{
    /// <summary>Refuses a table whose rows do not fit its columns, and a heading level beyond four, with paper-shape.</summary>
    byte[] Render(PaperDocument paper);
}
