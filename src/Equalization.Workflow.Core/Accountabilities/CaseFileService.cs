using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>Somebody on the list, and one reading.</summary>
public sealed record CaseReader(Guid Id, Guid PersonId, string Name, string Posts, string Because, string AddedBy, DateTime AddedAt, DateTime? RemovedAt);

/// <summary>What this reader may do in the case as it stands.</summary>
public sealed record CaseActs(bool Keep, bool Sign, bool Speak, bool Admit, bool Ask);

/// <summary>A case as its reader sees it.</summary>
/// <param name="Draft">The paper that waits for a leader's signature, as it would leave; null where none does.</param>
/// <param name="SeesTask">The reader sees the task itself.</param>
public sealed record CaseView(
    AccountabilityCase Case, string Unit, string? TaskNumber, string? TaskTitle, bool SeesTask, int RulesNumber, IReadOnlyList<ClockRow> Clocks, IReadOnlyList<PaperCard> Papers,
    IReadOnlyList<CaseReader> Readers, IReadOnlyList<CaseReading> Readings, IReadOnlyList<(Guid Id, string Name)> People, PaperDocument? Draft, CaseActs May)
{
    public bool MayArchive => May.Keep && Case.State == CaseState.Decided && !CaseClock.RightsRun(Clocks);
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
                await PaperQueries.Cards(db, actor, papers, ct, askedAlready: true), await Readers(db, caseId, act, ct),
                await db.CaseReadings.AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.At).Take(MostReadings).ToListAsync(ct),
                may.Admit ? await People(db, actor, about, ct) : [], await Draft(db, about, may, act.At, ct), may);
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

    private static async Task<List<CaseReader>> Readers(WorkflowDb db, Guid caseId, CurrentAct act, CancellationToken ct)
    {
        var day = act.Actor.Day;
        var members = await (from m in db.CaseMembers
                             join p in db.People on m.PersonId equals p.Id
                             where m.CaseId == caseId
                             orderby m.AddedAt
                             select new { m.Id, m.PersonId, p.Name, m.Because, m.AddedBy, m.AddedAt, m.RemovedAt }).ToListAsync(ct);
        var ids = members.Select(m => m.PersonId).Distinct().ToList();
        var posts = (await (from m in db.Memberships
                            join u in db.Units on m.UnitId equals u.Id
                            where ids.Contains(m.PersonId) && m.JurisdictionId == act.Actor.JurisdictionId && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day)
                            select new { m.PersonId, Text = u.ShortName + m.Post }).ToListAsync(ct)).ToLookup(p => p.PersonId, p => p.Text);
        return members.ConvertAll(m => new CaseReader(m.Id, m.PersonId, m.Name, string.Join("、", posts[m.PersonId]), m.Because, m.AddedBy, m.AddedAt, m.RemovedAt));
    }

    /// <summary>Who may be let in by this reader: those of the own unit for a unit's head, everybody in a post here for the office.</summary>
    private static async Task<IReadOnlyList<(Guid Id, string Name)>> People(WorkflowDb db, Actor actor, AccountabilityCase about, CancellationToken ct)
    {
        var all = AccountabilityPermissions.MayKeep(actor, about);
        var people = await (from m in db.Memberships
                            join p in db.People on m.PersonId equals p.Id
                            join u in db.Units on m.UnitId equals u.Id
                            where m.JurisdictionId == actor.JurisdictionId && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day) && (all || m.UnitId == about.UnitId)
                                  && m.Role != Role.Admin && !db.CaseMembers.Any(l => l.CaseId == about.Id && l.PersonId == p.Id && l.RemovedAt == null)
                            orderby u.SortKey, p.Name
                            select new { p.Id, Text = p.Name + "（" + u.ShortName + m.Post + "）" }).ToListAsync(ct);
        return [.. people.DistinctBy(p => p.Id).Select(p => (p.Id, p.Text))];
    }

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
