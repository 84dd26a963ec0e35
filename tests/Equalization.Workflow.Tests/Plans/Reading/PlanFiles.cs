using Equalization.Workflow.Core.Plans.Files;
using Equalization.Workflow.Infrastructure.Documents;

namespace Equalization.Workflow.Tests.Plans.Reading;

/// <summary>Files as the import reads them.</summary>
internal static class PlanFiles
{
    public static Task<PlanSource> Read(string name, byte[] content, bool withHidden = false) =>
        PlanDocumentReader.Read(name, content, withHidden, TestContext.Current.CancellationToken);

    /// <summary>The words of a .docx; nothing outside the program is asked, so the reading is done at once.</summary>
    public static string Text(byte[] docx)
    {
        var reading = Read("计划.docx", docx);
        return reading.IsCompleted ? reading.GetAwaiter().GetResult().Text : throw new InvalidOperationException("A .docx is read in the process.");
    }
}
