using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Plans.Editions;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Drafts;

/// <summary>A plan document to take in.</summary>
/// <param name="FileName">As uploaded; what a pasted text was called otherwise.</param>
/// <param name="Content">The file as stored; null for a pasted text.</param>
/// <param name="PlanId">The plan it revises; null lets the title decide.</param>
public sealed record ImportInput(string FileName, StoredFile? Content, Guid? PlanId);

/// <summary>Where the draft went. Number is 1 for a new plan; the same document brought in twice gives the same draft.</summary>
public sealed record ImportResult(Guid PlanId, Guid VersionId, int Number);

/// <summary>What stands on the head of a plan, as typed.</summary>
public sealed record PlanInput(
    Guid PlanId, int Version, string? Title, string? DocumentNumber, string? Issuer, DateOnly? IssuedOn, int PeriodFrom, int PeriodTo);

/// <summary>What a confirmation brought into force, and how many measures no task can be issued from.</summary>
public sealed record ConfirmResult(Guid PlanId, int Measures, int NotIssuable)
{
    /// <summary>Changes of tasks under way that the version asks for and the office decides.</summary>
    public int Revisions { get; init; }
}

/// <summary>Takes plans in as drafts and brings them into force. Only the office of the jurisdiction may.</summary>
public sealed class PlanService(Transact transact, EditionInForce follow)
{
    /// <summary>
    /// Stores what the reader found as a draft; nothing is issued. A document of a plan that exists, by id or by title, becomes its next
    /// version. Refuses an empty text (plan-empty) and one of more than two million characters (plan-too-long).
    /// </summary>
    public async Task<ImportResult> Import(Actor actor, ImportInput input, PlanDraft draft, CancellationToken ct)
    {
        Permission.Require(PlanPermissions.MayWrite(actor, actor.JurisdictionId));
        MustBeReadable(draft);
        return await transact.Run(actor, "导入方案", async (db, act) =>
        {
            var plan = await PlanOf(db, actor, input, draft, act, ct);
            var former = await db.PlanVersions.Where(v => v.PlanId == plan.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
            if (former is { State: PlanVersionState.Draft } && former.SourceText == draft.Text)
            {
                return new ImportResult(plan.Id, former.Id, former.Number);
            }

            await Keep(db, input.Content, ct);
            var version = new PlanVersion(
                plan, (former?.Number ?? 0) + 1, DraftWriter.Cut(input.FileName, 260), input.Content?.Sha256, draft.Text)
            {
                Skipped = PlanRemarks.Pack(draft.Skipped),
                Overall = PlanRemarks.Pack(draft.Overall),
                Doubts = Doubts(draft, plan, former is null),
            };
            db.Add(version);
            var units = await UnitMatcher.Load(db, actor.JurisdictionId, ChinaTime.DayOf(act.At), ct);
            var measures = draft.Measures.Select((m, i) => DraftWriter.Write(version, m, i + 1, 0, units)).ToList();
            if (former is not null)
            {
                await Continue(db, measures, former, ct);
            }

            db.AddRange(measures);
            return new ImportResult(plan.Id, version.Id, version.Number);
        }, ct);
    }

    /// <summary>Corrects the head of a plan. Refuses what <see cref="Plan.Describe"/> refuses, and a stale form.</summary>
    public async Task Describe(Actor actor, PlanInput input, CancellationToken ct) =>
        await transact.Run(actor, "修改方案信息", async (db, _) =>
        {
            var plan = await Writable(db, actor, input.PlanId, ct);
            db.Expect(plan, input.Version);
            plan.Describe(
                DraftWriter.Cut(input.Title ?? "", 200), Text(input.DocumentNumber, 60), Text(input.Issuer, 100), input.IssuedOn, input.PeriodFrom,
                input.PeriodTo);
        }, ct);

    /// <summary>
    /// Brings a draft into force in place of the version before, and writes down what it asks of tasks under way. Measures without a lead unit stay as they are; no task can be issued from
    /// them. Refuses a version that is no draft (plan-confirmed) or holds no measure (plan-without-measures), and a stale form.
    /// </summary>
    public async Task<ConfirmResult> Confirm(Actor actor, Guid versionId, int postedVersion, CancellationToken ct) =>
        await transact.Run(actor, "确认方案", async (db, act) =>
        {
            var version = await DraftAccess.Version(db, actor, versionId, ct);
            version.MustBeDraft();
            db.Expect(version, postedVersion);
            var measures = await db.Measures.Include(m => m.Units).Where(m => m.PlanVersionId == versionId).ToListAsync(ct);
            if (measures.Count == 0)
            {
                throw new RuleBroken("plan-without-measures", "草稿中没有措施，不能确认。请从原文选取措施，或重新导入文件。");
            }

            var others = await db.PlanVersions
                .Where(v => v.PlanId == version.PlanId && v.Number < version.Number && v.State != PlanVersionState.Superseded)
                .ToListAsync(ct);
            var former = others.Find(v => v.State == PlanVersionState.Confirmed);
            others.ForEach(v => v.Supersede());
            version.Confirm($"{actor.PersonName}（{actor.Post}）", act.At);
            var plan = await db.Plans.SingleAsync(p => p.Id == version.PlanId, ct);
            plan.BringIntoForce();
            return new ConfirmResult(plan.Id, measures.Count, measures.Count(m => MeasureCheck.WhyNot(m) is not null))
            {
                Revisions = former is null ? 0 : await follow(db, version, former.Id, ct),
            };
        }, ct);

    /// <summary>
    /// Opens the version in force for correction: a new draft with the same source and measures. Refuses while another draft is open
    /// (draft-open) and when nothing is in force (plan-not-in-force).
    /// </summary>
    public async Task<ImportResult> Revise(Actor actor, Guid planId, CancellationToken ct) =>
        await transact.Run(actor, "修订方案", async (db, _) =>
        {
            var plan = await Writable(db, actor, planId, ct);
            var versions = await db.PlanVersions.Where(v => v.PlanId == planId).OrderBy(v => v.Number).ToListAsync(ct);
            var inForce = versions.SingleOrDefault(v => v.State == PlanVersionState.Confirmed)
                ?? throw new RuleBroken("plan-not-in-force", "方案还没有确认生效的版本，请直接在草稿上修改。");
            if (versions[^1].State == PlanVersionState.Draft)
            {
                throw new RuleBroken("draft-open", "第 {0} 版草稿尚未确认，请在该草稿上修改。", versions[^1].Number);
            }

            var draft = new PlanVersion(plan, versions[^1].Number + 1, inForce.SourceName, inForce.SourceSha256, inForce.SourceText)
            {
                Skipped = inForce.Skipped,
                Overall = inForce.Overall,
            };
            db.Add(draft);
            var measures = await db.Measures.AsNoTracking().AsSplitQuery()
                .Include(m => m.Units).Include(m => m.Deadlines).Include(m => m.Targets)
                .Where(m => m.PlanVersionId == inForce.Id)
                .ToListAsync(ct);
            db.AddRange(measures.Select(m => m.CopyTo(draft)));
            return new ImportResult(plan.Id, draft.Id, draft.Number);
        }, ct);

    private static void MustBeReadable(PlanDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Text))
        {
            throw new RuleBroken("plan-empty", "文件里没有文字，不能导入。请检查文件，或把方案全文粘贴到文本框。") { Field = "File" };
        }

