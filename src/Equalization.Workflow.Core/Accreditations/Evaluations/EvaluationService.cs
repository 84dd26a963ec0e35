using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations.Evaluations;

/// <summary>States the self-evaluation, and reports and decides vetoes.</summary>
public sealed class EvaluationService(Transact transact)
{
    /// <summary>
    /// Keeps what the county states, whole or in part. The version is the evaluation's, 0 for the first. Refuses all but the county's people and the office (not-allowed),
    /// once it is handed in (evaluation-closed), no school year (school-year), and as <see cref="SelfEvaluation.State"/>.
    /// </summary>
    public Task State(Actor actor, Guid accreditationId, int version, EvaluationInput input, CancellationToken ct) =>
        transact.Run(actor, "填写自评表", async (db, act) =>
        {
            var accreditation = await db.TakeAccreditation(actor, accreditationId, null, AccreditationPermissions.MayEvaluate, ct);
            if (!accreditation.IsEvaluating)
            {
                throw new RuleBroken("evaluation-closed", "自评表已经报送，不能再改。需要修改的，请由领导小组办公室登记退回整改。");
            }

            if (!SchoolYear.IsYear(input.Year))
            {
                throw new RuleBroken("school-year", "这不是年份。请写成 2023 或 2023-2024。") { Field = nameof(input.Year) };
            }

            var evaluation = await db.SelfEvaluations.Include(e => e.Items).Include(e => e.Groups).AsSplitQuery().SingleOrDefaultAsync(e => e.AccreditationId == accreditationId, ct);
            if (evaluation is null)
            {
                evaluation = new SelfEvaluation(accreditation, input.Year);
                db.Add(evaluation);
            }
            else
            {
                db.Expect(evaluation, version);
                // Lines alone would leave its version as it was, and two people could write over one another.
                db.Entry(evaluation).Property(e => e.Year).IsModified = true;
            }

            var set = await LocalStandardQueries.For(db, accreditation.JurisdictionId, input.Year, ct);
            var lines = EvaluationLine.All(set).Where(l => input.Items.ContainsKey(l.Code)).Select(l => (l, input.Items[l.Code])).ToList();
            var groups = EvaluationLine.Groups(set).Select(name => input.Groups.FirstOrDefault(g => g.Name == name)).OfType<SurveyInput>().ToList();
            db.RemoveRange(evaluation.State(input.Year, lines, groups, actor.Signature(), act.At));
        }, ct);

    /// <summary>Reports a case of 一票否决. Refuses all but the office (not-allowed), a veto that is not switched on (veto-subject), and as <see cref="VetoCase"/>.</summary>
    public Task<Guid> ReportVeto(Actor actor, Guid accreditationId, VetoInput input, CancellationToken ct) => transact.Run(actor, "登记否决事项", async (db, act) =>
    {
        var accreditation = await db.TakeAccreditation(actor, accreditationId, null, AccreditationPermissions.MayDecide, ct);
        var set = await LocalStandardQueries.For(db, accreditation.JurisdictionId, SchoolYear.On(actor.Day), ct);
        var veto = EvaluationLine.Vetoes(set).FirstOrDefault(v => v.Subject == input.Subject)
                   ?? throw new RuleBroken("veto-subject", "请选择标准所列的否决事项。") { Field = nameof(input.Subject) };
        var found = new VetoCase(accreditation, veto.Subject, input, actor.Signature(), act.At);
        db.Add(found);
        db.TellOf(accreditation, await db.PeopleOf(accreditation, actor.Day, ct), "{0}被登记一件否决事项：{1}。请配合核实。", accreditation.County, veto.Name);
        return found.Id;
    }, ct);

    /// <summary>Decides whether a case stands. The version is the case's. Refuses all but the office (not-allowed), and as <see cref="VetoCase.Decide"/>.</summary>
    public Task DecideVeto(Actor actor, Guid vetoId, int version, bool stands, string? words, CancellationToken ct) => transact.Run(actor, "认定否决事项", async (db, act) =>
    {
        var found = await db.VetoCases.SingleOrDefaultAsync(v => v.Id == vetoId, ct) ?? throw RuleBroken.Missing();
        var accreditation = await db.TakeAccreditation(actor, found.AccreditationId, null, AccreditationPermissions.MayDecide, ct);
        db.Expect(found, version);
        found.Decide(stands, words, actor.Signature(), act.At);
        db.TellOf(accreditation, await db.PeopleOf(accreditation, actor.Day, ct), stands ? "{0}的一件否决事项认定成立。" : "{0}的一件否决事项认定不成立。", accreditation.County);
    }, ct);
}
