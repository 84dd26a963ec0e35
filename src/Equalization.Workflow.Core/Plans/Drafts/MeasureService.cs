using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Drafts;

/// <summary>The words of a measure, as typed.</summary>
public sealed record MeasureInput(Guid MeasureId, int Version, string? Number, string? Title, string? Section, string? Body);

/// <summary>A stretch of the source from which a measure is made; start counts in UTF-16 positions.</summary>
public sealed record StretchInput(Guid PlanVersionId, int Start, int Length);

/// <summary>Corrects the measures of a draft, one audited act a method. Refuses a confirmed version (plan-confirmed) and a stale form.</summary>
public sealed class MeasureService(Transact transact)
{
    public async Task Reword(Actor actor, MeasureInput input, CancellationToken ct) =>
        await transact.Run(actor, "修改措施", async (db, _) =>
        {
            var (_, measure) = await DraftAccess.Measure(db, actor, input.MeasureId, input.Version, ct);
            measure.Reword(input.Title ?? "", input.Body ?? "");
            measure.Number = string.IsNullOrWhiteSpace(input.Number) ? null : DraftWriter.Cut(input.Number.Trim(), Measure.LongestNumber);
            measure.Section = DraftWriter.Cut((input.Section ?? "").Trim(), Measure.LongestSection);
        }, ct);

    /// <summary>Takes a sentence of doubt off the draft, wherever it stands: a person has looked at these places.</summary>
    public async Task AcceptDoubt(Actor actor, Guid versionId, string sentence, CancellationToken ct) =>
        await transact.Run(actor, "核对草稿", async (db, _) =>
        {
            var draft = await DraftAccess.Draft(db, actor, versionId, ct);
            draft.Doubts = string.Join('\n', draft.Doubts.Split('\n').Where(d => d != sentence));
            var doubtful = await db.Measures.Where(m => m.PlanVersionId == versionId && m.Doubts.Contains(sentence)).ToListAsync(ct);
            doubtful.ForEach(m => m.AcceptDoubt(sentence));
        }, ct);

    /// <summary>Says why no task is issued from a measure; an empty reason takes it back.</summary>
    public async Task SetNoTaskReason(Actor actor, Guid measureId, int postedVersion, string? reason, CancellationToken ct) =>
        await transact.Run(actor, "标注不下达", async (db, _) =>
        {
            var (_, measure) = await DraftAccess.Measure(db, actor, measureId, postedVersion, ct);
            measure.SetNoTaskReason(reason is null ? null : DraftWriter.Cut(reason, Measure.LongestReason));
        }, ct);

    /// <summary>
    /// Puts the next measure's text, units, dates and targets to this one and deletes it. Refuses the last measure (no-next-measure).
    /// </summary>
    public async Task<Guid> MergeWithNext(Actor actor, Guid measureId, int postedVersion, CancellationToken ct) =>
        await transact.Run(actor, "合并措施", async (db, _) =>
        {
            var (draft, measure) = await DraftAccess.Measure(db, actor, measureId, postedVersion, ct);
            var next = await DraftAccess.All(db)
                .SingleOrDefaultAsync(m => m.PlanVersionId == draft.Id && m.Position == measure.Position + 1, ct)
                ?? throw new RuleBroken("no-next-measure", "这是最后一条措施，后面没有可合并的措施。");
            measure.Reword(measure.Title, string.Join('\n', new[] { measure.Body, next.Title + "。" + next.Body }.Where(t => t.Length > 0)));
            var start = Math.Min(measure.SourceStart, next.SourceStart);
            measure.SpanOver(start, Math.Max(measure.SourceStart + measure.SourceLength, next.SourceStart + next.SourceLength) - start);
            foreach (var doubt in next.DoubtLines)
            {
                measure.AddDoubt(doubt);
            }

            Move(db, next, measure, _ => true, _ => true, _ => true);
            DraftAccess.Delete(db, next);
            await Shift(db, draft.Id, next.Position, -1, ct);
            return measure.Id;
        }, ct);

    /// <summary>
    /// Cuts a measure in two at a position of the source. Units, dates and targets go with their place in the text; a half that names no
    /// unit gets those of the whole. Refuses a position outside the measure (split-outside).
    /// </summary>
    public async Task<Guid> Split(Actor actor, Guid measureId, int postedVersion, int at, CancellationToken ct) =>
        await transact.Run(actor, "拆分措施", async (db, _) =>
        {
            var (draft, measure) = await DraftAccess.Measure(db, actor, measureId, postedVersion, ct);
            var end = measure.SourceStart + measure.SourceLength;
            if (at <= measure.SourceStart || at >= end || string.IsNullOrWhiteSpace(draft.SourceText[at..end]))
            {
                throw new RuleBroken("split-outside", "拆分位置不在这条措施的原文内，请在左侧原文中点选第二条措施的第一个字。") { Field = "At" };
            }

            var (first, second) = BodyCut.At(measure, draft.SourceText, at);
            await Shift(db, draft.Id, measure.Position, 1, ct);
            var title = DraftWriter.FirstClause(second);
            var rest = new Measure(draft, measure.Position + 1, null, title, measure.Section, BodyCut.After(second, title), at, end - at);
            db.Add(rest);
            measure.Reword(measure.Title, first);
            measure.SpanOver(measure.SourceStart, at - measure.SourceStart);
            var units = measure.Units.OrderBy(u => u.Role).ThenBy(u => u.Position).Select(u => u.Copy()).ToList();
            Move(db, measure, rest, u => u.SourceStart >= at, d => d.SourceStart >= at, t => t.SourceStart >= at);
            foreach (var half in new[] { measure, rest }.Where(m => m.Units.Count == 0))
            {
                units.ForEach(u => AddTo(db, half, u.Copy()));
            }

            rest.AddDoubt("由上一条措施拆分而来，请核对名称和责任单位。");
            return rest.Id;
        }, ct);

