using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities.Files;

/// <summary>A file that somebody hands in.</summary>
public sealed record CaseUpload(string FileName, Stream Content);

/// <summary>A file that was handed in and lies in the store.</summary>
public sealed record TakenFile(string FileName, StoredPiece Stored);

/// <summary>
/// Puts the case file together from the ledger: one extract of what was recorded (task, clock, urges, papers with receipts, answers and returns, bulletin
/// lines, interviews), and the signed papers themselves. Each piece is kept with the SHA-256 of its bytes and stays as it was taken in.
/// </summary>
public sealed class CaseFiles(IPaperRenderer renderer, IFileStore files, RuleBook rules, WorkingCalendars calendars)
{
    public const long MostBytes = 50L * 1024 * 1024;
    public const int MostFiles = 20;

    /// <summary>Takes files in before the transaction. Refuses too many (files-many), kinds that are not taken in (file-kind), what is not what its name says (file-mismatch), too large (file-too-large).</summary>
    public async Task<IReadOnlyList<TakenFile>> Take(IReadOnlyList<CaseUpload> uploads, CancellationToken ct)
    {
        if (uploads.Count > MostFiles)
        {
            throw new RuleBroken("files-many", "一次最多提交 {0} 个文件。请合并后再提交。", MostFiles) { Field = "File" };
        }

        var taken = new List<TakenFile>(uploads.Count);
        foreach (var upload in uploads)
        {
            var name = Path.GetFileName(upload.FileName.Replace('\\', '/')).Trim();
            if (name.Length is 0 or > 260)
            {
                throw new RuleBroken("file-name", "文件名不成立或超过 260 字。请改名后再上传。") { Field = "File" };
            }

            EvidenceTypes.MustBeTakenIn(name);
            var stored = await files.Put(upload.Content, MostBytes, ct);
            taken.Add(new TakenFile(name, new StoredPiece(stored.Sha256, stored.Length, EvidenceTypes.Decide(name, stored.Head, () => files.Open(stored.Sha256)))));
        }

        return taken;
    }

    /// <summary>Hangs files on the case, inside the act.</summary>
    public static async Task Add(WorkflowDb db, AccountabilityCase about, CaseDocumentKind kind, IReadOnlyList<TakenFile> taken, CancellationToken ct)
    {
        var act = db.Act!;
        foreach (var file in taken)
        {
            await Book(db, file.Stored, act.At, ct);
            Add(db, new CaseDocument(about, kind, file.FileName, file.FileName, file.Stored, act.Actor.Signature(), act.At), about);
        }
    }

    /// <summary>Freezes what the ledger says on this day, and the papers of the ladder.</summary>
    public async Task Freeze(WorkflowDb db, AccountabilityCase about, DateOnly since, CancellationToken ct)
    {
        var act = db.Act!;
        var by = act.Actor.Signature();
        var steps = await db.EscalationSteps.AsNoTracking().Include(s => s.Returns)
            .Where(s => s.JurisdictionId == about.JurisdictionId && s.DecidedAt != null && (about.TaskId != null ? s.TaskId == about.TaskId : s.UnitId == about.UnitId))
            .OrderBy(s => s.DecidedAt).ToListAsync(ct);
        steps = [.. steps.Where(s => about.TaskId is not null || ChinaTime.DayOf(s.DecidedAt!.Value) >= since)];
        var lines = await Lines(db, about, since, ct);
        var subjects = steps.Select(s => s.Id).Concat(lines.Select(l => l.BulletinId)).ToHashSet();
        var interviews = (await InterviewQueries.Of(db, about.UnitId, about.TaskId, act.Actor.Day, ct))
            .Where(i => about.TaskId is not null || i.MeetsAt is { } at && ChinaTime.DayOf(at) >= since).ToList();
        var met = interviews.Select(i => i.Id).ToHashSet();
        var papers = await db.Papers.AsNoTracking().Include(p => p.Receipts)
            .Where(p => p.JurisdictionId == about.JurisdictionId && ((p.CaseId == null && subjects.Contains(p.SubjectId)) || (p.SubjectKind == nameof(Interview) && met.Contains(p.SubjectId))))
            .OrderBy(p => p.IssuedAt).ToListAsync(ct);
        var bytes = renderer.Render(await Extract(db, about, steps, lines, interviews, papers, act.At, ct));
        var stored = await files.Put(new MemoryStream(bytes, writable: false), bytes.Length, ct);
        var piece = new StoredPiece(stored.Sha256, stored.Length, PaperPress.ContentType);
        await Book(db, piece, act.At, ct);
        Add(db, new CaseDocument(about, CaseDocumentKind.Ledger, "台账摘录", "台账摘录.docx", piece, by, act.At), about);
        foreach (var paper in papers)
        {
            Add(db, new CaseDocument(
                about, met.Contains(paper.SubjectId) ? CaseDocumentKind.Interview : CaseDocumentKind.Paper, string.Join(' ', new[] { paper.Number, paper.Title }.OfType<string>()), paper.FileName,
                new StoredPiece(paper.Sha256, paper.Length, PaperPress.ContentType), by, act.At), about);
        }
    }

    private static void Add(WorkflowDb db, CaseDocument document, AccountabilityCase about)
    {
        about.Add(document);
        db.Add(document);
    }

