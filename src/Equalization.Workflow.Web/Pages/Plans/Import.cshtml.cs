using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Plans;

/// <summary>
/// Takes in a plan as a file or as pasted text and goes on to its review. What is read in a few seconds is read at once; a longer reading goes on beside,
/// and the page says how far it is. A file of several plans, or one without measures, is asked about before anything is stored.
/// </summary>
[Authorize(Policy = Policies.Office)]
public sealed class ImportModel(PlanQueries plans, PlanService service, PlanReadings readings, IFileStore files, TimeProvider clock) : WorkPage
{
    private const int MostKnown = 200;

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(3);

    [BindProperty]
    public Upload Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "reading")]
    public Guid? ReadingId { get; set; }

    public PlanReading? Reading { get; private set; }

    public IReadOnlyList<PlanRow> Known { get; private set; } = [];

    public bool IsRead { get; private set; }

    public int Seconds => Reading is null ? 0 : (int)(clock.UtcNow() - Reading.BegunAt).TotalSeconds;

    /// <summary>The documents of the file among which to choose, with their numbers in it; more than one, or one without measures.</summary>
    public IReadOnlyList<(int Number, PlanDraft Draft)> Choices { get; private set; } = [];

    public Task<IActionResult> OnGet(CancellationToken ct) => Try(async () =>
    {
        if (ReadingId is not null)
        {
            Reading = readings.Of(Actor.PersonId, ReadingId) ?? throw Gone();
            Fill(Reading.Brought);
            IsRead = Reading.Work.IsCompleted;
            if (IsRead && Request.Headers.ContainsKey("HX-Request"))
            {
                // The whole page is loaded anew: a refusal stands beside its field, not where the progress stood.
                Response.Headers["HX-Refresh"] = "true";
                return new EmptyResult();
            }

            Ask(IsRead ? await Read(Reading) : []);
        }

        await Load(ct);
        return Page();
    }, ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        Reading = readings.Begin(Actor.PersonId, await Brought(ct));
        await Task.WhenAny(Reading.Work, Task.Delay(AtOnce, clock, ct));
        if (!Reading.Work.IsCompleted)
        {
            return RedirectToPage("Import", new { reading = Reading.Id });
        }

        Ask(await Read(Reading));
        return Choices.Count > 0 ? RedirectToPage("Import", new { reading = Reading.Id }) : await Take(Reading, (await Reading.Work).First(IsPlan), ct);
    }, ct);

    /// <summary>Makes the draft of a file that was read beside, or of the document chosen in it.</summary>
    public Task<IActionResult> OnPostTake(CancellationToken ct) => Try(async () =>
    {
        Reading = readings.Of(Actor.PersonId, ReadingId);
        if (Reading is not { Work.IsCompleted: true })
        {
            // Gone, or still being read: the page says which.
            return RedirectToPage("Import", new { reading = ReadingId });
        }

        Fill(Reading.Brought);

        var drafts = await Read(Reading);
        IsRead = true;
        Ask(drafts);
        var chosen = Choices.Count > 0 ? Input.Document ?? 0 : drafts.Index().First(one => IsPlan(one.Item)).Index + 1;
        if (chosen < 1 || chosen > drafts.Count)
        {
            throw new RuleBroken("plan-choice", "请选择要导入的方案。") { Field = nameof(Upload.Document) };
        }

        return await Take(Reading, drafts[chosen - 1], ct);
    }, ct);

    protected override async Task Load(CancellationToken ct) => (Known, _) = await plans.List(Actor, 1, MostKnown, ct);

    private static bool IsPlan(PlanDraft draft) => draft.Measures.Count > 0;

    private static RuleBroken Gone() => new("plan-reading-gone", "这次读取的内容已不在，没有导入任何内容。请重新选择文件。") { Field = nameof(Upload.File) };

    private static RuleBroken At(string field, RuleBroken refusal) => new(refusal.Code, refusal.Format, [.. refusal.Arguments]) { Field = field };

    /// <summary>One plan is taken as it is; of several a person chooses, and where none has measures a person says whether to go on.</summary>
    private void Ask(IReadOnlyList<PlanDraft> drafts)
    {
        var numbered = drafts.Select((draft, i) => (i + 1, draft)).ToList();
        var real = numbered.FindAll(one => IsPlan(one.draft));
        Choices = real.Count > 1 ? real : real.Count == 1 ? [] : [.. numbered.Take(1)];
    }

    /// <summary>What the reader refuses belongs to the file's field.</summary>
    private async Task<IReadOnlyList<PlanDraft>> Read(PlanReading reading)
    {
        try
        {
            return await reading.Work;
        }
        catch (RuleBroken refusal)
        {
            readings.Forget(reading);
            Reading = null;
            throw At(reading.Brought.Content is null ? nameof(Upload.Text) : nameof(Upload.File), refusal);
        }
    }

    private async Task<IActionResult> Take(PlanReading reading, PlanDraft draft, CancellationToken ct)
    {
        var brought = reading.Brought;
        var result = await service.Import(Actor, new ImportInput(brought.FileName, await Kept(brought, ct), brought.PlanId), draft, ct);
        readings.Forget(reading);
        return RedirectToPage("Review", new { id = result.PlanId, version = result.VersionId });
    }

    private async Task<StoredFile?> Kept(BroughtPlan brought, CancellationToken ct)
    {
        if (brought.Content is not { } content)
        {
            return null;
        }

        var stored = await files.Put(new MemoryStream(content, writable: false), PlanText.LargestFile, ct);
        return new StoredFile { Sha256 = stored.Sha256, Length = stored.Length, ContentType = PlanFileTypes.Of(brought.FileName, content), StoredAt = clock.UtcNow() };
    }

    private async Task<BroughtPlan> Brought(CancellationToken ct)
    {
        if (Input.File is not { } file)
        {
            return string.IsNullOrWhiteSpace(Input.Text)
                ? throw new RuleBroken("plan-nothing", "请选择方案文件，或粘贴方案全文。") { Field = nameof(Upload.File) }
                : new BroughtPlan(L["粘贴的文本"].Value + ".txt", null, Input.Text, Input.PlanId, false);
        }

        try
        {
            PlanText.CheckSize(file.Length);
        }
        catch (RuleBroken refusal)
        {
            throw At(nameof(Upload.File), refusal);
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        return new BroughtPlan(Path.GetFileName(file.FileName), content.ToArray(), Input.Text, Input.PlanId, Input.WithHidden);
    }

    private void Fill(BroughtPlan brought) =>
        (Input.Text, Input.PlanId, Input.WithHidden) = (Input.Text ?? brought.Text, Input.PlanId ?? brought.PlanId, Input.WithHidden || brought.WithHidden);

    public sealed class Upload
    {
        public IFormFile? File { get; set; }

        public string? Text { get; set; }

        public Guid? PlanId { get; set; }

        public bool WithHidden { get; set; }

        /// <summary>Which document of the file, from 1.</summary>
        public int? Document { get; set; }
    }
}