    /// <summary>
    /// Makes a measure of a stretch of the source, read as the importer reads it. Refuses a stretch outside the source or without words
    /// (stretch-empty).
    /// </summary>
    public async Task<Guid> AddFromSource(Actor actor, StretchInput input, CancellationToken ct) =>
        await transact.Run(actor, "从原文添加措施", async (db, act) =>
        {
            var draft = await DraftAccess.Draft(db, actor, input.PlanVersionId, ct);
            if (input.Start < 0 || input.Length <= 0 || input.Length > draft.SourceText.Length - input.Start
                || string.IsNullOrWhiteSpace(draft.SourceText.Substring(input.Start, input.Length)))
            {
                throw new RuleBroken("stretch-empty", "没有选中原文，请在左侧原文中选取一段文字后再添加。") { Field = "Words" };
            }

            var position = await db.Measures.CountAsync(m => m.PlanVersionId == draft.Id && m.SourceStart < input.Start, ct) + 1;
            await Shift(db, draft.Id, position - 1, 1, ct);
            var units = await UnitMatcher.Load(db, actor.JurisdictionId, ChinaTime.DayOf(act.At), ct);
            var section = await db.Measures
                .Where(m => m.PlanVersionId == draft.Id && m.SourceStart < input.Start)
                .OrderByDescending(m => m.SourceStart)
                .Select(m => m.Section)
                .FirstOrDefaultAsync(ct);
            var measure = DraftWriter.Write(draft, Read(draft, input, section ?? ""), position, input.Start, units);
            db.Add(measure);
            return measure.Id;
        }, ct);

    /// <summary>Deletes a measure; its stretch of the source is marked as left out by a person.</summary>
    public async Task Delete(Actor actor, Guid measureId, int postedVersion, CancellationToken ct) =>
        await transact.Run(actor, "删除措施", async (db, _) =>
        {
            var (draft, measure) = await DraftAccess.Measure(db, actor, measureId, postedVersion, ct);
            var span = new SourceSpan(measure.SourceStart, measure.SourceLength);
            draft.Skipped = PlanRemarks.Pack(PlanRemarks.Skipped(draft.Skipped).Append(new SkippedText(span, PlanRemarks.DeletedReason)));
            DraftAccess.Delete(db, measure);
            await Shift(db, draft.Id, measure.Position, -1, ct);
        }, ct);

    private static DraftMeasure Read(PlanVersion draft, StretchInput input, string section)
    {
        var text = draft.SourceText.Substring(input.Start, input.Length);
        if (PlanReader.Read(text).Measures is [var only])
        {
            return only with { Section = section, Span = new SourceSpan(0, input.Length) };
        }

        var lead = text.Length - text.TrimStart().Length;
        var title = DraftWriter.FirstClause(text);
        return new DraftMeasure(
            null, title, section, BodyCut.After(text.Trim(), title), new SourceSpan(0, input.Length), new SourceSpan(lead, title.Length),
            [], [], [], [], [], []);
    }

    private static async Task Shift(WorkflowDb db, Guid versionId, int after, int by, CancellationToken ct)
    {
        var later = await db.Measures.Where(m => m.PlanVersionId == versionId && m.Position > after).ToListAsync(ct);
        later.ForEach(m => m.Position += by);
    }

    private static void Move(
        WorkflowDb db, Measure from, Measure to, Func<MeasureUnit, bool> units, Func<MeasureDeadline, bool> deadlines, Func<Target, bool> targets)
    {
        foreach (var unit in from.Units.Where(units).OrderBy(u => u.Role).ThenBy(u => u.Position).ToList())
        {
            from.Remove(unit);
            db.Remove(unit);
            AddTo(db, to, unit.Copy());
        }

        foreach (var deadline in from.Deadlines.Where(deadlines).ToList())
        {
            from.Remove(deadline);
            db.Remove(deadline);
            db.Add(deadline.CopyFor(to));
        }

        foreach (var target in from.Targets.Where(targets).OrderBy(t => t.Position).ToList())
        {
            from.Remove(target);
            db.Remove(target);
            db.Add(target.CopyFor(to, to.Targets.Count));
        }
    }

    private static void AddTo(WorkflowDb db, Measure measure, MeasureUnit unit)
    {
        // Two names that mean one unit both stay: each has its place in the source.
        if (measure.Units.Any(u => u.Role == unit.Role && u.FullName == unit.FullName))
        {
            return;
        }

        unit.Position = measure.Units.Count(u => u.Role == unit.Role);
        measure.Add(unit);
        db.Add(unit);
    }
}