    private static async Task Book(WorkflowDb db, StoredPiece piece, DateTime now, CancellationToken ct)
    {
        if (!db.StoredFiles.Local.Any(f => f.Sha256 == piece.Sha256) && !await db.StoredFiles.AnyAsync(f => f.Sha256 == piece.Sha256, ct))
        {
            db.Add(new StoredFile { Sha256 = piece.Sha256, Length = piece.Length, ContentType = piece.ContentType, StoredAt = now });
        }
    }

    private static async Task<List<NamedLine>> Lines(WorkflowDb db, AccountabilityCase about, DateOnly since, CancellationToken ct)
    {
        var number = await db.AnnualTasks.Where(t => t.Id == about.TaskId).Select(t => t.Number).SingleOrDefaultAsync(ct);
        var lines = await (from b in db.Bulletins
                           from l in b.Lines
                           where b.JurisdictionId == about.JurisdictionId && b.State == BulletinState.Published && b.Kind == BulletinKind.Criticism && l.UnitId == about.UnitId
                                 && (number == null || l.TaskNumber == number) && (l.Answer == null || l.Answer != ObjectionAnswer.Struck)
                           orderby b.PublishedAt
                           select new NamedLine(b.Id, b.Number!, b.PublishedAt!.Value, l.Position, l.TaskNumber, l.Objection)).ToListAsync(ct);
        return [.. lines.Where(l => number is not null || ChinaTime.DayOf(l.At) >= since)];
    }

    private async Task<PaperDocument> Extract(
        WorkflowDb db, AccountabilityCase about, List<EscalationStep> steps, List<NamedLine> lines, IReadOnlyList<InterviewRecord> interviews, List<Paper> papers, DateTime at, CancellationToken ct)
    {
        var body = new List<PaperBlock> { new PaperParagraph($"本摘录由系统于{Instant(at)}按台账记录生成，内容不作改动。") };
        if (about.TaskId is { } taskId)
        {
            body.Add(new PaperHeading(1, "任务与各方承担的时间"));
            // Its headings stand one level lower here.
            body.AddRange((await WhyAnnex.OfTask(db, taskId, at, rules, await calendars.Current(ct), ct)).Body.Select(b => b is PaperHeading h ? h with { Level = h.Level + 1 } : b));
            var urges = await db.Urges.AsNoTracking().Where(u => u.TaskId == taskId).OrderBy(u => u.At).ToListAsync(ct);
            body.Add(new PaperHeading(1, "催办"));
            body.Add(Table(["日期", "催办内容", "答复"], urges.Select(u => new[] { Day(u.On), u.Text, u.Answer ?? "未答复" })));
        }

        body.Add(new PaperHeading(1, "督办文书、答复和退回"));
        body.Add(Table(["文书", "签发", "签收", "答复期限", "答复和退回"], steps.Where(s => s.Rung != Rung.Urge).Select(s => new[]
        {
            s.Number ?? Word(s.Rung), Instant(s.DecidedAt!.Value), Signed(papers.Find(p => p.SubjectId == s.Id)), s.AnswerDueOn is { } due ? Day(due) : "",
            string.Join("；", s.Returns.OrderBy(r => r.At).Select(r => $"{Instant(r.AnsweredAt)}答复：{r.Answer}，{Instant(r.At)}退回：{r.Because}")
                .Concat(s.Answer is { } answer ? [$"{Instant(s.AnsweredAt!.Value)}答复：{answer}"] : s.LapsedAt is not null ? ["期限届满未答复"] : Array.Empty<string>())),
        })));
        body.Add(new PaperHeading(1, "通报"));
        body.Add(Table(["通报", "印发", "条目", "异议"], lines.Select(l => new[] { l.Number, Instant(l.At), $"第{l.Position}条（{l.TaskNumber}）", l.Objection ?? "" })));
        body.Add(new PaperHeading(1, "约谈"));
        body.Add(Table(["通知书", "时间", "进行", "报告、计划和承诺"], interviews.Select(i => new[]
        {
            i.Number ?? "", i.MeetsAt is { } meets ? Instant(meets) : "", i.State == InterviewState.NoShow ? "被约谈人未到场" : i.HeldAt is { } held ? Instant(held) : "未进行",
            $"共{i.Promises}项，已接受{i.Accepted}项，逾期{i.Overdue}项",
        })));
        return new PaperDocument { Kind = PaperKind.AccountabilityProposal, Title = "案卷台账摘录", Body = body, SignedOn = ChinaTime.DayOf(at) };
    }

    private static PaperBlock Table(IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        var all = rows.Select(r => (IReadOnlyList<string>)r).ToList();
        return all.Count == 0 ? new PaperParagraph("无。") : new PaperTable(null, [.. heads.Select(h => new PaperColumn(h, 12) { Align = PaperAlign.Left })], all);
    }

    private static string Signed(Paper? paper) => paper is null ? "" : string.Join("；", paper.Receipts.Select(r => r.SignedForAt is { } at ? $"{Instant(at)} {r.SignedForBy}" : "尚未签收"));

    private static string Word(Rung rung) => rung switch
    {
        Rung.Urge => "催办",
        Rung.Supervision => "督办通知单",
        Rung.Letter => "督办函",
        Rung.Bulletin => "列入通报",
        Rung.Interview => "约谈",
        Rung.Accountability => "问责建议",
    };

    private static string Day(DateOnly day) => TextArguments.Fill("{0}", day);

    private static string Instant(DateTime utc) => Day(ChinaTime.DayOf(utc)) + ChinaTime.WallClock(utc).ToString(" HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record NamedLine(Guid BulletinId, string Number, DateTime At, int Position, string TaskNumber, string? Objection);
}