        if (draft.Text.Length > WorkflowDb.LongText)
        {
            throw new RuleBroken("plan-too-long", "文件有 {0} 个字，超过 {1} 个字的上限。请只保留方案正文后再导入。", draft.Text.Length, WorkflowDb.LongText)
            {
                Field = "File",
            };
        }
    }

    private static async Task<Plan> PlanOf(
        WorkflowDb db, Actor actor, ImportInput input, PlanDraft draft, CurrentAct act, CancellationToken ct)
    {
        if (input.PlanId is { } id)
        {
            return await Writable(db, actor, id, ct);
        }

        var title = DraftWriter.Cut(string.IsNullOrWhiteSpace(draft.Title) ? Path.GetFileNameWithoutExtension(input.FileName) : draft.Title.Trim(), 200);
        var known = await db.Plans
            .Where(p => p.JurisdictionId == actor.JurisdictionId && p.Title == title && p.State != PlanState.Ended)
            .OrderBy(p => p.Id)
            .FirstOrDefaultAsync(ct);
        if (known is not null)
        {
            return known;
        }

        var from = draft.PeriodFrom ?? draft.PeriodTo ?? draft.IssuedOn?.Year ?? ChinaTime.DayOf(act.At).Year;
        var to = Math.Max(from, draft.PeriodTo ?? from);
        var plan = new Plan(actor.JurisdictionId, title, from, to);
        plan.Describe(title, Text(draft.DocumentNumber, 60), Text(draft.Issuer, 100), draft.IssuedOn, from, to);
        db.Add(plan);
        return plan;
    }

    private static async Task<Plan> Writable(WorkflowDb db, Actor actor, Guid planId, CancellationToken ct)
    {
        var plan = Permission.Found(
            await db.Plans.SingleOrDefaultAsync(p => p.Id == planId, ct),
            p => PlanPermissions.MayRead(actor, p.JurisdictionId, p.State == PlanState.Draft));
        Permission.Require(PlanPermissions.MayWrite(actor, plan.JurisdictionId));
        return plan;
    }

    private static async Task Keep(WorkflowDb db, StoredFile? content, CancellationToken ct)
    {
        if (content is not null && !await db.StoredFiles.AnyAsync(f => f.Sha256 == content.Sha256, ct))
        {
            db.Add(content);
        }
    }

    /// <summary>A measure continues the one of the version in force that it is by title or by likeness; a person may correct that before confirming.</summary>
    private static async Task Continue(WorkflowDb db, List<Measure> measures, PlanVersion last, CancellationToken ct)
    {
        var inForce = await db.PlanVersions.Where(v => v.PlanId == last.PlanId && v.State == PlanVersionState.Confirmed).Select(v => (Guid?)v.Id).SingleOrDefaultAsync(ct);
        var formerId = inForce ?? last.Id;
        var former = await db.Measures.AsNoTracking().Where(m => m.PlanVersionId == formerId).OrderBy(m => m.Position).ToListAsync(ct);
        var drafts = measures.ToDictionary(m => m.Id);
        foreach (var pair in EditionPairing.Find([.. former.Select(EditionMeasure.Of)], [.. measures.Select(EditionMeasure.Of)]))
        {
            drafts[pair.Draft.Id].Continue(pair.Former.OriginId);
        }
    }

    /// <summary>What the reader doubts, and what this import filled in for want of words in the document.</summary>
    private static string Doubts(PlanDraft draft, Plan plan, bool isFirst)
    {
        var doubts = draft.Doubts.ToList();
        if (isFirst && draft.PeriodFrom is null)
        {
            // The reader only says that the years are missing; this says what stands in their place.
            doubts.RemoveAll(d => d.Contains("起止年份", StringComparison.Ordinal));
            doubts.Add($"方案年限暂按 {plan.PeriodFrom} 至 {plan.PeriodTo} 年填写，请核对。");
        }

        if (draft.Measures.Count == 0)
        {
            doubts.Add("没有识别出带编号的措施。可在左侧原文中选取文字，逐条添加措施。");
        }

        return DraftWriter.Cut(string.Join('\n', doubts.Distinct()), 2000);
    }

    private static string? Text(string? text, int length) => string.IsNullOrWhiteSpace(text) ? null : DraftWriter.Cut(text.Trim(), length);
}
