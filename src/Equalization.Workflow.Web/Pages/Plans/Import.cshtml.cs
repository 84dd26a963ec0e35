using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Infrastructure.Documents;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Plans;

/// <summary>Takes in a plan as a file or as pasted text and goes on to its review. A file that cannot be read is refused at its field.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class ImportModel(PlanQueries plans, PlanService service, IFileStore files, TimeProvider clock) : WorkPage
{
    private const int MostKnown = 200;

    [BindProperty]
    public Upload Input { get; set; } = new();

    public IReadOnlyList<PlanRow> Known { get; private set; } = [];

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var (name, text, content) = Input.File is { } file ? await Read(file, ct) : (L["粘贴的文本"].Value + ".txt", Pasted(), null);
        var result = await service.Import(Actor, new ImportInput(name, content, Input.PlanId), PlanReader.Read(text), ct);
        return RedirectToPage("Review", new { id = result.PlanId, version = result.VersionId });
    }, ct);

    protected override async Task Load(CancellationToken ct) => (Known, _) = await plans.List(Actor, 1, MostKnown, ct);

    private string Pasted() => string.IsNullOrWhiteSpace(Input.Text)
        ? throw new RuleBroken("plan-nothing", "请选择方案文件，或粘贴方案全文。") { Field = nameof(Upload.File) }
        : Input.Text;

    private async Task<(string Name, string Text, StoredFile Content)> Read(IFormFile file, CancellationToken ct)
    {
        await using var stream = file.OpenReadStream();
        var text = await Text(file.FileName, stream, ct);
        stream.Position = 0;
        var stored = await files.Put(stream, PlanText.LargestFile, ct);
        var isZip = stored.Head.AsSpan().StartsWith("PK"u8);
        return (Path.GetFileName(file.FileName), text, new StoredFile
        {
            Sha256 = stored.Sha256,
            Length = stored.Length,
            ContentType = isZip ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : "text/plain",
            StoredAt = clock.UtcNow(),
        });
    }

    /// <summary>What the reader refuses belongs to the file's field.</summary>
    private static async Task<string> Text(string name, Stream stream, CancellationToken ct)
    {
        try
        {
            return await PlanDocumentReader.Read(name, stream, ct);
        }
        catch (RuleBroken e) when (e.Field is null)
        {
            throw new RuleBroken(e.Code, e.Format, [.. e.Arguments]) { Field = nameof(Upload.File) };
        }
    }

    public sealed class Upload
    {
        public IFormFile? File { get; set; }

        public string? Text { get; set; }

        public Guid? PlanId { get; set; }
    }
}
