using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Tables.RoundTrips;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The part of a page on which an edited table is uploaded: which tables it may hold, whether it may come back at all, and what came back before.</summary>
/// <param name="CheckPage">The page of a dry run.</param>
public sealed record RoundUpload(IReadOnlyList<RoundTable> Tables, bool MayComeBack, IReadOnlyList<BroughtRow> Rows, string CheckPage)
{
    /// <summary>So that the part's fields have the names that the page binds.</summary>
    public UploadInput Input { get; } = new();
}

/// <summary>What the upload's form posts.</summary>
public sealed class UploadInput
{
    public IFormFile? File { get; set; }
}
