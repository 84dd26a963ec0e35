using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Ledgers.Findings;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations.Evaluations;

/// <summary>Reckons how ready a county is, anew each time: nothing of it is stored but what was handed in.</summary>
internal static class ReadinessQueries
{
    /// <summary>By the year wished; else by that of the self-evaluation; before there is one, by the newest year the county has data of.</summary>
    public static async Task<Readiness> Of(WorkflowDb db, Accreditation accreditation, int? wished, DateOnly today, CancellationToken ct)
    {
        var evaluation = await db.SelfEvaluations.AsNoTracking().Include(e => e.Items).Include(e => e.Groups).AsSplitQuery()
            .SingleOrDefaultAsync(e => e.AccreditationId == accreditation.Id, ct);
        var year = wished ?? evaluation?.Year ?? (await Years(db, accreditation, ct)).FirstOrDefault(SchoolYear.On(today));
        var rows = await (from r in db.SchoolRecords.AsNoTracking()
                          join s in db.Schools.AsNoTracking() on r.SchoolId equals s.Id
                          where r.JurisdictionId == accreditation.JurisdictionId && r.Year == year && s.County == accreditation.County
                          orderby s.SortKey, s.Id
                          select new { s.Code, s.Name, Record = r }).ToListAsync(ct);
        var cases = await db.VetoCases.AsNoTracking().Where(v => v.AccreditationId == accreditation.Id).OrderBy(v => v.ReportedAt).ToListAsync(ct);
        var set = await LocalStandardQueries.For(db, accreditation.JurisdictionId, year, ct);
        var schools = rows.ConvertAll(r => new GuaranteedSchool(r.Record.Figures(r.Code, r.Name), r.Record.Conditions));
        var absent = await CountyFacts.AbsentFrom(db, accreditation.JurisdictionId, accreditation.County, year, ct);
        var recognition = Recognition.Of(set, evaluation?.Groups ?? []);
        return new Readiness(
            year, set, schools.Count == 0 ? null : CountyIndicators.Of(set, schools.Select(s => s.Figures)), absent,
            Items(set, EvaluationLine.Condition, evaluation, _ => null), Items(set, EvaluationLine.Guarantee, evaluation, Computed), Items(set, EvaluationLine.Quality, evaluation, _ => null),
            recognition, Vetoes(set, evaluation, cases, recognition));

        // With a school missing the data cannot decide that all of them do.
        Verdict? Computed(EvaluationLine line) => ComputedGuarantees.Of(set, line, schools) switch
        {
            Verdict.Pass when absent.Count > 0 => null,
            var verdict => verdict,
        };
    }

    /// <summary>School years of which the county has data, newest first.</summary>
    public static async Task<List<int>> Years(WorkflowDb db, Accreditation accreditation, CancellationToken ct) =>
        await (from r in db.SchoolRecords
               join s in db.Schools on r.SchoolId equals s.Id
               where r.JurisdictionId == accreditation.JurisdictionId && s.County == accreditation.County
               select r.Year).Distinct().OrderDescending().ToListAsync(ct);

    private static List<JudgedItem> Items(StandardSet set, string part, SelfEvaluation? evaluation, Func<EvaluationLine, Verdict?> compute) =>
    [
        .. EvaluationLine.Of(set, part).Select(line => Judge(line, evaluation?.Items.FirstOrDefault(i => i.Is(line)), compute(line)))
            .GroupBy(l => l.Line.Item).Select(g => new JudgedItem(g.Key, [.. g])),
    ];

    private static JudgedLine Judge(EvaluationLine line, EvaluationItem? item, Verdict? computed)
    {
        // The limit may have become stricter since the county wrote its value: the value decides by today's.
        var stated = item is { Verdict: Verdict.Pass, Value: { } value } && line.IsMeasured ? line.Judge(value) : item?.Verdict;
        return new(line, computed ?? stated ?? Verdict.Unknown, computed is not null, item is not null, item?.Value, item?.Words, item?.By);
    }

    private static List<JudgedVeto> Vetoes(StandardSet set, SelfEvaluation? evaluation, List<VetoCase> cases, Recognition recognition)
    {
        var lines = EvaluationLine.All(set).Where(l => l.Rule.Rule == EvaluationLine.Veto)
            .ToDictionary(l => l.Rule.Subject, l => Judge(l, evaluation?.Items.FirstOrDefault(i => i.Is(l)), null));
        return
        [
            .. EvaluationLine.Vetoes(set).Select(veto =>
            {
                var (own, line) = (cases.FindAll(c => c.Subject == veto.Subject), lines.GetValueOrDefault(veto.Subject));
                var stated = line?.Verdict ?? recognition.Verdict;
                return new JudgedVeto(veto, own, line, own.Exists(c => c.State == VetoState.Confirmed) ? Verdict.Fail
                    : stated == Verdict.Pass && own.Exists(c => c.State == VetoState.Reported) ? Verdict.Unknown
                    : stated);
            }),
        ];
    }
}
