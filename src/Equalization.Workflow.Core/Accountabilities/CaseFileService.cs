using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.HandOns;
using Equalization.Workflow.Core.Accountabilities.Lists;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>What this reader may do in the case as it stands.</summary>
public sealed record CaseActs(bool Keep, bool Sign, bool Speak, bool Admit, bool Ask);

/// <summary>A case as its reader sees it.</summary>
/// <param name="Draft">The paper that waits for a leader's signature, as it would leave; null where none does.</param>
/// <param name="SeesTask">The reader sees the task itself.</param>
public sealed record CaseView(
    AccountabilityCase Case, string Unit, string? TaskNumber, string? TaskTitle, bool SeesTask, int RulesNumber, IReadOnlyList<ClockRow> Clocks, IReadOnlyList<PaperCard> Papers,
    IReadOnlyList<CaseReader> Readers, IReadOnlyList<CaseReading> Readings, IReadOnlyList<(Guid Id, string Name)> People, PaperDocument? Draft, CaseActs May)
{
    public IReadOnlyList<CaseHandOn> HandOns { get; init; } = [];

    /// <summary>What is still to be handed on before the case can be archived.</summary>
    public HandOnKind? Owed { get; init; }

    public bool MayArchive => May.Keep && Owed is null && Case.State == CaseState.Decided && !CaseClock.RightsRun(Clocks);
}

/// <summary>A file of the case to give out.</summary>
public sealed record CaseFileLine(string FileName, string ContentType, string Sha256, long Length);

/// <summary>Opens a case to those on its list; each opening is written down and shown to them all. Whoever is not on the list gets not-found.</summary>
public sealed class CaseFileService(Transact transact, AccountabilityService cases)
{
    public const int MostReadings = 100;

    /// <summary>The whole case; logged.</summary>
    public Task<CaseView> Open(Actor actor, Guid caseId, CancellationToken ct) =>
        transact.Run(actor, "案卷查阅", async (db, act) =>
        {
            await CaseAccess.Read(db, actor, caseId, "查阅案卷", ct);
            await db.SaveChangesAsync(ct);
            var about = await db.TakeCase(actor, caseId, ct);
            var names = await db.Units.Where(u => u.Id == about.UnitId).Select(u => u.Name).SingleAsync(ct);
            var task = await db.AnnualTasks.Where(t => t.Id == about.TaskId).Select(t => new { t.Number, t.Title }).SingleOrDefaultAsync(ct);
            var terms = await db.TermsOf(about, ct);
            var clocks = CaseClock.Of(about, await CaseReceipts.Of(db, about, ct), terms, ChinaTime.DayOf(act.At));
            var (keeps, speaks) = (AccountabilityPermissions.MayKeep(actor, about), AccountabilityPermissions.MaySpeak(actor, about));
            var papers = db.Papers.Where(p => p.CaseId == caseId);
            var may = new CaseActs(
                keeps, AccountabilityPermissions.MaySign(actor, about), speaks && about.State is CaseState.Told or CaseState.Forming or CaseState.Proposed,
                keeps || actor.Heads(about.UnitId), speaks && about.State == CaseState.Decided);
            return new CaseView(
                about, names, task?.Number, task?.Title, about.TaskId is not null && (actor.ReadsAll(about.JurisdictionId) || speaks), terms.Number, clocks,
                await PaperQueries.Cards(db, actor, papers, ct, askedAlready: true), await CaseReaders.Of(db, caseId, act, keeps, ct),
                await db.CaseReadings.AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.At).Take(MostReadings).ToListAsync(ct),
                may.Admit ? await CaseReaders.Candidates(db, actor, about, ct) : [], await Draft(db, about, may, act.At, ct), may)
            {
                HandOns = await db.CaseHandOns.AsNoTracking().Where(h => h.CaseId == caseId).OrderBy(h => h.At).ToListAsync(ct),
                Owed = await HandOnDuty.Of(db, about, ct),
            };
        }, ct);

    /// <summary>One piece of the file; logged by its name. Not found where the case has no such piece.</summary>
    public Task<CaseFileLine> Document(Actor actor, Guid caseId, Guid documentId, CancellationToken ct) =>
        transact.Run(actor, "案卷下载材料", async (db, _) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            var document = Seen(actor, about).SingleOrDefault(d => d.Id == documentId) ?? throw RuleBroken.Missing();
            await CaseAccess.Read(db, actor, caseId, Short("下载 " + document.Title), ct);
            return new CaseFileLine(document.FileName, document.ContentType, document.Sha256, document.Length);
        }, ct);

    /// <summary>All pieces and papers of the case, in order, for one archive; logged.</summary>
    public Task<IReadOnlyList<CaseFileLine>> All(Actor actor, Guid caseId, CancellationToken ct) =>
        transact.Run(actor, "案卷下载全部材料", async (db, _) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            await CaseAccess.Read(db, actor, caseId, "下载全部案卷材料", ct);
            var papers = await db.Papers.AsNoTracking().Where(p => p.CaseId == caseId).OrderBy(p => p.IssuedAt).ToListAsync(ct);
            return (IReadOnlyList<CaseFileLine>)
            [
                .. Seen(actor, about).OrderBy(d => d.Position).Select(d => new CaseFileLine(d.FileName, d.ContentType, d.Sha256, d.Length)),
                .. papers.Select(p => new CaseFileLine(p.FileName, PaperPress.ContentType, p.Sha256, p.Length)),
            ];
        }, ct);

    private static IEnumerable<CaseDocument> Seen(Actor actor, AccountabilityCase about) =>
        about.Documents.Where(d => about.IsTold || !AccountabilityPermissions.MaySpeak(actor, about));

    private static string Short(string text) => text.Cut(200);

    private async Task<PaperDocument?> Draft(WorkflowDb db, AccountabilityCase about, CaseActs may, DateTime at, CancellationToken ct)
    {
        var isNotice = about is { State: CaseState.Inquiry, FoundAt: not null };
        if (!(may.Sign || may.Keep) || !(isNotice || about is { State: CaseState.Forming, OpinionAt: not null }))
        {
            return null;
        }

        var sheet = await CaseSheet.Of(db, about, await cases.Annexes(db, about, at, ct), ct);
        return isNotice ? AccountabilityPapers.Notice(sheet, null, null) : AccountabilityPapers.Proposal(sheet, "（主送机关）", null, null);
    }
}
